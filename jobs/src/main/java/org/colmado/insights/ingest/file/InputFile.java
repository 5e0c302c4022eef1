package org.colmado.insights.ingest.file;

import java.io.Serializable;
import java.time.Instant;

/**
 * A file to read.
 *
 * @param path URI as Hadoop understands it
 * @param sizeBytes as stored, packed or not
 * @param modifiedAt when it was last written to
 */
public record InputFile(String path, long sizeBytes, Instant modifiedAt) implements Serializable {
  private static final long serialVersionUID = 1L;
}
