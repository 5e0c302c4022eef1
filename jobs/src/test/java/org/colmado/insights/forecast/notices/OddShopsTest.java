package org.colmado.insights.forecast.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.colmado.insights.forecast.evaluation.FirstIntervals;
import org.colmado.insights.forecast.evaluation.ForecastSeries;
import org.colmado.insights.forecast.evaluation.Granularity;
import org.colmado.insights.forecast.evaluation.PredictionInterval;
import org.colmado.insights.forecast.history.ControlShop;
import org.colmado.insights.forecast.history.StoreHistory;
import org.colmado.insights.forecast.history.SyntheticShop;
import org.colmado.insights.forecast.model.CrossStoreForecasts;
import org.colmado.insights.forecast.model.ModelName;
import org.colmado.insights.forecast.model.OriginForecast;
import org.colmado.insights.table.HourlySales;
import org.colmado.insights.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shops by which an owner would be misled: what they are forecast, and what they are told. */
class OddShopsTest {
  private static final int DAYS = 120;
  private static final int WEEK = 7;
  private static final double VISITS = 60;

  @Test
  void anOrdinaryShopIsToldNothing() {
    for (long seed = 1; seed <= 30; seed++) {
      assertThat(told(hours(DAYS, seed), List.of())).isEmpty();
    }
  }

