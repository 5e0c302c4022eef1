package org.colmado.insights.table;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.colmado.insights.table.Columns.optional;
import static org.colmado.insights.table.Columns.required;

import java.util.List;
import org.apache.spark.sql.types.StructType;

/** Whether the night's tables can be trusted, one measure at a time. */
public final class QualityScorecard {
  public static final String STORE_ID = Columns.STORE_ID;
  public static final String MEASURE = "measure";
  public static final String VALUE = "value";
  public static final String TARGET = "target";
  public static final String HOLDS = "holds";

  public static final TableSpec TABLE =
      new TableSpec(
          "quality_scorecard",
          "One row per store, as-of day and measure",
          List.of(STORE_ID, Columns.AS_OF, MEASURE),
          new StructType()
              .add(Columns.storeId())
              .add(Columns.asOf())
              .add(required(MEASURE, StringType, "What is measured"))
              .add(
                  optional(VALUE, DoubleType, "What it came to; null: there is nothing to measure"))
              .add(required(TARGET, StringType, "What it should be, in words"))
              .add(optional(HOLDS, BooleanType, "Whether it is; null: nothing to measure"))
              .add(Columns.runId()));

  private QualityScorecard() {}
}
