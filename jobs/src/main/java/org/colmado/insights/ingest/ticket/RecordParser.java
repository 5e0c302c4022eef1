package org.colmado.insights.ingest.ticket;

import java.io.Serializable;
import org.colmado.insights.ingest.file.RawRecord;

/** Parses a record to a ticket, or reports the rule it breaks. */
public interface RecordParser extends Serializable {
  ParsedTicket parse(RawRecord record) throws RefusedRecord;

  /** The record with personal data masked, for {@code rejected_sales}. */
  String masked(RawRecord record);
}
