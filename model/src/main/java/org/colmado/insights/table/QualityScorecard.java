package org.colmado.insights.table;

import static org.colmado.insights.schema.ColumnType.BOOLEAN;
import static org.colmado.insights.schema.ColumnType.DOUBLE;
import static org.colmado.insights.schema.ColumnType.STRING;
import static org.colmado.insights.schema.Columns.optional;
import static org.colmado.insights.schema.Columns.required;

import java.util.List;
import org.colmado.insights.schema.ColumnType.Struct;
import org.colmado.insights.schema.Columns;
import org.colmado.insights.schema.TableSpec;

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
          new Struct()
              .add(Columns.storeId())
              .add(Columns.asOf())
              .add(required(MEASURE, STRING, "What is measured"))
              .add(optional(VALUE, DOUBLE, "What it came to; null: there is nothing to measure"))
              .add(required(TARGET, STRING, "What it should be, in words"))
              .add(optional(HOLDS, BOOLEAN, "Whether it is; null: nothing to measure"))
              .add(Columns.runId()));

  private QualityScorecard() {}
}
