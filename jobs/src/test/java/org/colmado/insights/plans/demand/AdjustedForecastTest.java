package org.colmado.insights.plans.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.colmado.insights.testing.ShopRows.entry;
import static org.colmado.insights.testing.ShopRows.forecast;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.colmado.insights.table.DemandForecast;
import org.colmado.insights.table.ForecastOverrides;
import org.colmado.insights.table.IssuedScores;
import org.colmado.insights.testing.ShopRows;
import org.junit.jupiter.api.Test;

/**
 * A Friday of 40 tickets, 10 at noon, 30 at 18:00, none at 23:00, in a week of 200; and of
 * RD$1,000, 600 of them of staples. Upper ends of intervals are one and a half times the forecast,
 * 1 at 23:00.
 */
class AdjustedForecastTest {
  private static final int WHOLE = DemandForecast.NO_HOUR;

  @Test
  void withoutANumberTheForecastIsTheModels() {
    assertThat(new AdjustedForecast(entries()).adjusted(model()).collectAsList())
        .containsExactlyInAnyOrderElementsOf(model().collectAsList());
    assertThat(beside(entry(ForecastOverrides.STORE_ID, "luz", ForecastOverrides.VALUE, 80.0)))
        .containsOnlyKeys("hour 12", "hour 18", "hour 23", "day", "week", "money", "staples")
        .containsValue(null)
        .doesNotContainValue(80.0);
  }

  @Test
  void aDaysNumberScalesItsHours() {
    assertThat(beside(entry(ForecastOverrides.VALUE, 80.0)))
        .containsEntry("hour 12", 20.0)
        .containsEntry("hour 18", 60.0)
        .containsEntry("hour 23", 0.0)
        .containsEntry("day", 80.0)
        .containsEntry("week", null)
        .containsEntry("money", null)
        .containsEntry("staples", null);
  }

  @Test
  void anHoursNumberStandsAndTheOthersShareTheRestOfTheDay() {
    Row hour = entry(ForecastOverrides.TARGET_HOUR, 18, ForecastOverrides.VALUE, 50.0);

    assertThat(beside(hour))
        .containsEntry("hour 12", null)
        .containsEntry("hour 18", 50.0)
        .containsEntry("day", 60.0);
    assertThat(beside(hour, entry(ForecastOverrides.VALUE, 80.0)))
        .containsEntry("hour 12", 30.0)
        .containsEntry("hour 18", 50.0)
        .containsEntry("day", 80.0);
    assertThat(beside(hour, entry(ForecastOverrides.VALUE, 40.0)))
        .containsEntry("hour 12", 0.0)
        .containsEntry("day", 50.0);
  }

  @Test
  void theNewestEntryHoldsAndAWithdrawalLeavesNone() {
    Row first = entry(ForecastOverrides.VALUE, 80.0);
    Row second = entered("2026-08-13T12:00:00Z", 60.0);
    Row withdrawn = entered("2026-08-13T22:00:00Z", null);

    assertThat(beside(second, first)).containsEntry("day", 60.0);
    assertThat(beside(second, withdrawn, first))
        .containsEntry("day", null)
        .containsEntry("hour 12", null);
  }

  @Test
  void categoriesGoWithTheRevenueOfTheDay() {
    assertThat(
            beside(
                entry(
                    ForecastOverrides.MEASURE,
                    DemandForecast.REVENUE,
                    ForecastOverrides.VALUE,
                    1_500.0)))
        .containsEntry("money", 1_500.0)
        .containsEntry("staples", 900.0)
        .containsEntry("day", null);
  }

  @Test
  void intervalsAreScaledAlikeAndWhatChangedSaysSo() {
    Row night = entry(ForecastOverrides.TARGET_HOUR, 23, ForecastOverrides.VALUE, 4.0);
    Dataset<Row> owners =
        new AdjustedForecast(entries(night, entry(ForecastOverrides.VALUE, 84.0)))
            .adjusted(model());

    assertThat(values(owners, DemandForecast.YHAT)).containsEntry("hour 12", 20.0);
    assertThat(values(owners, DemandForecast.HI80))
        .containsEntry("hour 12", 30.0)
        .containsEntry("hour 23", 5.0)
        .containsEntry("week", 300.0);
    assertThat(owners.columns()).containsExactly(model().columns());
    assertThat(owners.where("status = 'adjusted'").count()).isEqualTo(4);
  }

  private static Row entered(String at, Double value) {
    return entry(ForecastOverrides.ENTERED_AT, at, ForecastOverrides.VALUE, value);
  }

  private static Map<String, Double> beside(Row... entries) {
    return values(
        new AdjustedForecast(entries(entries)).withOverrides(model()), IssuedScores.OVERRIDE_VALUE);
  }

  private static Map<String, Double> values(Dataset<Row> rows, String column) {
    Map<String, Double> values = new HashMap<>();
    for (Row row : rows.collectAsList()) {
      String granularity = row.getAs(DemandForecast.GRANULARITY);
      String measure = row.getAs(DemandForecast.MEASURE);
      String ofTickets =
          granularity.equals(DemandForecast.HOUR)
              ? granularity + " " + row.getAs(DemandForecast.TARGET_HOUR)
              : granularity;
      String name =
          switch (measure) {
            case DemandForecast.TICKETS -> ofTickets;
            case DemandForecast.REVENUE -> "money";
            default -> measure.substring(DemandForecast.OF_CATEGORY.length());
          };
      values.put(name, row.getAs(column));
    }
    return values;
  }

  private static Dataset<Row> entries(Row... entries) {
    return ShopRows.of(ForecastOverrides.TABLE, entries);
  }

  private static Dataset<Row> model() {
    return ShopRows.of(
        DemandForecast.TABLE,
        List.of(
            row(DemandForecast.HOUR, 12, DemandForecast.TICKETS, 10, 15),
            row(DemandForecast.HOUR, 18, DemandForecast.TICKETS, 30, 45),
            row(DemandForecast.HOUR, 23, DemandForecast.TICKETS, 0, 1),
            row(DemandForecast.DAY, WHOLE, DemandForecast.TICKETS, 40, 60),
            row(DemandForecast.WEEK, WHOLE, DemandForecast.TICKETS, 200, 300),
            row(DemandForecast.DAY, WHOLE, DemandForecast.REVENUE, 1_000, 1_500),
            row(DemandForecast.DAY, WHOLE, "revenue:staples", 600, 900)));
  }

  private static Row row(String granularity, int hour, String measure, double yhat, double hi80) {
    return forecast(
        DemandForecast.GRANULARITY,
        granularity,
        DemandForecast.TARGET_HOUR,
        hour,
        DemandForecast.MEASURE,
        measure,
        DemandForecast.YHAT,
        yhat,
        DemandForecast.HI80,
        hi80);
  }
}
