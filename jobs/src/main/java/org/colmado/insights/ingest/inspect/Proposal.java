package org.colmado.insights.ingest.inspect;

import java.util.List;
import org.colmado.insights.config.SourceMapping;

/**
 * A mapping for a file.
 *
 * @param name of the mapping in {@code conf/sources} that knows the file; empty: it is a new one
 * @param mapping how to read the file
 * @param reasons why, a sentence each
 * @param doubts what a person should look at before the mapping is kept
 */
public record Proposal(
    String name, SourceMapping mapping, List<Finding> reasons, List<Finding> doubts) {

  public boolean isKnown() {
    return !name.isEmpty();
  }
}
