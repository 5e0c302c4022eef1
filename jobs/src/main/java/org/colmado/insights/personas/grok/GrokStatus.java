package org.colmado.insights.personas.grok;

/** How asking ended. */
public enum GrokStatus {
  /** With a JSON document. */
  ANSWERED,
  /**
   * The key is unknown or may not do this: 401, 403, or 400 where the key is named as the cause.
   */
  REFUSED_KEY,
  /** The request cannot be right: any other 4xx. */
  BAD_REQUEST,
  /** Too many requests, or no credit: 429. */
  RATE_LIMITED,
  /** 5xx, a failure that the server admits, or no way to it. */
  SERVER_FAULT,
  /** No answer in time. */
  TIMED_OUT,
  /** An answer that is not one: cut off, of a wrong kind, too long, not JSON, or with no output. */
  BROKEN,
  /** An answer that stopped at the limit of tokens, or was withheld. */
  INCOMPLETE,
  /** Nothing was sent: earlier calls had shown that it would be in vain. */
  NOT_ASKED;

  /** Whether the same question may well be answered another time. */
  boolean isServersFault() {
    return switch (this) {
      case RATE_LIMITED, SERVER_FAULT, TIMED_OUT, BROKEN -> true;
      case ANSWERED, REFUSED_KEY, BAD_REQUEST, INCOMPLETE, NOT_ASKED -> false;
    };
  }
}
