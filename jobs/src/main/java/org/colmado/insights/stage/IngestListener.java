package org.colmado.insights.stage;

import org.colmado.insights.ingest.ReadRecords;

/** Is told what an ingestion read. */
public interface IngestListener {
  /** Listens to nothing. */
  IngestListener NONE = new IngestListener() {};

  /** The files were read; nothing is written yet. */
  default void read(ReadRecords records) {}

  /** The tickets are in the lake. */
  default void written(ReadRecords records) {}
}
