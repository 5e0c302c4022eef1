package org.colmado.insights.forecast.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.colmado.insights.forecast.history.Effect;
import org.colmado.insights.forecast.history.StoreHistory;
import org.colmado.insights.forecast.history.SyntheticShop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForecastModelsTest {
  private static final double[] WEEK = {90, 90, 90, 100, 120, 150, 60};

  private static double weekly(int day) {
    return WEEK[day % 7];
  }

  private static double[] combined(StoreHistory history, int origin) {
    return OriginForecast.of(history, CrossStoreForecasts.none(), origin, 14)
        .tickets()
        .days()
        .get(ModelName.COMBINED);
  }

  @Test
  void findsTheWeek() {
    double[] days = combined(SyntheticShop.of(182, ForecastModelsTest::weekly, 1), 182);

    for (int h = 0; h < 14; h++) {
      assertThat(days[h]).isCloseTo(WEEK[h % 7], within(0.12 * WEEK[h % 7]));
    }
  }

  @Test
  void hoursAddToTheirDay() {
    MeasureForecast tickets =
        OriginForecast.of(
                SyntheticShop.of(120, ForecastModelsTest::weekly, 2),
                CrossStoreForecasts.none(),
                120,
                14)
            .tickets();

    for (int h = 0; h < 14; h++) {
      double sum = Arrays.stream(tickets.hours().get(ModelName.COMBINED)[h]).sum();
      assertThat(sum).isCloseTo(tickets.days().get(ModelName.COMBINED)[h], within(1e-9));
    }
  }

  /** D16 and rule one of the back-test: what comes after the origin is not looked at. */
  @Test
  void looksOnlyBack() {
    StoreHistory ordinary = SyntheticShop.of(150, ForecastModelsTest::weekly, 3);
    StoreHistory otherwise = SyntheticShop.of(150, day -> day < 120 ? weekly(day) : 900, 3);

    assertThat(combined(ordinary, 120)).containsExactly(combined(otherwise, 120));
  }

  @Test
  void forgetsALoneDayOfTwentyTimesTheSales() {
    StoreHistory ordinary = SyntheticShop.of(120, ForecastModelsTest::weekly, 4);
    StoreHistory odd = SyntheticShop.of(120, day -> day == 110 ? 20 * weekly(day) : weekly(day), 4);

    double usual = Arrays.stream(combined(ordinary, 120)).sum();
    assertThat(Arrays.stream(combined(odd, 120)).sum()).isCloseTo(usual, within(0.05 * usual));
  }

  @Test
  void goesOnAfterAMonthClosed() {
    StoreHistory closed =
        SyntheticShop.of(180, day -> day >= 130 && day < 160 ? 0 : weekly(day), 5);

    assertThat(Arrays.stream(combined(closed, 180)).sum() / 2)
        .isCloseTo(Arrays.stream(WEEK).sum(), within(70.0));
  }

  @Test
  void keepsAWeekdayClosedThatAlwaysWas() {
    double[] days = combined(SyntheticShop.of(120, day -> day % 7 == 6 ? 0 : 80, 6), 119);

    assertThat(days[6]).isZero();
    assertThat(days[5]).isPositive();
  }

  /** Four Mondays closed are no habit: the pizzeria was forecast to sell nothing on the fifth. */
  @Test
  void forecastsAWeekdayThatWasClosedForAMonth() {
    int days = 150;
    int closedFrom = days - 28;
    StoreHistory history =
        SyntheticShop.of(days, day -> day >= closedFrom && day % 7 == 0 ? 0 : weekly(day), 9);

    double[] forecast = combined(history, days);

    assertThat(IntStream.range(0, 7).filter(h -> (days + h) % 7 == 0).mapToObj(h -> forecast[h]))
        .allMatch(monday -> Math.abs(monday - WEEK[0]) < 0.15 * WEEK[0]);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 6, 13, 20, 27, 40, 60})
  void answersWithLittleHistory(int days) {
    double[] forecast = combined(SyntheticShop.of(days, ForecastModelsTest::weekly, 7), days);

    assertThat(Arrays.stream(forecast)).allMatch(value -> Double.isFinite(value) && value >= 0);
    assertThat(Arrays.stream(forecast).sum()).isBetween(400.0, 2800.0);
  }

  @Test
  void learnsWhatPaydaysDo() {
    Map<LocalDate, List<Effect>> calendar = new HashMap<>();
    for (int day = 0; day < 400; day++) {
      int since = day % 15;
      calendar.put(
          SyntheticShop.FIRST.plusDays(day),
          List.of(
              new Effect(
                  since < 2 ? "payday day " + since : "payday lean", Effect.Group.PAYDAY, 0.15)));
    }
    StoreHistory history = SyntheticShop.of(330, day -> day % 15 < 2 ? 150 : 100, calendar, 8);

    double[] days = combined(history, 330);
    assertThat(days[0]).isCloseTo(150, within(15.0));
    assertThat(days[5]).isCloseTo(100, within(10.0));
  }
}
