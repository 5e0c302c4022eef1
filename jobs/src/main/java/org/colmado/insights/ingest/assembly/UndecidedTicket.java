package org.colmado.insights.ingest.assembly;

/** A ticket that cannot be counted; carries the reason, and what was found and expected. */
final class UndecidedTicket extends Exception {
  private static final long serialVersionUID = 1L;

  private final String reason;

  UndecidedTicket(String reason, String detail) {
    super(detail, null, false, false);
    this.reason = reason;
  }

  String reason() {
    return reason;
  }
}
