package org.colmado.insights.lake.sql;

/** A query that only a Spark session can answer. */
final class UnsupportedPlanException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnsupportedPlanException(String what) {
    super("Cannot answer without a session: " + what);
  }
}
