package org.colmado.insights.ingest;

import java.io.Serializable;

/** Parses a record to a ticket, or reports the rule it breaks. */
interface RecordParser extends Serializable {
  ParsedTicket parse(RawRecord record) throws RefusedRecord;

  /** The record with personal data masked, for {@code rejected_sales}. */
  String masked(RawRecord record);
}
