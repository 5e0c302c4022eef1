package org.colmado.insights.forecast.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.colmado.insights.forecast.model.ModelName;
import org.colmado.insights.table.ForecastAccuracy;

/**
 * The result of a store's back-test: accuracy, champions and error bands.
 *
 * @param byKey accuracy by series and model
 * @param bands conformal intervals for one and for two weeks ahead
 */
public record BacktestResult(
    Map<SeriesModel, Accuracy> byKey,
    Map<ForecastSeries, ModelName> champions,
    Map<SeriesModel, List<ConformalIntervals>> bands) {
  /** No back-test yet: the combined model is used, with intervals of {@link FirstIntervals}. */
  public static final BacktestResult NONE = new BacktestResult(Map.of(), Map.of(), Map.of());

  private static final int WEEKS_AHEAD = 2;

  /**
   * Evaluates a back-test.
   *
   * @param origin forecast origin of the intervals
   */
  public static BacktestResult of(StoreBacktest backtest, int origin) {
    Map<SeriesModel, Accuracy> byKey = new LinkedHashMap<>();
    Map<SeriesModel, List<ConformalIntervals>> bands = new HashMap<>();
    backtest
        .byKey()
        .forEach(
            (key, trials) -> {
              byKey.put(key, Accuracy.of(trials));
              bands.put(key, bands(trials, origin));
            });
    Map<ForecastSeries, ModelName> champions = new HashMap<>();
    byKey.keySet().stream()
        .map(SeriesModel::series)
        .distinct()
        .forEach(series -> champions.put(series, ChampionChoice.of(series, byKey)));
    return new BacktestResult(byKey, champions, bands);
  }

  private static List<ConformalIntervals> bands(List<BacktestForecast> trials, int origin) {
    List<ConformalIntervals> bands = new ArrayList<>();
    for (int week = 1; week <= WEEKS_AHEAD; week++) {
      StoreBacktest.bands(trials, origin, week).ifPresent(bands::add);
    }
    return bands;
  }

  /**
   * Reads an earlier result from its table.
   *
   * @param champions rows of {@link ForecastAccuracy} of champions
   */
  public static BacktestResult read(List<Row> champions) {
    Map<ForecastSeries, ModelName> bySeries = new HashMap<>();
    Map<SeriesModel, List<ConformalIntervals>> bands = new HashMap<>();
    for (Row row : champions) {
      Granularity granularity =
          Granularity.valueOf(
              row.<String>getAs(ForecastAccuracy.GRANULARITY).toUpperCase(Locale.ROOT));
      ForecastSeries series = new ForecastSeries(granularity, row.getAs(ForecastAccuracy.MEASURE));
      ModelName model = ModelName.of(row.getAs(ForecastAccuracy.MODEL));
      bySeries.put(series, model);
      List<Row> written = row.getList(row.fieldIndex(ForecastAccuracy.BANDS));
      Double scale = row.getAs(ForecastAccuracy.HOLIDAY_SCALE);
      bands.put(
          new SeriesModel(series, model),
          written.stream()
              .map(band -> ConformalIntervals.read(band, scale == null ? 1 : scale))
              .toList());
    }
    return new BacktestResult(Map.of(), bySeries, bands);
  }

  /** Name of the champion; a week is the sum of its days, and has their model. */
  public ModelName champion(ForecastSeries series) {
    ForecastSeries judged =
        series.granularity() == Granularity.WEEK
            ? new ForecastSeries(Granularity.DAY, series.measure())
            : series;

    return champions.getOrDefault(judged, ModelName.COMBINED);
  }

  public Optional<ConformalIntervals> bands(ForecastSeries series, int weekAhead) {
    return bands.getOrDefault(new SeriesModel(series, champion(series)), List.of()).stream()
        .filter(of -> of.weekAhead() == weekAhead)
        .findFirst();
  }
}
