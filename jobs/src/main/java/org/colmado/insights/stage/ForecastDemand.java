package org.colmado.insights.stage;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.colmado.insights.forecast.history.CalendarEffects;
import org.colmado.insights.forecast.history.CategoryRevenue;
import org.colmado.insights.forecast.history.ExternalFiles;
import org.colmado.insights.forecast.history.StoreSetting;
import org.colmado.insights.forecast.model.TypicalWeek;
import org.colmado.insights.forecast.run.ForecastRequest;
import org.colmado.insights.forecast.run.ForecastRules;
import org.colmado.insights.forecast.run.ForecastedStores;
import org.colmado.insights.forecast.run.StoreForecaster;
import org.colmado.insights.run.Outcome;
import org.colmado.insights.run.Run;
import org.colmado.insights.run.Stage;
import org.colmado.insights.schema.TableSpec;
import org.colmado.insights.spark.IntermediateResults;
import org.colmado.insights.table.BacktestForecasts;
import org.colmado.insights.table.CalendarDays;
import org.colmado.insights.table.DemandForecast;
import org.colmado.insights.table.ForecastAccuracy;
import org.colmado.insights.table.HourlySales;
import org.colmado.insights.table.Sales;
import org.colmado.insights.table.Seasonality;
import org.colmado.insights.table.Stores;

/**
 * Reads {@link HourlySales} and {@link Sales}, and the optional files of weather and events; writes
 * {@link BacktestForecasts} and {@link ForecastAccuracy} of the stores whose back-test is due, once
 * a week, with their {@link Seasonality}, and {@link DemandForecast} of all stores.
 */
public final class ForecastDemand implements Stage {
  private static final int WEEK = 7;

  /** Number of digits that do not depend on the order of summation. */
  private static final int DIGITS = 6;

  /** Additional earlier origins whose errors the first intervals need. */
  private static final int WARM_UP = 8;

  @Override
  public String name() {
    return "forecast";
  }

  @Override
  public List<String> beside() {
    return List.of("segments", "offers");
  }

  @Override
  public Outcome run(Run run) {
    ForecastRules rules = ForecastRules.read(run.conf().find("forecast.yaml"));
    try (IntermediateResults intermediate = new IntermediateResults()) {
      Dataset<Row> champions = intermediate.checkpointed(champions(run, rules));
      boolean isAnyDue = isAnyDue(run, rules, champions);
      Dataset<Row> found =
          intermediate.checkpointed(
              forecasts(run, rules, asked(run, rules, isAnyDue), champions, intermediate));
      if (isAnyDue) {
        writeTrials(run, found);
        put(run, Seasonality.TABLE, rows(found, ForecastedStores.SEASONS));
        put(run, ForecastAccuracy.TABLE, rows(found, ForecastedStores.ACCURACY));
      }
      long written = put(run, DemandForecast.TABLE, rows(found, ForecastedStores.FORECAST));
      return Outcome.wrote(written, written);
    }
  }

  private static ForecastRequest asked(Run run, ForecastRules rules, boolean isAnyDue) {
    LocalDate next = run.asOf().plusDays(1);

    return new ForecastRequest(
        run.asOf(),
        run.runId(),
        true,
        isAnyDue ? weekly(run.asOf(), rules.origins() + WARM_UP) : List.of(),
        next.minusWeeks(rules.origins()));
  }

  /** Whether any active store has no champions. */
  private static boolean isAnyDue(Run run, ForecastRules rules, Dataset<Row> champions) {
    LocalDate silentSince = run.asOf().minusDays(rules.silentDays());

    return !run.lake()
        .read(HourlySales.TABLE)
        .where(col(HourlySales.BUSINESS_ON).between(lit(silentSince), lit(run.asOf())))
        .where(col(HourlySales.TICKETS).gt(0))
        .select(HourlySales.STORE_ID)
        .distinct()
        .join(champions, HourlySales.STORE_ID, "left_anti")
        .isEmpty();
  }

