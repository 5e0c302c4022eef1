package org.colmado.insights.forecast.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.colmado.insights.forecast.history.StoreHistory;
import org.colmado.insights.forecast.history.SyntheticShop;
import org.colmado.insights.forecast.model.CrossStoreForecasts;
import org.colmado.insights.forecast.model.ModelName;
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
    int known = history.shop().size() - 14;
    List<Integer> origins = new ArrayList<>();
    for (int origin = 60; origin + 14 <= known; origin += 7) {
      origins.add(origin);
    }
    return StoreBacktest.of(history, CrossStoreForecasts.none(), origins, 14);
  }

  private static Accuracy accuracy(
      StoreBacktest backtest, Granularity granularity, ModelName model) {
    ForecastSeries series = new ForecastSeries(granularity, "tickets");

    return Accuracy.of(backtest.byKey().get(new SeriesModel(series, model)));
  }
}
