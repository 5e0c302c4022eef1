package org.colmado.insights.forecast.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.colmado.insights.forecast.history.ControlShop;
import org.colmado.insights.forecast.history.Effect;
import org.colmado.insights.forecast.history.ShopDays;
import org.colmado.insights.forecast.history.StoreHistory;
import org.colmado.insights.forecast.history.SyntheticShop;
import org.colmado.insights.forecast.model.CrossStoreForecasts;
import org.colmado.insights.forecast.model.ModelName;
import org.colmado.insights.forecast.model.OriginForecast;
import org.colmado.insights.forecast.run.CentRounding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalsTest {

  @Test
  void coverWhatTheySay() {
    StoreBacktest backtest = backtest(SyntheticShop.of(400, day -> 60 + 10 * (day % 7), 11));
    Accuracy hours = accuracy(backtest, Granularity.HOUR, ModelName.COMBINED);
    Accuracy days = accuracy(backtest, Granularity.DAY, ModelName.COMBINED);

    assertThat(hours.coverage80()).isBetween(0.76, 0.86);
    assertThat(hours.coverage95()).isBetween(0.92, 0.98);
    assertThat(days.coverage80()).isBetween(0.72, 0.9);
  }

  /**
   * From the first week on, for few visits and many, and for money. Half a visit an hour is coarse.
   */
  @ParameterizedTest
  @CsvSource({"10", "58", "200"})
  void coverWhatTheySayFromTheFirstWeekOn(double visits) {
    List<BacktestForecast> trials = new ArrayList<>();
    for (int seed = 11; seed <= 16; seed++) {
      StoreHistory shop = new ControlShop(visits, 84, false, seed).history();
      trials.addAll(backtest(shop, ShopDays.WEEK, ShopDays.WEEK).trials());
    }

    for (String measure : List.of("tickets", "revenue")) {
      assertThat(young(trials, Granularity.HOUR, measure).coverage80()).isBetween(0.74, 0.88);
      assertThat(young(trials, Granularity.DAY, measure).coverage80()).isBetween(0.74, 0.9);
    }
  }

  private static Accuracy young(
      List<BacktestForecast> trials, Granularity granularity, String measure) {
    ForecastSeries series = new ForecastSeries(granularity, measure);

    return Accuracy.of(
        trials.stream()
            .filter(trial -> trial.series().equals(series))
            .filter(trial -> trial.model() == ModelName.COMBINED)
            .filter(trial -> trial.origin() < 8 * ShopDays.WEEK)
            .toList());
  }

  /** Of a shop with ten days, the bands of visits held only what chance alone moves. */
  @Test
  void tenDaysAreLittle() {
    StoreHistory shop = new ControlShop(58, 24, false, 5).history();
    OriginForecast forecast = OriginForecast.of(shop, CrossStoreForecasts.none(), 10, 7);
    double day = forecast.revenue().days().get(ModelName.COMBINED)[0];
    PredictionInterval band =
        FirstIntervals.around(day, false, forecast, new ForecastSeries(Granularity.DAY, "revenue"));

    assertThat(band.high80() - band.low80()).isBetween(0.35 * day, 0.9 * day);
  }

  @Test
  void aWeekHasTheModelOfItsDays() {
    BacktestResult result =
        BacktestResult.of(backtest(SyntheticShop.of(300, day -> 60 + 10 * (day % 7), 7)), 300);

    for (String measure : List.of("tickets", "revenue")) {
      assertThat(result.champion(new ForecastSeries(Granularity.WEEK, measure)))
          .isEqualTo(result.champion(new ForecastSeries(Granularity.DAY, measure)));
    }
  }

  @Test
  void areWiderNearAHoliday() {
    Map<LocalDate, List<Effect>> calendar = new HashMap<>();
    for (int day = 20; day < 300; day += 28) {
      calendar.put(SyntheticShop.FIRST.plusDays(day), List.of(Effect.HOLIDAY));
    }
    StoreHistory shop =
        SyntheticShop.of(
            300,
            day -> 80 * (day % 28 >= 19 && day % 28 <= 21 ? 1 + 0.4 * (day / 28 % 3 - 1) : 1),
            calendar,
            3);
    List<BacktestForecast> days =
        backtest(shop)
            .byKey()
            .get(
                new SeriesModel(
                    new ForecastSeries(Granularity.DAY, "tickets"), ModelName.COMBINED));
    List<BacktestForecast> near = days.stream().filter(BacktestForecast::isNearHoliday).toList();
    List<BacktestForecast> other = days.stream().filter(day -> !day.isNearHoliday()).toList();

    assertThat(width(near)).isGreaterThan(1.2 * width(other));
    assertThat(Accuracy.of(other).coverage80()).isBetween(0.72, 0.9);
  }

  private static double width(List<BacktestForecast> trials) {
    return trials.stream()
        .mapToDouble(trial -> trial.band().get().high80() - trial.band().get().low80())
        .average()
        .orElseThrow();
  }

  @Test
  void areNotNegativeAndInOrder() {
    for (BacktestForecast trial : backtest(SyntheticShop.of(200, day -> 12, 12)).trials()) {
      PredictionInterval band = trial.band().orElseThrow();
      assertThat(band.low95()).isGreaterThanOrEqualTo(0).isLessThanOrEqualTo(band.low80());
      assertThat(trial.yhat()).isBetween(band.low80(), band.high80());
      assertThat(band.high80()).isLessThanOrEqualTo(band.high95());
    }
  }

  /** Done when of the forecast: structureless data show no skill over the mean. */
  @Test
  void noSkillWhereThereIsNothingToKnow() {
    StoreBacktest backtest = backtest(SyntheticShop.of(300, day -> 100, 13));

    double combined = accuracy(backtest, Granularity.DAY, ModelName.COMBINED).wape();
    double mean = accuracy(backtest, Granularity.DAY, ModelName.MEAN).wape();
    assertThat(1 - combined / mean).isLessThan(0.02);
  }

  /** Vectors of the mission research: WAPE of one who knows the true rate. */
  @ParameterizedTest
  @CsvSource({
    "1,.736",
    "2,.541",
    "4,.391",
    "8,.279",
    "16,.198",
    "25,.159",
    "42,.123",
    "64,.100",
    "100,.080"
  })
  void noiseFloorOfCounts(double mean, double wape) {
    assertThat(NoiseFloor.ofCount(mean) / mean).isCloseTo(wape, within(0.0015));
  }

  @Test
  void centsAddUp() {
    assertThat(CentRounding.split(100, new double[] {1, 1, 1}))
        .containsExactly(33.34, 33.33, 33.33);
    assertThat(CentRounding.split(0.05, new double[] {0, 0})).containsExactly(0.05, 0);
  }

  private static StoreBacktest backtest(StoreHistory history) {
    return backtest(history, 60, 14);
  }

  private static StoreBacktest backtest(StoreHistory history, int first, int horizon) {
    int known = history.shop().size() - 14;
    List<Integer> origins = new ArrayList<>();
    for (int origin = first; origin + horizon <= known; origin += 7) {
      origins.add(origin);
    }
    return StoreBacktest.of(history, CrossStoreForecasts.none(), origins, horizon);
  }

  private static Accuracy accuracy(
      StoreBacktest backtest, Granularity granularity, ModelName model) {
    ForecastSeries series = new ForecastSeries(granularity, "tickets");

    return Accuracy.of(backtest.byKey().get(new SeriesModel(series, model)));
  }
}
