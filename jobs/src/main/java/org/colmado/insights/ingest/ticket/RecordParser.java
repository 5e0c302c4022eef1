package org.colmado.insights.ingest.ticket;

import java.io.Serializable;
import java.util.Optional;
import org.colmado.insights.ingest.file.RawRecord;

/** Parses a record to a ticket, or reports the rule it breaks. */
public interface RecordParser extends Serializable {
  ParsedTicket parse(RawRecord record) throws RefusedRecord;

  /**
   * The ticket a record belongs to, whatever else is wrong with it; empty if it is not known, or if
   * a record is a whole ticket.
   */
  Optional<TicketPlace> placeOf(RawRecord record);

  /** The record with personal data masked, for {@code rejected_sales}. */
  String masked(RawRecord record);
}
