package org.colmado.insights.forecast.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.colmado.insights.testing.ShopRows.FRIDAY;
import static org.colmado.insights.testing.ShopRows.forecast;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.colmado.insights.table.DemandForecast;
import org.colmado.insights.table.HourlySales;
import org.colmado.insights.table.IssuedScores;
import org.colmado.insights.testing.ShopRows;
import org.colmado.insights.testing.SparkExtension;
import org.junit.jupiter.api.Test;

/**
 * On Friday five tickets at 10:00, none at 11:00, closed at 12:00; on Saturday an hour is missing;
 * Sunday was closed; Monday sold three.
 */
class ScoredForecastsTest {
  private static final LocalDate FRI = LocalDate.parse(FRIDAY);
  private static final LocalDate SAT = FRI.plusDays(1);
  private static final LocalDate SUN = FRI.plusDays(2);
  private static final LocalDate MON = FRI.plusDays(3);
  private static final LocalDate AS_OF = FRI.minusDays(1);

  @Test
  void anHourIsScoredIfItWasOpenOnADayThatIsKnown() {
    List<Row> scores =
        scores(hour(FRI, 10), hour(FRI, 11), hour(FRI, 12), hour(SAT, 10), hour(MON, 10));

    assertThat(scores)
        .extracting(
            row -> row.<LocalDate>getAs(IssuedScores.TARGET_ON),
            row -> row.<Integer>getAs(IssuedScores.TARGET_HOUR),
            row -> row.<Double>getAs(IssuedScores.ACTUAL))
        .containsExactlyInAnyOrder(tuple(FRI, 10, 5.0), tuple(FRI, 11, 0.0), tuple(MON, 10, 3.0));
  }

  @Test
  void theErrorIsWhatCameLessWhatWasForecast() {
    Row monday = scores(day(MON, DemandForecast.TICKETS)).get(0);

    assertThat(monday.<Double>getAs(IssuedScores.ERROR)).isEqualTo(3.0 - 10.0);
    assertThat(monday.<Integer>getAs(IssuedScores.HORIZON_DAYS)).isEqualTo(4);
  }

  @Test
  void closedDaysAndDaysWithAMissingHourAreNotScored() {
    assertThat(scores(day(SAT, DemandForecast.TICKETS), day(SUN, DemandForecast.TICKETS)))
        .isEmpty();
  }

  @Test
  void aCategoryThatSoldNothingOnAKnownDaySoldNothing() {
    assertThat(
            scores(
                day(FRI, DemandForecast.REVENUE),
                day(FRI, "revenue:staples"),
                day(FRI, "revenue:meat"),
                day(SAT, "revenue:staples")))
        .extracting(
            row -> row.<String>getAs(IssuedScores.MEASURE),
            row -> row.<Double>getAs(IssuedScores.ACTUAL))
        .containsExactlyInAnyOrder(
            tuple("revenue", 500.0), tuple("revenue:staples", 300.0), tuple("revenue:meat", 0.0));
  }

  @Test
  void aWeekIsScoredIfAllOfItsDaysThatWereForecastAreKnown() {
    assertThat(scores(week(FRI), tickets(FRI), tickets(MON)))
        .filteredOn(row -> row.getAs(IssuedScores.GRANULARITY).equals(DemandForecast.WEEK))
        .extracting(row -> row.<Double>getAs(IssuedScores.ACTUAL))
        .containsExactly(8.0);
    assertThat(scores(week(FRI), tickets(FRI), tickets(SAT), tickets(MON)))
        .extracting(row -> row.<String>getAs(IssuedScores.GRANULARITY))
        .containsOnly(DemandForecast.DAY);
  }

  @Test
  void aDayOfTheSecondWeekIsNotOneOfTheFirst() {
    Row second = week(FRI.plusDays(7));

    assertThat(scores(week(FRI), second, tickets(FRI), tickets(FRI.plusDays(7))))
        .filteredOn(row -> row.getAs(IssuedScores.GRANULARITY).equals(DemandForecast.WEEK))
        .extracting(row -> row.<LocalDate>getAs(IssuedScores.TARGET_ON))
        .containsExactly(FRI);
  }

  private static List<Row> scores(Row... issued) {
    List<Row> hours =
        List.of(
            sold(FRI, 10, HourlySales.OPEN, 5),
            sold(FRI, 11, HourlySales.OPEN, 0),
            sold(FRI, 12, HourlySales.CLOSED, 0),
            sold(SAT, 10, HourlySales.OPEN, 2),
            sold(SAT, 11, HourlySales.MISSING, 0),
            sold(SUN, 10, HourlySales.CLOSED, 0),
            sold(MON, 10, HourlySales.OPEN, 3));
    Dataset<Row> categories =
        SparkExtension.session()
            .sql(
                "SELECT * FROM VALUES ('ana', DATE'%s', 'staples', 300D), ('ana', DATE'%s', 'staples', 100D)"
                        .formatted(FRI, SAT)
                    + " AS t(store_id, business_on, category, value)");
    List<Row> rows = new ArrayList<>(List.of(issued));

    return new ScoredForecasts(ShopRows.of(HourlySales.TABLE, hours), categories)
        .from(ShopRows.of(DemandForecast.TABLE, rows))
        .collectAsList();
  }

  private static Row sold(LocalDate on, int hour, String state, long tickets) {
    return ShopRows.hour(
        HourlySales.BUSINESS_ON,
        on,
        HourlySales.HOUR,
        hour,
        HourlySales.STATE,
        state,
        HourlySales.TICKETS,
        tickets,
        HourlySales.REVENUE,
        100 * tickets);
  }

  private static Row hour(LocalDate on, int hour) {
    return issued(DemandForecast.HOUR, on, hour, DemandForecast.TICKETS);
  }

  private static Row tickets(LocalDate on) {
    return day(on, DemandForecast.TICKETS);
  }

  private static Row day(LocalDate on, String measure) {
    return issued(DemandForecast.DAY, on, DemandForecast.NO_HOUR, measure);
  }

  private static Row week(LocalDate on) {
    return issued(DemandForecast.WEEK, on, DemandForecast.NO_HOUR, DemandForecast.TICKETS);
  }

  private static Row issued(String granularity, LocalDate on, int hour, String measure) {
    return forecast(
        DemandForecast.AS_OF,
        AS_OF,
        DemandForecast.GRANULARITY,
        granularity,
        DemandForecast.TARGET_ON,
        on,
        DemandForecast.TARGET_HOUR,
        hour,
        DemandForecast.MEASURE,
        measure);
  }
}
