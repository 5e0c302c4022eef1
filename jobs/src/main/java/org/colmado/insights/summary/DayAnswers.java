package org.colmado.insights.summary;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.colmado.insights.config.BadInputException;
import org.colmado.insights.forecast.history.CalendarEffects;
import org.colmado.insights.forecast.history.StoreSetting;
import org.colmado.insights.forecast.run.ForecastRules;
import org.colmado.insights.forecast.run.StoreWhatIf;
import org.colmado.insights.forecast.run.WhatIfForecasts;
import org.colmado.insights.forecast.run.WhatIfQuestion;
import org.colmado.insights.run.Run;
import org.colmado.insights.table.CalendarDays;
import org.colmado.insights.table.DemandForecast;
import org.colmado.insights.table.HourlySales;
import org.colmado.insights.table.Stores;

/**
 * Computes the answers to a what-if question for the stores.
 *
 * @param run with the as-of day of the forecast
 */
public record DayAnswers(Run run, ForecastRules rules, WhatIfQuestion question) {

  /** As-of day of the newest forecast. */
  public static LocalDate lastForecast(Run run) {
    Row newest = run.lake().read(DemandForecast.TABLE).agg(max(col(DemandForecast.AS_OF))).first();
    if (newest.isNullAt(0)) {
      throw new BadInputException(
          "Cannot answer: nothing is forecast yet, run first: bin/insights nightly");
    }

    return newest.getLocalDate(0);
  }

  /**
   * In the columns of {@link WhatIfForecasts}, by store, tickets first; a store without a forecast
   * of the day has none.
   *
   * @param store null: all
   */
  public List<Row> of(String store) {
    List<Row> stores = run.small().rows(Stores.TABLE);
    Column asked = store == null ? lit(true) : col(DemandForecast.STORE_ID).equalTo(store);
    Column onTheDay =
        col(DemandForecast.AS_OF)
            .equalTo(lit(run.asOf()))
            .and(col(DemandForecast.TARGET_ON).equalTo(lit(question.on())))
            .and(col(DemandForecast.GRANULARITY).equalTo(DemandForecast.DAY))
            .and(col(DemandForecast.MEASURE).isin(DemandForecast.TICKETS, DemandForecast.REVENUE));
    StoreWhatIf answer =
        new StoreWhatIf(
            rules,
            question,
            run.asOf(),
            StoreSetting.byStore(stores),
            CalendarEffects.of(run.small().rows(CalendarDays.TABLE)));
    Dataset<Row> hours =
        run.lake()
            .read(HourlySales.TABLE)
            .where(col(HourlySales.BUSINESS_ON).leq(lit(run.asOf())).and(asked));

    return new WhatIfForecasts(answer)
        .from(
            hours,
            run.lake().read(DemandForecast.TABLE).where(onTheDay.and(asked)),
            Math.max(1, stores.size()))
        .orderBy(col(DemandForecast.STORE_ID), col(DemandForecast.MEASURE).desc())
        .collectAsList();
  }

  /**
   * Currencies of the stores in question.
   *
   * @param store null: all
   */
  public Map<String, String> currencies(String store) {
    Map<String, String> currencies = new TreeMap<>();
    for (Row row : run.small().rows(Stores.TABLE)) {
      String id = row.getAs(Stores.STORE_ID);
      if (store == null || store.equals(id)) {
        currencies.put(id, row.getAs(Stores.CURRENCY));
      }
    }
    if (currencies.isEmpty()) {
      throw new BadInputException(
          "Cannot answer for store '%s': there is none, see: bin/insights query \"SELECT store_id"
                  .formatted(store)
              + " FROM stores\"");
    }
    return currencies;
  }
}
