package org.colmado.insights.personas.grok;

/** How asking ended. */
public enum GrokStatus {
  /** With a JSON document. */
  ANSWERED(""),
  /**
   * The key is unknown or may not do this: 401, 403, or 400 where the key is named as the cause.
   */
  REFUSED_KEY("see the key and its team at console.x.ai"),
  /** The request cannot be right, or there is no such model: any other 4xx. */
  BAD_REQUEST(
      "see model, reasoning-effort and endpoint in conf/grok.yaml; xAI's models are at"
          + " docs.x.ai/developers/models"),
  /** Too many requests, or no credit: 429. */
  RATE_LIMITED("see credit and limits at console.x.ai"),
  /** 5xx, a failure that the server admits, or no way to it. */
  SERVER_FAULT("see status.x.ai, and endpoint in conf/grok.yaml"),
  /** No answer in time. */
  TIMED_OUT("see status.x.ai, and timeouts in conf/grok.yaml"),
  /** An answer that is not one: cut off, of a wrong kind, too long, not JSON, or with no output. */
  BROKEN("see endpoint in conf/grok.yaml: is it xAI that answers there?"),
  /** An answer that stopped at a limit, most often that of tokens. */
  INCOMPLETE("raise max-output-tokens, or lower reasoning-effort, in conf/grok.yaml"),
  /** The server or the model will not say anything about this: a matter of this question alone. */
  WITHHELD("see the facts in segment_personas for names that are no goods"),
  /** Nothing was sent: earlier calls had shown that it would be in vain. */
  NOT_ASKED("");

  private final String remedy;

  GrokStatus(String remedy) {
    this.remedy = remedy;
  }

  /** What the owner can do about it; empty: nothing is to be done. */
  public String remedy() {
    return remedy;
  }

  /** Whether the same question may well be answered another time. */
  boolean isServersFault() {
    return switch (this) {
      case RATE_LIMITED, SERVER_FAULT, TIMED_OUT, BROKEN -> true;
      case ANSWERED, REFUSED_KEY, BAD_REQUEST, INCOMPLETE, WITHHELD, NOT_ASKED -> false;
    };
  }

  /** Whether the next question is likely to end the same way. */
  boolean isLikelyToStay() {
    return isServersFault() || this == BAD_REQUEST || this == INCOMPLETE;
  }
}
