package org.colmado.insights.ingest.file;

import java.util.Optional;

/**
 * A line of a text file without its line terminator.
 *
 * @param number from 1
 * @param text decoded; with replacement characters where the bytes do not fit the encoding
 * @param fault why the line cannot be used; empty if it can
 */
public record TextLine(long number, String text, Optional<RawRecord.Fault> fault) {
  public RawRecord refused() {
    RawRecord.Fault found = fault.orElseThrow();

    return RawRecord.faulty(number, text, found.reason(), found.detail());
  }
}