  /** Forecasts of all stores of the lake. */
  public static Dataset<Row> forecasts(
      Run run,
      ForecastRules rules,
      ForecastRequest asked,
      Dataset<Row> champions,
      IntermediateResults intermediate) {
    Column counted = col(Sales.BUSINESS_ON).leq(lit(asked.lastOn()));
    Dataset<Row> sales = run.lake().read(Sales.TABLE).where(counted);
    Dataset<Row> visits = sales.where(not(col(Sales.IS_RETURN)).and(not(col(Sales.IS_CANCELLED))));
    Dataset<Row> hours = run.lake().read(HourlySales.TABLE).where(counted);
    List<Row> stores = run.small().rows(Stores.TABLE);
    StoreForecaster forecaster =
        new StoreForecaster(
            rules,
            asked,
            StoreSetting.byStore(stores),
            CalendarEffects.of(run.small().rows(CalendarDays.TABLE)),
            typicalWeek(hours, stores, asked));

    return new ForecastedStores(forecaster)
        .from(
            hours,
            CategoryRevenue.byDay(visits),
            baskets(visits),
            champions,
            new ExternalFiles(run.optionalFiles()).read(),
            intermediate);
  }

  private static Map<String, TypicalWeek> typicalWeek(
      Dataset<Row> hours, List<Row> stores, ForecastRequest asked) {
    return asked.isForecast() && stores.size() > 1
        ? TypicalWeek.of(TypicalWeek.rows(hours, asked.lastOn()).collectAsList())
        : Map.of();
  }

  /** Weekly origins; the last one is six days before the as-of day. */
  private static List<LocalDate> weekly(LocalDate asOf, int origins) {
    List<LocalDate> weekly = new ArrayList<>();
    for (int week = origins; week >= 1; week--) {
      weekly.add(asOf.plusDays(1).minusDays((long) WEEK * week));
    }
    return weekly;
  }

  /** The largest sale of each store is left out: a mistyped amount would be all there is. */
  private static Dataset<Row> baskets(Dataset<Row> visits) {
    Column value = col(Sales.NET_TOTAL).cast("double");
    Column others = count(value).minus(1);
    Column mean = sum(value).minus(max(value)).divide(others);
    Column square = sum(value.multiply(value)).minus(max(value.multiply(value))).divide(others);
    Column variance = greatest(lit(0), square.minus(mean.multiply(mean)));

    return visits
        .groupBy(col(Sales.STORE_ID))
        .agg(
            when(others.gt(0), round(sqrt(variance).divide(mean), DIGITS))
                .as(ForecastedStores.BASKET_CV));
  }

  /** The champions of the newest back-test of each store within the refit period. */
  private static Dataset<Row> champions(Run run, ForecastRules rules) {
    Column recent =
        col(ForecastAccuracy.AS_OF)
            .gt(lit(run.asOf().minusDays(rules.refitDays())))
            .and(col(ForecastAccuracy.AS_OF).lt(lit(run.asOf())));
    Dataset<Row> judged =
        run.lake()
            .read(ForecastAccuracy.TABLE)
            .where(recent.and(col(ForecastAccuracy.IS_CHAMPION)));
    Dataset<Row> newest =
        judged
            .groupBy(col(ForecastAccuracy.STORE_ID))
            .agg(max(ForecastAccuracy.AS_OF).as(ForecastAccuracy.AS_OF));
    String[] key = {ForecastAccuracy.STORE_ID, ForecastAccuracy.AS_OF};

    return judged.join(newest, key, "left_semi");
  }

  /** Appends the back-test forecasts of new origins. */
  private static void writeTrials(Run run, Dataset<Row> found) {
    Dataset<Row> trials = rows(found, ForecastedStores.TRIALS);
    Dataset<Row> there =
        run.lake()
            .read(BacktestForecasts.TABLE)
            .groupBy(col(BacktestForecasts.STORE_ID).as("known_store"))
            .agg(max(BacktestForecasts.ORIGIN_ON).as("known_until"));
    Column isKnown =
        col(BacktestForecasts.STORE_ID)
            .equalTo(col("known_store"))
            .and(col(BacktestForecasts.ORIGIN_ON).leq(col("known_until")));
    Dataset<Row> fresh = trials.join(there, isKnown, "left_anti");

    run.lake().append(BacktestForecasts.TABLE, fresh);
  }

  public static Dataset<Row> rows(Dataset<Row> found, String field) {
    return found.select(explode(col(field)).as("row")).select("row.*");
  }

  private static long put(Run run, TableSpec table, Dataset<Row> rows) {
    long count = rows.count();
    if (count > 0) {
      run.lake().upsert(table, rows.coalesce(1), count);
    }
    return count;
  }
}
