package org.colmado.insights.ingest.assembly;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows of a ticket, each with a key of its own. The second of two rows that are alike has another
 * key than the first, and the same key in every file.
 */
record NumberedRows(Map<Long, FlatRow> byKey) {

  /**
   * @param repeatsAreCopies keep only the first of rows that are alike
   */
  static NumberedRows of(List<FlatRow> rows, boolean repeatsAreCopies) {
    Map<Long, Integer> times = new HashMap<>();
    Map<Long, FlatRow> byKey = new LinkedHashMap<>();
    for (FlatRow row : rows) {
      int before = times.merge(row.key(), 1, Integer::sum) - 1;
      if (before == 0) {
        byKey.putIfAbsent(row.key(), row);
      } else if (!repeatsAreCopies) {
        byKey.putIfAbsent(FlatRow.hash(row.key() + "#" + before), row);
      }
    }

    return new NumberedRows(byKey);
  }
}
