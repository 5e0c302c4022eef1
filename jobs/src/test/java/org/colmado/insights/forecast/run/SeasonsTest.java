package org.colmado.insights.forecast.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.function.Predicate;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.colmado.insights.forecast.history.Effect;
import org.colmado.insights.forecast.history.StoreHistory;
import org.colmado.insights.forecast.history.SyntheticShop;
import org.colmado.insights.lake.SparkTypes;
import org.colmado.insights.statistics.FalseDiscovery;
import org.colmado.insights.table.Seasonality;
import org.junit.jupiter.api.Test;

class SeasonsTest {
  private static final double[] WEEK = {90, 90, 90, 100, 120, 150, 60};
  private static final double WEEK_MEAN = 100;
  private static final Map<LocalDate, List<Effect>> PAYDAYS = paydays();
  private static final int SHOPS = 200;

  @Test
  void findsTheWeekAndTheQuincenaThatWerePlanted() {
    List<Row> rows = seasons(182, SeasonsTest::planted, 1);

    String[] days = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
    for (int weekday = 0; weekday < days.length; weekday++) {
      Row row = row(rows, Seasonality.WEEKDAY, days[weekday]);
      double truth = WEEK[weekday] / WEEK_MEAN;
      assertThat(effect(row)).isCloseTo(truth, within(0.06 * truth));
      assertThat(row.<Boolean>getAs(Seasonality.IS_SIGNIFICANT)).isEqualTo(truth != 1);
    }
    Row payday = row(rows, Seasonality.QUINCENA, "payday day 0");
    Row lean = row(rows, Seasonality.QUINCENA, "payday lean");
    assertThat(effect(payday) / effect(lean)).isCloseTo(1.4, within(0.12));
    assertThat(payday.<Boolean>getAs(Seasonality.IS_SIGNIFICANT)).isTrue();
    assertThat(payday.<Integer>getAs(Seasonality.DAYS)).isEqualTo(13);
    assertThat(strength(payday)).isBetween(0.1, 0.7);
    assertThat(strength(row(rows, Seasonality.WEEKDAY, "monday"))).isBetween(0.7, 1.0);
  }

  @Test
  void findsTheHoursThatAreBusyAndHowSurely() {
    int covered = 0;
    int hours = 0;
    for (int seed = 0; seed < 30; seed++) {
      for (Row row : seasons(60, day -> 100, 100 + seed)) {
        if (row.getAs(Seasonality.SEASON).equals(Seasonality.HOUR)) {
          int hour = Integer.parseInt(row.getAs(Seasonality.PHASE));
          double truth = SyntheticShop.share(hour) * 12;
          double low = row.getAs(Seasonality.EFFECT_LOW);
          double high = row.getAs(Seasonality.EFFECT_HIGH);
          assertThat(effect(row)).isCloseTo(truth, within(0.2 * truth));
          assertThat(row.<Boolean>getAs(Seasonality.IS_SIGNIFICANT)).isTrue();
          covered += low <= truth && truth <= high ? 1 : 0;
          hours++;
        }
      }
    }

    assertThat(hours).isEqualTo(30 * 12);
    assertThat(covered / (double) hours).isBetween(0.92, 0.98);
  }

  /** One in twenty of the shops that have no season may seem to have one. */
  @Test
  void findsNothingWhereThereIsNothing() {
    Map<String, Integer> wrong = new HashMap<>();
    for (int seed = 0; seed < SHOPS; seed++) {
      List<Row> rows = seasons(140, day -> 60, 1000 + seed);
      for (String season : List.of(Seasonality.WEEKDAY, Seasonality.QUINCENA, Seasonality.TREND)) {
        double p =
            rows.stream().filter(of(season)).findFirst().orElseThrow().getAs("season_p_value");
        wrong.merge(season, p <= 0.05 ? 1 : 0, Integer::sum);
      }
    }

    assertThat(wrong.values()).allMatch(count -> count <= 0.1 * SHOPS);
    assertThat(wrong.values().stream().mapToInt(count -> count).sum()).isPositive();
  }

  @Test
  void phasesOfNothingAreSaidToBeChance() {
    int shops = 40;
    int wrong = 0;
    for (int seed = 0; seed < shops; seed++) {
      wrong +=
          seasons(140, day -> 60, 5000 + seed).stream()
                  .filter(of(Seasonality.WEEKDAY).or(of(Seasonality.QUINCENA)))
                  .anyMatch(row -> row.getAs(Seasonality.IS_SIGNIFICANT))
              ? 1
              : 0;
    }

    assertThat(wrong).isLessThanOrEqualTo(8);
  }

  @Test
  void findsGrowth() {
    Row trend =
        row(
            seasons(182, day -> 100 * Math.pow(1.01, day / 7.0), 3),
            Seasonality.TREND,
            Seasonality.PER_WEEK);

    assertThat(effect(trend)).isCloseTo(1.01, within(0.003));
    assertThat(trend.<Boolean>getAs(Seasonality.IS_SIGNIFICANT)).isTrue();
  }

