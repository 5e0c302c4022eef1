package org.colmado.insights.ingest.ticket;

/** What a row of a ticket is. */
public enum LineKind {
  /** Something the shop sells. */
  PRODUCT,
  /** A discount of the whole ticket, written as a row. */
  DISCOUNT,
  /** Paid with the ticket but no product, such as a delivery. */
  FEE
}
