package org.colmado.insights.delta;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.colmado.insights.schema.TableSpec;

/** Delta properties of a new table. */
final class TableProperties {
  private TableProperties() {}

  /**
   * Deletion vectors only where single rows of large tables change: any reader opens the others.
   * Statistics only of the columns that queries filter by: they cost as much as the write itself.
   */
  static Map<String, String> of(TableSpec table) {
    Map<String, String> properties = new HashMap<>();
    properties.put("delta.dataSkippingStatsColumns", String.join(",", skippedBy(table)));
    if (table.hasDeletionVectors()) {
      properties.put("delta.enableDeletionVectors", "true");
    }
    return properties;
  }

  private static List<String> skippedBy(TableSpec table) {
    return table.clusteredBy().isEmpty() ? table.key().subList(0, 1) : table.clusteredBy();
  }
}