  @Test
  void findsTheMonthThatTwoYearsHave() {
    IntToDoubleFunction december =
        day -> SyntheticShop.FIRST.plusDays(day).getMonthValue() == 12 ? 150 : 100;
    Row month = row(seasons(730, december, 4), Seasonality.YEAR, "12");

    assertThat(effect(month)).isCloseTo(1.5 / (1 + 0.5 / 12), within(0.1));
    assertThat(month.<Boolean>getAs(Seasonality.IS_SIGNIFICANT)).isTrue();
    assertThat(month.<String>getAs(Seasonality.STATUS)).isEqualTo(Seasonality.OK);
  }

  @Test
  void aMonthSeenOnceIsNotSaidToBeASeason() {
    IntToDoubleFunction december =
        day -> SyntheticShop.FIRST.plusDays(day).getMonthValue() == 12 ? 150 : 100;
    Row month = row(seasons(400, december, 5), Seasonality.YEAR, "12");

    assertThat(effect(month)).isGreaterThan(1.3);
    assertThat(month.<Boolean>getAs(Seasonality.IS_SIGNIFICANT)).isFalse();
    assertThat(month.<String>getAs(Seasonality.STATUS)).isEqualTo(Seasonality.ONE_YEAR);
  }

  @Test
  void saysWhatIsTooShort() {
    List<Row> rows = seasons(10, SeasonsTest::planted, 6);

    assertThat(effect(row(rows, Seasonality.HOUR, "12"))).isPositive();
    for (String season :
        List.of(Seasonality.WEEKDAY, Seasonality.QUINCENA, Seasonality.YEAR, Seasonality.TREND)) {
      Row row = row(rows, season, Seasonality.NO_PHASE);
      assertThat(row.<String>getAs(Seasonality.STATUS)).isEqualTo(Seasonality.TOO_SHORT);
      assertThat(row.isNullAt(row.fieldIndex(Seasonality.EFFECT))).isTrue();
    }
  }

  @Test
  void saysThatACalendarWithoutPaydaysHasNoQuincena() {
    List<Row> rows = rows(SyntheticShop.of(120, day -> 100, Map.of(), 7), 120);

    assertThat(
            row(rows, Seasonality.QUINCENA, Seasonality.NO_PHASE).<String>getAs(Seasonality.STATUS))
        .isEqualTo(Seasonality.NO_PAYDAYS);
  }

  @Test
  void adjustsForTheNumberOfTests() {
    assertThat(FalseDiscovery.adjusted(new double[] {0.01, 0.04, 0.03, 0.005}))
        .containsExactly(new double[] {0.02, 0.04, 0.04, 0.02}, within(1e-12));
  }

  @Test
  void theSameInputGivesTheSameRows() {
    assertThat(seasons(120, SeasonsTest::planted, 8).toString())
        .isEqualTo(seasons(120, SeasonsTest::planted, 8).toString());
  }

  private static double planted(int day) {
    return WEEK[day % 7] * (day % 15 < 2 ? 1.4 : 1);
  }

  private static Map<LocalDate, List<Effect>> paydays() {
    Map<LocalDate, List<Effect>> calendar = new HashMap<>();
    for (int day = 0; day < 800; day++) {
      int since = day % 15;
      String phase = since <= 3 ? "day " + since : since < 10 ? "middle" : "lean";
      calendar.put(
          SyntheticShop.FIRST.plusDays(day),
          List.of(new Effect("payday " + phase, Effect.Group.PAYDAY, 0.15)));
    }
    return calendar;
  }

  private static List<Row> seasons(int days, IntToDoubleFunction ofDay, long seed) {
    return rows(SyntheticShop.of(days, ofDay, PAYDAYS, seed), days);
  }

  private static List<Row> rows(StoreHistory history, int origin) {
    ForecastRequest run =
        new ForecastRequest(
            history.shop().on(origin - 1), "run", true, List.of(), history.shop().on(origin));

    return Arrays.stream(new SeasonRows("a", run, history).rows(origin))
        .<Row>map(row -> new GenericRowWithSchema(cells(row), SparkTypes.schema(Seasonality.TABLE)))
        .filter(row -> row.getAs(Seasonality.MEASURE).equals("tickets"))
        .toList();
  }

  private static Object[] cells(Row row) {
    Object[] cells = new Object[row.size()];
    Arrays.setAll(cells, row::get);
    return cells;
  }

  private static Predicate<Row> of(String season) {
    return row -> row.getAs(Seasonality.SEASON).equals(season);
  }

  private static Row row(List<Row> rows, String season, String phase) {
    return rows.stream()
        .filter(of(season).and(row -> row.getAs(Seasonality.PHASE).equals(phase)))
        .findFirst()
        .orElseThrow();
  }

  private static double effect(Row row) {
    return row.getAs(Seasonality.EFFECT);
  }

  private static double strength(Row row) {
    return row.getAs(Seasonality.STRENGTH);
  }
}
