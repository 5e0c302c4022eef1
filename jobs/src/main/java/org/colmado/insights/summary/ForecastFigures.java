package org.colmado.insights.summary;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.colmado.insights.run.Run;
import org.colmado.insights.table.DemandForecast;
import org.colmado.insights.table.StaffingPlan;

/**
 * The forecast figures of a shop: its next open day and the next seven days.
 *
 * @param byMeasure tickets and revenue
 */
record ForecastFigures(Map<String, Measure> byMeasure) {
  private static final String NEXT_ON = "next_on";

  /** A forecast with its 80 % interval. */
  record Span(double yhat, double low, double high) {}

  /**
   * The forecast of one measure.
   *
   * @param week empty if less than a week is forecast
   */
  record Measure(LocalDate dayOn, Span day, Optional<Span> week, boolean isGuess) {}

  /** The hour that needs most clerks. */
  record Busiest(LocalDate on, int hour, int clerks) {}

  ForecastFigures {
    byMeasure = Map.copyOf(byMeasure);
  }

  /** Figures by store. */
  static Map<String, ForecastFigures> of(Run run, Column stores) {
    Dataset<Row> forecasts =
        run.lake()
            .read(DemandForecast.TABLE)
            .where(col(DemandForecast.AS_OF).equalTo(lit(run.asOf())).and(stores))
            .where(col(DemandForecast.MEASURE).isin(DemandForecast.TICKETS, DemandForecast.REVENUE))
            .where(col(DemandForecast.GRANULARITY).isin(DemandForecast.DAY, DemandForecast.WEEK));
    Column[] key = {
      col(DemandForecast.STORE_ID), col(DemandForecast.MEASURE), col(DemandForecast.GRANULARITY)
    };
    Dataset<Row> first = forecasts.groupBy(key).agg(min(DemandForecast.TARGET_ON).as(NEXT_ON));
    List<Row> rows =
        forecasts
            .join(
                first,
                List.of(DemandForecast.STORE_ID, DemandForecast.MEASURE, DemandForecast.GRANULARITY)
                    .toArray(String[]::new))
            .where(col(DemandForecast.TARGET_ON).equalTo(col(NEXT_ON)))
            .collectAsList();

    return rows.stream()
        .collect(
            Collectors.collectingAndThen(
                Collectors.groupingBy(row -> row.<String>getAs(DemandForecast.STORE_ID)),
                ForecastFigures::byStore));
  }

  private static Map<String, ForecastFigures> byStore(Map<String, List<Row>> rows) {
    Map<String, ForecastFigures> byStore = new HashMap<>();
    rows.forEach((store, ofStore) -> byStore.put(store, new ForecastFigures(measures(ofStore))));
    return byStore;
  }

  private static Map<String, Measure> measures(List<Row> rows) {
    Map<String, Measure> byMeasure = new HashMap<>();
    for (Row day : rows) {
      if (day.<String>getAs(DemandForecast.GRANULARITY).equals(DemandForecast.DAY)) {
        String measure = day.getAs(DemandForecast.MEASURE);
        boolean isGuess = day.<String>getAs(DemandForecast.STATUS).equals(DemandForecast.LOW_DATA);
        byMeasure.put(
            measure,
            new Measure(
                day.getAs(DemandForecast.TARGET_ON), span(day), week(rows, measure), isGuess));
      }
    }
    return byMeasure;
  }

  private static Optional<Span> week(List<Row> rows, String measure) {
    return rows.stream()
        .filter(row -> row.<String>getAs(DemandForecast.GRANULARITY).equals(DemandForecast.WEEK))
        .filter(row -> row.<String>getAs(DemandForecast.MEASURE).equals(measure))
        .map(ForecastFigures::span)
        .findFirst();
  }

  private static Span span(Row row) {
    return new Span(
        row.<Double>getAs(DemandForecast.YHAT),
        row.<Double>getAs(DemandForecast.LO80),
        row.<Double>getAs(DemandForecast.HI80));
  }

  /** The hour of the coming week that needs most clerks, by store. */
  static Map<String, Busiest> hands(Run run, Column stores) {
    Column slot =
        struct(
            col(StaffingPlan.TARGET_ON),
            col(StaffingPlan.TARGET_HOUR),
            col(StaffingPlan.CLERKS_NEEDED));

    return run
        .lake()
        .read(StaffingPlan.TABLE)
        .where(col(StaffingPlan.AS_OF).equalTo(lit(run.asOf())).and(stores))
        .where(col(StaffingPlan.TARGET_ON).leq(lit(run.asOf().plusWeeks(1))))
        .groupBy(StaffingPlan.STORE_ID)
        .agg(max_by(slot, struct(col(StaffingPlan.CLERKS_NEEDED), col(StaffingPlan.UPPER_TICKETS))))
        .collectAsList()
        .stream()
        .collect(
            Collectors.toMap(
                row -> row.getString(0),
                row -> {
                  Row busiest = row.getStruct(1);
                  return new Busiest(busiest.getLocalDate(0), busiest.getInt(1), busiest.getInt(2));
                }));
  }
}
