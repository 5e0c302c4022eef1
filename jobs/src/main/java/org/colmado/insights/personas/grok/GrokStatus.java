package org.colmado.insights.personas.grok;

/** The status of a call. */
public enum GrokStatus {
  /** With a JSON document. */
  ANSWERED(""),
  /** The key is unknown or not permitted: 401, 403, or 400 with the key as the cause. */
  REFUSED_KEY("see the key and its team at console.x.ai"),
  /** The request is invalid or the model does not exist: any other 4xx. */
  BAD_REQUEST(
      "see model, reasoning-effort and endpoint in conf/grok.yaml; xAI's models are at"
          + " docs.x.ai/developers/models"),
  /** Too many requests, or no credit: 429. */
  RATE_LIMITED("see credit and limits at console.x.ai"),
  /** 5xx, a failure reported by the server, or no connection. */
  SERVER_FAULT("see status.x.ai, and endpoint in conf/grok.yaml"),
  /** Timeout. */
  TIMED_OUT("see status.x.ai, and timeouts in conf/grok.yaml"),
  /** An unusable answer: truncated, wrong content type, too long, not JSON, or empty. */
  BROKEN("see endpoint in conf/grok.yaml: is it xAI that answers there?"),
  /** An answer that was cut at a limit, usually the token limit. */
  INCOMPLETE("raise max-output-tokens, or lower reasoning-effort, in conf/grok.yaml"),
  /** Server or model refuse this question because of its content. */
  WITHHELD("see the facts in segment_personas for names that are no goods"),
  /** Nothing was sent: the circuit breaker is open. */
  NOT_ASKED("");

  private final String remedy;

  GrokStatus(String remedy) {
    this.remedy = remedy;
  }

  /** Remedy for the owner; empty if none is needed. */
  public String remedy() {
    return remedy;
  }

  /** Whether the same question may succeed later. */
  boolean isServersFault() {
    return switch (this) {
      case RATE_LIMITED, SERVER_FAULT, TIMED_OUT, BROKEN -> true;
      case ANSWERED, REFUSED_KEY, BAD_REQUEST, INCOMPLETE, WITHHELD, NOT_ASKED -> false;
    };
  }

  /** Whether the next question is likely to fail in the same way. */
  boolean isLikelyToStay() {
    return isServersFault() || this == BAD_REQUEST || this == INCOMPLETE;
  }
}
