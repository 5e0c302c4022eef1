package org.colmado.insights.forecast.run;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.colmado.insights.forecast.evaluation.Accuracy;
import org.colmado.insights.forecast.evaluation.BacktestForecast;
import org.colmado.insights.forecast.evaluation.BacktestResult;
import org.colmado.insights.forecast.evaluation.ConformalIntervals;
import org.colmado.insights.forecast.evaluation.ForecastSeries;
import org.colmado.insights.forecast.evaluation.Granularity;
import org.colmado.insights.forecast.evaluation.NoiseFloor;
import org.colmado.insights.forecast.evaluation.PredictionInterval;
import org.colmado.insights.forecast.evaluation.SeriesModel;
import org.colmado.insights.forecast.evaluation.StoreBacktest;
import org.colmado.insights.forecast.history.StoreHistory;
import org.colmado.insights.forecast.model.ModelName;
import org.colmado.insights.table.BacktestForecasts;
import org.colmado.insights.table.DemandForecast;
import org.colmado.insights.table.ForecastAccuracy;

/** Converts the forecast results of a store to table rows. */
record StoreForecastRows(String store, ForecastRequest run, StoreHistory history) {

  /** Rows of {@link DemandForecast}. */
  Row[] forecast(ChampionForecast outlook, String status) {
    return outlook.items().stream()
        .map(
            item ->
                RowFactory.create(
                    store,
                    run.lastOn(),
                    item.series().granularity().code(),
                    history.shop().on(item.day()),
                    history.clock(item.hour()),
                    item.series().measure(),
                    item.yhat(),
                    item.band().low80(),
                    item.band().high80(),
                    item.band().low95(),
                    item.band().high95(),
                    item.model().code(),
                    status,
                    run.runId()))
        .toArray(Row[]::new);
  }

  /** Rows of {@link BacktestForecasts}, of the origins to keep. */
  Row[] trials(StoreBacktest backtest) {
    return backtest.trials().stream()
        .filter(trial -> !history.shop().on(trial.origin()).isBefore(run.keptFrom()))
        .map(this::trial)
        .toArray(Row[]::new);
  }

  private Row trial(BacktestForecast trial) {
    PredictionInterval band = trial.band().orElseThrow();

    return RowFactory.create(
        store,
        history.shop().on(trial.origin()),
        trial.series().granularity().code(),
        history.shop().on(trial.day()),
        history.clock(trial.hour()),
        trial.series().measure(),
        trial.model().code(),
        trial.yhat(),
        band.low80(),
        band.high80(),
        band.low95(),
        band.high95(),
        orNull(trial.actual()),
        run.lastOn(),
        run.runId());
  }

  /** Rows of {@link ForecastAccuracy}, of the origins to keep. */
  Row[] accuracy(StoreBacktest backtest, BacktestResult judged) {
    Map<SeriesModel, List<BacktestForecast>> byKey =
        new StoreBacktest(
                backtest.trials().stream()
                    .filter(trial -> !history.shop().on(trial.origin()).isBefore(run.keptFrom()))
                    .toList())
            .byKey();
    Map<SeriesModel, Accuracy> ofKept = new HashMap<>();
    byKey.forEach((key, trials) -> ofKept.put(key, Accuracy.of(trials)));

    return byKey.keySet().stream()
        .map(key -> accuracy(key, byKey, ofKept, judged))
        .toArray(Row[]::new);
  }

  private Row accuracy(
      SeriesModel key,
      Map<SeriesModel, List<BacktestForecast>> byKey,
      Map<SeriesModel, Accuracy> ofKept,
      BacktestResult judged) {
    Accuracy accuracy = ofKept.get(key);
    Accuracy ofMean = ofKept.get(new SeriesModel(key.series(), ModelName.MEAN));
    double skill = ofMean == null ? Double.NaN : 1 - accuracy.wape() / ofMean.wape();

    return RowFactory.create(
        store,
        run.lastOn(),
        key.series().granularity().code(),
        key.series().measure(),
        key.model().code(),
        orNull(accuracy.wape()),
        orNull(accuracy.mase()),
        orNull(accuracy.bias()),
        orNull(accuracy.pinball()),
        orNull(accuracy.coverage80()),
        orNull(accuracy.coverage95()),
        orNull(accuracy.within15()),
        orNull(accuracy.within20()),
        orNull(noiseFloor(key.series(), byKey)),
        orNull(skill),
        accuracy.origins(),
        accuracy.scored(),
        history.shop().on(accuracy.firstOrigin()),
        judged.champion(key.series()).equals(key.model()),
        judged.bands().getOrDefault(key, List.of()).stream()
            .map(ConformalIntervals::row)
            .toArray(Row[]::new),
        run.runId());
  }

  /** Noise floor of the visits expected by the combined model; NaN for weeks and categories. */
  private double noiseFloor(ForecastSeries series, Map<SeriesModel, List<BacktestForecast>> byKey) {
    boolean isMoney = series.measure().equals(DemandForecast.REVENUE);
    boolean isVisits = series.measure().equals(DemandForecast.TICKETS);
    if (series.granularity() == Granularity.WEEK || !(isMoney || isVisits)) {
      return Double.NaN;
    }

    ForecastSeries visits = new ForecastSeries(series.granularity(), DemandForecast.TICKETS);
    double[] expected =
        byKey.get(new SeriesModel(visits, ModelName.COMBINED)).stream()
            .filter(BacktestForecast::isScored)
            .mapToDouble(BacktestForecast::yhat)
            .toArray();
    double error = Arrays.stream(expected).map(NoiseFloor::ofCount).sum();
    double cv = isMoney ? history.basketCv() : 0;
    return error / Arrays.stream(expected).sum() * Math.sqrt(1 + cv * cv);
  }

  private static Double orNull(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
