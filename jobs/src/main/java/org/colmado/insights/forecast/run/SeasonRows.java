package org.colmado.insights.forecast.run;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.colmado.insights.forecast.history.MeasureHistory;
import org.colmado.insights.forecast.history.SellingHours;
import org.colmado.insights.forecast.history.StoreHistory;
import org.colmado.insights.forecast.season.DaySeasons;
import org.colmado.insights.forecast.season.HourSeason;
import org.colmado.insights.forecast.season.SeasonPhase;
import org.colmado.insights.forecast.season.WeeklyGrowth;
import org.colmado.insights.forecast.season.YearSeason;
import org.colmado.insights.lake.SparkTypes;
import org.colmado.insights.schema.Columns;
import org.colmado.insights.schema.TableRow;
import org.colmado.insights.table.DemandForecast;
import org.colmado.insights.table.Seasonality;

/** Turns the seasons of a store into rows of {@link Seasonality}. */
record SeasonRows(String store, ForecastRequest run, StoreHistory history) {

  /**
   * The seasons of tickets and revenue.
   *
   * @param origin the day after the last day used
   */
  Row[] rows(int origin) {
    MeasureHistory tickets = history.tickets(origin);
    SellingHours slots = SellingHours.of(tickets);

    return Stream.concat(
            rows(DemandForecast.TICKETS, tickets, slots),
            rows(DemandForecast.REVENUE, history.revenue(origin), slots))
        .toArray(Row[]::new);
  }

  private Stream<Row> rows(String measure, MeasureHistory past, SellingHours slots) {
    DaySeasons ofDays = DaySeasons.of(past);
    List<SeasonPhase> phases = new ArrayList<>(HourSeason.phases(past, slots, history));
    phases.addAll(ofDays.phases(past));
    phases.addAll(YearSeason.phases(past, ofDays));
    phases.add(WeeklyGrowth.phase(past, ofDays));
    return phases.stream().map(phase -> row(measure, phase));
  }

  private Row row(String measure, SeasonPhase phase) {
    boolean isBounded = Double.isFinite(phase.low()) && Double.isFinite(phase.high());

    return SparkTypes.row(
        TableRow.of(Seasonality.TABLE)
            .with(Seasonality.STORE_ID, store)
            .with(Seasonality.AS_OF, run.lastOn())
            .with(Seasonality.MEASURE, measure)
            .with(Seasonality.SEASON, phase.season())
            .with(Seasonality.PHASE, phase.phase())
            .with(Seasonality.STRENGTH, orNull(phase.strength()))
            .with(Seasonality.SEASON_P_VALUE, orNull(phase.seasonP()))
            .with(Seasonality.EFFECT, orNull(phase.effect()))
            .with(Seasonality.EFFECT_LOW, isBounded ? phase.low() : null)
            .with(Seasonality.EFFECT_HIGH, isBounded ? phase.high() : null)
            .with(Seasonality.P_VALUE, orNull(phase.p()))
            .with(Seasonality.IS_SIGNIFICANT, phase.isSignificant())
            .with(Seasonality.DAYS, phase.days())
            .with(Seasonality.STATUS, phase.status())
            .with(Columns.RUN_ID, run.runId()));
  }

  private static Double orNull(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
