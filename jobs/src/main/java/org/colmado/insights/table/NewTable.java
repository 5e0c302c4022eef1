package org.colmado.insights.table;

import io.delta.tables.DeltaTable;
import io.delta.tables.DeltaTableBuilder;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;

/**
 * Makes an empty Delta table of a spec, in one commit: columns with comments, checks, clustering.
 *
 * @param path folder or URI of the table
 */
record NewTable(TableSpec table, String path) {

  void create(SparkSession spark) {
    DeltaTableBuilder builder =
        DeltaTable.createIfNotExists(spark)
            .location(path)
            .comment(table.grain())
            .property("delta.enableDeletionVectors", "true")
            .property("delta.dataSkippingStatsColumns", String.join(",", skippedBy()));
    for (StructField field : table.schema().fields()) {
      builder.addColumn(
          DeltaTable.columnBuilder(spark, field.name())
              .dataType(field.dataType())
              .nullable(field.nullable())
              .comment(field.getComment().get())
              .build());
    }
    for (Check check : table.checks()) {
      builder.property("delta.constraints." + check.name(), check.condition());
    }
    if (!table.clusteredBy().isEmpty()) {
      builder.clusterBy(table.clusteredBy().toArray(String[]::new));
    }
    builder.execute();
  }

  /** Statistics cost as much as the writing itself: kept for the columns that queries narrow by. */
  private List<String> skippedBy() {
    return table.clusteredBy().isEmpty() ? table.key().subList(0, 1) : table.clusteredBy();
  }
}
