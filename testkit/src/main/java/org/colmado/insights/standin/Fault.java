package org.colmado.insights.standin;

/** Faults that {@link FakeGrok} can inject. */
public enum Fault {
  /** 401. */
  UNAUTHORIZED,
  /** 400 with the message of an incorrect key, as xAI sends it. */
  WRONG_KEY,
  /** 403. */
  FORBIDDEN,
  /** 403 for the content of the question. */
  CONTENT_REFUSED,
  /** 400 that names an argument. */
  BAD_REQUEST,
  /** 404: the model does not exist any more. */
  MODEL_GONE,
  /** 429 without Retry-After. */
  RATE_LIMITED,
  /** 429 with Retry-After of one second. */
  RATE_LIMITED_RETRY_AFTER,
  /** 429 with Retry-After of one day. */
  RATE_LIMITED_FOR_LONG,
  /** 500. */
  SERVER_ERROR,
  /** 500 that repeats the header with the key. */
  KEY_ECHOED,
  /** 502 with a page in HTML. */
  BAD_GATEWAY,
  /** 503 with Retry-After 0. */
  OVERLOADED,
  /** 504: the answer was computed and billed, but is lost. */
  GATEWAY_TIMEOUT,
  /** 307 to another path. */
  REDIRECT,
  /** No response at all. */
  TIMEOUT,
  /** The connection is closed without a response. */
  HANG_UP,
  /** The connection is closed in the middle of a response. */
  HALF_BODY,
  /** A body that is not JSON. */
  BROKEN_JSON,
  /** A valid body with a text that is not JSON. */
  BROKEN_ANSWER,
  /** An answer without a field that the schema requires. */
  SCHEMA_VIOLATED,
  /** An answer with a number that is not in the question. */
  UNGROUNDED_NUMBER,
  /** An answer that follows a prompt injection in a product name. */
  ORDERS_OBEYED,
  /** An answer of 5 MB. */
  HUGE_ANSWER,
  /** A good answer with content type HTML. */
  WRONG_CONTENT_TYPE,
  /** Cut at the token limit. */
  INCOMPLETE,
  /** Completed with a refusal instead of a text. */
  MODEL_REFUSES,
  /** 200 with status failed. */
  FAILED,
  /** Completed with empty output. */
  EMPTY_OUTPUT,
  /** A good answer without usage. */
  NO_USAGE,
  /** A good answer with usage but without cost. */
  NO_TICKS,
  /** A good answer with a cost of a hundred million dollars. */
  ABSURD_TICKS,
  /** A good answer with an impossible number of input tokens. */
  ABSURD_TOKENS
}
