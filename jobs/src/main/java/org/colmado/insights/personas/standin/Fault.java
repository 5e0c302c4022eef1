package org.colmado.insights.personas.standin;

/** What {@link FakeGrok} can do wrong. */
public enum Fault {
  /** 401. */
  UNAUTHORIZED,
  /** 400 that calls the key incorrect, as xAI does. */
  WRONG_KEY,
  /** 403. */
  FORBIDDEN,
  /** 403 that dislikes what the question is about. */
  CONTENT_REFUSED,
  /** 400 that names an argument. */
  BAD_REQUEST,
  /** 404: there is no such model any more. */
  MODEL_GONE,
  /** 429 without a word of when to come back. */
  RATE_LIMITED,
  /** 429, to come back in a second. */
  RATE_LIMITED_RETRY_AFTER,
  /** 429, to come back tomorrow. */
  RATE_LIMITED_FOR_LONG,
  /** 500. */
  SERVER_ERROR,
  /** 500 that repeats the header with the key. */
  KEY_ECHOED,
  /** 502 with a page in HTML. */
  BAD_GATEWAY,
  /** 503, to come back at once. */
  OVERLOADED,
  /** 504: the answer was made, and paid for, but is lost. */
  GATEWAY_TIMEOUT,
  /** 307 to another path. */
  REDIRECT,
  /** No byte is ever sent. */
  TIMEOUT,
  /** The connection is closed in the place of an answer. */
  HANG_UP,
  /** The connection is closed halfway through an answer. */
  HALF_BODY,
  /** A body that is no JSON. */
  BROKEN_JSON,
  /** A good body around a text that is no JSON. */
  BROKEN_ANSWER,
  /** An answer without a field that the schema requires. */
  SCHEMA_VIOLATED,
  /** An answer with a number that the question has not. */
  UNGROUNDED_NUMBER,
  /** An answer that does what a product's name among the data of the question orders. */
  ORDERS_OBEYED,
  /** An answer of 5 MB. */
  HUGE_ANSWER,
  /** A good answer that calls itself HTML. */
  WRONG_CONTENT_TYPE,
  /** Stopped at the limit of tokens. */
  INCOMPLETE,
  /** Completed, with a refusal in the place of a text. */
  MODEL_REFUSES,
  /** 200 with status failed. */
  FAILED,
  /** Completed, with nothing in the output. */
  EMPTY_OUTPUT,
  /** A good answer that does not say what it used. */
  NO_USAGE,
  /** A good answer that says what it used, but not what it cost. */
  NO_TICKS,
  /** A good answer that says it cost a hundred million dollars. */
  ABSURD_TICKS,
  /** A good answer that says it read more than any model can. */
  ABSURD_TOKENS
}