  @Test
  void ofTenDaysTheRangesAreWideAndSaidToBe() {
    List<Row> hours = hours(10, 1);
    OriginForecast forecast = forecast(hours);
    double day = forecast.revenue().days().get(ModelName.COMBINED)[0];
    PredictionInterval band =
        FirstIntervals.around(day, false, forecast, new ForecastSeries(Granularity.DAY, "revenue"));

    assertThat(band.high80() - band.low80()).isGreaterThan(0.35 * day);
    assertThat(told(hours, List.of())).singleElement().asString().contains("Sólo hay 10 día(s)");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 6})
  void evenOneDayIsForecastWithAnInterval(int known) {
    OriginForecast forecast = forecast(hours(known, 8));

    for (Granularity granularity : Granularity.values()) {
      for (String measure : List.of("tickets", "revenue")) {
        PredictionInterval band =
            FirstIntervals.around(50, false, forecast, new ForecastSeries(granularity, measure));
        assertThat(band.low80()).isBetween(0.0, 50.0);
        assertThat(band.high80()).isBetween(50.0, 1e6);
      }
    }
    assertThat(sum(forecast.revenue().days().get(ModelName.COMBINED))).isPositive();
  }

  @Test
  void threeWeeksShutAreNoSalesOfZero() {
    List<Row> hours = new ArrayList<>(hours(DAYS, 2));
    hours.removeIf(row -> day(row) >= 75 && day(row) < 96);
    double[] days = forecast(hours).tickets().days().get(ModelName.COMBINED);

    assertThat(sum(days)).isBetween(0.9 * WEEK * VISITS, 1.1 * WEEK * VISITS);
    assertThat(told(hours, List.of())).singleElement().asString().contains("(21 días)");
  }

  @Test
  void aDoubledShopIsForecastDoubledAfterAWeek() {
    List<Row> hours = new ArrayList<>(hours(DAYS - 8, 3));
    new ControlShop(2 * VISITS, DAYS, false, 4)
        .hours().stream().filter(row -> day(row) >= DAYS - 8).forEach(hours::add);
    double[] days = forecast(hours).tickets().days().get(ModelName.COMBINED);

    assertThat(sum(days)).isBetween(1.8 * WEEK * VISITS, 2.2 * WEEK * VISITS);
    assertThat(told(hours, List.of()))
        .singleElement()
        .asString()
        .contains("Las visitas subieron de ")
        .contains(Language.ES.day(SyntheticShop.FIRST.plusDays(DAYS - 8)));
  }

  @Test
  void oneGiantSaleMovesNoForecast() {
    List<Row> hours = new ArrayList<>(hours(DAYS, 5));
    double[] before = forecast(hours).revenue().days().get(ModelName.COMBINED);
    hours.replaceAll(
        row -> day(row) == DAYS - 10 && row.getInt(1) == 12 ? plus(row, 150_000) : row);
    double[] after = forecast(hours).revenue().days().get(ModelName.COMBINED);
    LocalDate on = SyntheticShop.FIRST.plusDays(DAYS - 10);

    assertThat(sum(after)).isBetween(0.98 * sum(before), 1.05 * sum(before));
    assertThat(told(hours, List.of(new NoticeRules.Giant("T-77", on, 150_000, 130))))
        .singleElement()
        .asString()
        .contains("RD$150,000.00 (ticket T-77)")
        .contains(Language.ES.day(on));
  }

  @Test
  void hoursThatTheTillLostAreNamed() {
    List<Row> hours = new ArrayList<>(hours(DAYS, 7));
    hours.replaceAll(
        row ->
            day(row) == DAYS - 3 && row.getInt(1) > 15
                ? RowFactory.create(
                    row.get(0), row.get(1), HourlySales.MISSING, 0L, BigDecimal.ZERO)
                : row);

    assertThat(told(hours, List.of()))
        .singleElement()
        .asString()
        .startsWith(
            "Faltan 4 hora(s) de ventas el "
                + Language.ES.day(SyntheticShop.FIRST.plusDays(DAYS - 3)));
  }

  @Test
  void aForecastThatLeansIsSaidToLean() {
    List<NoticeRules.Day> days = days(hours(DAYS, 6));
    NoticeRules rules = new NoticeRules(SyntheticShop.FIRST.plusDays(DAYS - 1L), "DOP");

    assertThat(rules.of(days, List.of(), Optional.of(new NoticeRules.Bias(28, -2.2, 3, 9))))
        .singleElement()
        .satisfies(
            notice -> assertThat(notice.text(Language.EN)).contains("24% below what was sold"));
    assertThat(rules.of(days, List.of(), Optional.of(new NoticeRules.Bias(28, -1, 3, 9))))
        .isEmpty();
  }

  private static List<Row> hours(int days, long seed) {
    return new ControlShop(VISITS, days, false, seed).hours();
  }

  private static int day(Row row) {
    return (int) (row.getLocalDate(0).toEpochDay() - SyntheticShop.FIRST.toEpochDay());
  }

  private static Row plus(Row row, int amount) {
    return RowFactory.create(
        row.get(0),
        row.get(1),
        row.get(2),
        row.getLong(3) + 1,
        row.getDecimal(4).add(BigDecimal.valueOf(amount)));
  }

  private static OriginForecast forecast(List<Row> hours) {
    LocalDate last = hours.stream().map(row -> row.getLocalDate(0)).max(LocalDate::compareTo).get();
    StoreHistory history =
        StoreHistory.of(hours, List.of(), Map.of(), new StoreHistory.Settings(last, WEEK, 4, 0.8));

    return OriginForecast.of(
        history, CrossStoreForecasts.none(), history.shop().size() - WEEK, WEEK);
  }

  private static List<String> told(List<Row> hours, List<NoticeRules.Giant> giants) {
    LocalDate last = hours.stream().map(row -> row.getLocalDate(0)).max(LocalDate::compareTo).get();

    return new NoticeRules(last, "DOP")
        .of(days(hours), giants, Optional.empty()).stream()
            .map(notice -> notice.text(Language.ES))
            .toList();
  }

  private static List<NoticeRules.Day> days(List<Row> hours) {
    Map<LocalDate, NoticeRules.Day> days = new TreeMap<>();
    for (Row row : hours) {
      long missing = row.getString(2).equals(HourlySales.MISSING) ? 1 : 0;
      days.merge(
          row.getLocalDate(0),
          new NoticeRules.Day(
              row.getLocalDate(0), row.getLong(3), row.getDecimal(4).doubleValue(), missing),
          (one, other) ->
              new NoticeRules.Day(
                  one.on(),
                  one.tickets() + other.tickets(),
                  one.revenue() + other.revenue(),
                  one.missingHours() + other.missingHours()));
    }
    return List.copyOf(days.values());
  }

  private static double sum(double[] days) {
    double sum = 0;
    for (double day : days) {
      sum += day;
    }
    return sum;
  }
}
