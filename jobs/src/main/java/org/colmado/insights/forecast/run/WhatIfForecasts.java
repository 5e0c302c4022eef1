package org.colmado.insights.forecast.run;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.colmado.insights.forecast.history.HistoryColumns;
import org.colmado.insights.table.DemandForecast;
import org.colmado.insights.table.HourlySales;

/** Answers a what-if question for every store, one Spark task each. */
public record WhatIfForecasts(StoreWhatIf answer) {
  /**
   * One row a store and measure.
   *
   * @param hours rows of {@link HourlySales}, none after the last day to count
   * @param planned rows of {@link DemandForecast} of the day in question, one for each store and
   *     measure
   * @param stores number of stores, used as number of partitions
   */
  public Dataset<Row> from(Dataset<Row> hours, Dataset<Row> planned, int stores) {
    Column store = col(HourlySales.STORE_ID);
    Column forecast =
        struct(
            col(DemandForecast.MEASURE),
            col(DemandForecast.YHAT),
            col(DemandForecast.LO80),
            col(DemandForecast.HI80));
    Dataset<Row> forecasts =
        planned.groupBy(store).agg(collect_list(forecast).as(WhatIfAnswer.PLANNED));

    return HistoryColumns.hoursByStore(hours)
        .join(forecasts, HourlySales.STORE_ID)
        .repartition(stores, store)
        .select(
            explode(
                    udf(answer, DataTypes.createArrayType(WhatIfAnswer.COLUMNS))
                        .apply(store, col(HistoryColumns.HOURS), col(WhatIfAnswer.PLANNED)))
                .as("answer"))
        .select("answer.*");
  }
}
