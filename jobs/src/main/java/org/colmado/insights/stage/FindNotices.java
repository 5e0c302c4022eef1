package org.colmado.insights.stage;

import static org.apache.spark.sql.functions.lit;

import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.colmado.insights.forecast.notices.NoticeTables;
import org.colmado.insights.run.Outcome;
import org.colmado.insights.run.Run;
import org.colmado.insights.schema.Columns;
import org.colmado.insights.table.HourlySales;
import org.colmado.insights.table.IssuedScores;
import org.colmado.insights.table.Sales;
import org.colmado.insights.table.StoreNotices;
import org.colmado.insights.table.Stores;

/**
 * Reads {@link HourlySales}, {@link Sales} and {@link IssuedScores}, writes {@link StoreNotices}.
 */
final class FindNotices {
  private FindNotices() {}

  static Outcome run(Run run) {
    Map<String, String> currencies = new HashMap<>();
    run.small()
        .rows(Stores.TABLE)
        .forEach(
            store -> currencies.put(store.getAs(Stores.STORE_ID), store.getAs(Stores.CURRENCY)));
    Dataset<Row> notices =
        new NoticeTables(run.asOf(), currencies)
            .from(
                run.lake().read(HourlySales.TABLE),
                run.lake().read(Sales.TABLE),
                run.lake().read(IssuedScores.TABLE))
            .withColumn(Columns.AS_OF, lit(run.asOf()));

    return NightRows.write(run, StoreNotices.TABLE, notices);
  }
}
