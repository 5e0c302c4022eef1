package org.colmado.insights.ingest.inspect;

import java.util.ArrayList;
import java.util.List;

/**
 * What was found out about a file.
 *
 * @param reasons why it is read so
 * @param doubts what a person should decide
 */
record Findings(List<Finding> reasons, List<Finding> doubts) {
  static Findings none() {
    return new Findings(new ArrayList<>(), new ArrayList<>());
  }

  void reason(String key, Object... values) {
    reasons.add(Finding.of(key, values));
  }

  void doubt(String key, Object... values) {
    doubts.add(Finding.of(key, values));
  }
}
