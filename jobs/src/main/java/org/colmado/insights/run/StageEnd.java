package org.colmado.insights.run;

import java.time.Duration;
import java.time.Instant;

/**
 * A stage that ended.
 *
 * @param name of the stage
 * @param status one of the constants
 * @param startedAt UTC
 * @param endedAt UTC
 * @param outcome in rows; {@link Outcome#NOTHING} where the stage did not end well
 * @param error what went wrong; null: nothing did
 */
public record StageEnd(
    String name,
    String status,
    Instant startedAt,
    Instant endedAt,
    Outcome outcome,
    RuntimeException error) {
  /** The stage did its work. */
  public static final String DONE = "done";

  /** The input broke the rules: {@link InputRefusedException}. */
  public static final String REFUSED = "refused";

  /** Anything else went wrong. */
  public static final String FAILED = "failed";

  static StageEnd done(StageStart start, Instant endedAt, Outcome outcome) {
    return new StageEnd(start.name(), DONE, start.at(), endedAt, outcome, null);
  }

  static StageEnd failed(StageStart start, Instant endedAt, RuntimeException error) {
    String status = error instanceof InputRefusedException ? REFUSED : FAILED;

    return new StageEnd(start.name(), status, start.at(), endedAt, Outcome.NOTHING, error);
  }

  /** How long the stage ran. */
  public Duration duration() {
    return Duration.between(startedAt, endedAt);
  }

  /** The error as one text; null: none. */
  public String errorText() {
    if (error == null) {
      return null;
    }
    return status.equals(REFUSED) ? error.getMessage() : error.toString();
  }
}
