package org.colmado.insights.forecast.run;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
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
import org.colmado.insights.lake.SparkTypes;
import org.colmado.insights.schema.Columns;
import org.colmado.insights.schema.TableRow;
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
                SparkTypes.row(
                    TableRow.of(DemandForecast.TABLE)
                        .with(Columns.STORE_ID, store)
                        .with(Columns.AS_OF, run.lastOn())
                        .with(DemandForecast.GRANULARITY, item.series().granularity().code())
                        .with(DemandForecast.TARGET_ON, history.shop().on(item.day()))
                        .with(DemandForecast.TARGET_HOUR, history.clock(item.hour()))
                        .with(DemandForecast.MEASURE, item.series().measure())
                        .with(DemandForecast.YHAT, item.yhat())
                        .with(DemandForecast.LO80, item.band().low80())
                        .with(DemandForecast.HI80, item.band().high80())
                        .with(DemandForecast.LO95, item.band().low95())
                        .with(DemandForecast.HI95, item.band().high95())
                        .with(DemandForecast.MODEL, item.model().code())
                        .with(DemandForecast.STATUS, status)
                        .with(Columns.RUN_ID, run.runId())))
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

    return SparkTypes.row(
        TableRow.of(BacktestForecasts.TABLE)
            .with(Columns.STORE_ID, store)
            .with(BacktestForecasts.ORIGIN_ON, history.shop().on(trial.origin()))
            .with(BacktestForecasts.GRANULARITY, trial.series().granularity().code())
            .with(BacktestForecasts.TARGET_ON, history.shop().on(trial.day()))
            .with(BacktestForecasts.TARGET_HOUR, history.clock(trial.hour()))
            .with(BacktestForecasts.MEASURE, trial.series().measure())
            .with(BacktestForecasts.MODEL, trial.model().code())
            .with(BacktestForecasts.YHAT, trial.yhat())
            .with(BacktestForecasts.LO80, band.low80())
            .with(BacktestForecasts.HI80, band.high80())
            .with(BacktestForecasts.LO95, band.low95())
            .with(BacktestForecasts.HI95, band.high95())
            .with(BacktestForecasts.ACTUAL, orNull(trial.actual()))
            .with(Columns.AS_OF, run.lastOn())
            .with(Columns.RUN_ID, run.runId()));
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

    return SparkTypes.row(
        TableRow.of(ForecastAccuracy.TABLE)
            .with(Columns.STORE_ID, store)
            .with(Columns.AS_OF, run.lastOn())
            .with(ForecastAccuracy.GRANULARITY, key.series().granularity().code())
            .with(ForecastAccuracy.MEASURE, key.series().measure())
            .with(ForecastAccuracy.MODEL, key.model().code())
            .with(ForecastAccuracy.WAPE, orNull(accuracy.wape()))
            .with(ForecastAccuracy.MASE, orNull(accuracy.mase()))
            .with(ForecastAccuracy.BIAS, orNull(accuracy.bias()))
            .with(ForecastAccuracy.PINBALL, orNull(accuracy.pinball()))
            .with(ForecastAccuracy.COVERAGE80, orNull(accuracy.coverage80()))
            .with(ForecastAccuracy.COVERAGE95, orNull(accuracy.coverage95()))
            .with(ForecastAccuracy.WITHIN15, orNull(accuracy.within15()))
            .with(ForecastAccuracy.WITHIN20, orNull(accuracy.within20()))
            .with(ForecastAccuracy.NOISE_FLOOR, orNull(noiseFloor(key.series(), byKey)))
            .with(ForecastAccuracy.SKILL, orNull(skill))
            .with(ForecastAccuracy.ORIGINS, accuracy.origins())
            .with(ForecastAccuracy.SCORED, accuracy.scored())
            .with(ForecastAccuracy.FIRST_ORIGIN_ON, history.shop().on(accuracy.firstOrigin()))
            .with(ForecastAccuracy.IS_CHAMPION, judged.champion(key.series()).equals(key.model()))
            .with(
                ForecastAccuracy.BANDS,
                judged.bands().getOrDefault(key, List.of()).stream()
                    .map(ConformalIntervals::row)
                    .toArray(Row[]::new))
            .with(ForecastAccuracy.HOLIDAY_SCALE, holidayScale(judged, key))
            .with(Columns.RUN_ID, run.runId()));
  }

  /** Null without conformal intervals. */
  private static Double holidayScale(BacktestResult judged, SeriesModel key) {
    return judged.bands().getOrDefault(key, List.of()).stream()
        .map(ConformalIntervals::holidayScale)
        .findFirst()
        .orElse(null);
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
