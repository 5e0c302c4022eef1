package org.colmado.insights.ingest;

import java.io.Serializable;

/** Turns a record into a ticket, or says which rule it breaks. */
interface RecordParser extends Serializable {
  ParsedTicket parse(RawRecord record) throws RefusedRecord;

  /** The record without what tells of a person, for the table of refusals. */
  String masked(RawRecord record);
}
