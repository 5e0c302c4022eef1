package org.colmado.insights.ingest;

/** A record that breaks a rule; carries the rule's name and what was found and expected. */
final class RefusedRecord extends Exception {
  private static final long serialVersionUID = 1L;

  private final String reason;

  RefusedRecord(String reason, String detail) {
    super(detail, null, false, false);
    this.reason = reason;
  }

  RawRecord.Fault fault() {
    return new RawRecord.Fault(reason, getMessage());
  }
}
