package org.colmado.insights.ingest.ticket;

import org.colmado.insights.ingest.file.RawRecord;

/** A record that breaks a rule; carries the rule's name and what was found and expected. */
public final class RefusedRecord extends Exception {
  private static final long serialVersionUID = 1L;

  private final String reason;

  public RefusedRecord(String reason, String detail) {
    super(detail, null, false, false);
    this.reason = reason;
  }

  public RawRecord.Fault fault() {
    return new RawRecord.Fault(reason, getMessage());
  }
}
