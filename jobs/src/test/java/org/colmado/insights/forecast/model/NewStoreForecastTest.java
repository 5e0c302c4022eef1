package org.colmado.insights.forecast.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.colmado.insights.forecast.history.StoreHistory;
import org.colmado.insights.forecast.history.SyntheticShop;
import org.colmado.insights.table.DemandForecast;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A store that has sold for some days, beside others whose week is known. */
class NewStoreForecastTest {
  private static final double[] WEEK = {80, 80, 90, 100, 120, 160, 70};

  private static double expected(int day) {
    return WEEK[day % 7];
  }

  private static TypicalWeek typical() {
    double all = Arrays.stream(WEEK).sum();
    List<Double> shares = new ArrayList<>();
    for (double ofDay : WEEK) {
      for (int hour = 0; hour < 24; hour++) {
        boolean isOpen = hour >= SyntheticShop.OPENS && hour < SyntheticShop.CLOSES;
        shares.add(isOpen ? ofDay / all * SyntheticShop.share(hour) : 0);
      }
    }
    return new TypicalWeek(shares);
  }

  private static double[] combined(int days, long seed, CrossStoreForecasts others) {
    StoreHistory history = SyntheticShop.of(days, NewStoreForecastTest::expected, seed);

    return OriginForecast.of(history, others, days, 14).tickets().days().get(ModelName.COMBINED);
  }

  private static double error(int days, boolean withOthers) {
    double error = 0;
    for (int seed = 1; seed <= 20; seed++) {
      CrossStoreForecasts others = CrossStoreForecasts.none();
      others.add(days, withOthers ? Map.of(DemandForecast.TICKETS, typical()) : Map.of());
      double[] forecast = combined(days, seed, others);
      int from = days;
      error +=
          IntStream.range(0, forecast.length)
              .mapToDouble(h -> Math.abs(forecast[h] - expected(from + h)))
              .sum();
    }
    return error;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 8, 15})
  void theWeekOfTheOthersHelpsANewStore(int days) {
    assertThat(error(days, true)).isLessThan(0.8 * error(days, false));
  }

  @Test
  void afterAWeekItKnowsItsLevel() {
    CrossStoreForecasts others = CrossStoreForecasts.none();
    others.add(7, Map.of(DemandForecast.TICKETS, typical()));

    double[] forecast = combined(7, 3, others);

    assertThat(Arrays.stream(forecast).sum()).isCloseTo(1400, within(140.0));
  }
}
