package org.colmado.insights.forecast;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.colmado.insights.table.ForecastAccuracy;

/**
 * What a back-test says of the models of a store.
 *
 * @param byKey how well each did
 * @param bands of their errors, for one week ahead and for two
 */
record Judged(
    Map<SeriesModel, Accuracy> byKey,
    Map<ForecastSeries, ModelName> champions,
    Map<SeriesModel, List<ErrorBands>> bands) {
  /** Nothing is known: the combined model is used, with intervals of counts. */
  static final Judged NONE = new Judged(Map.of(), Map.of(), Map.of());

  private static final int WEEKS_AHEAD = 2;

  /**
   * Judges.
   *
   * @param origin the day intervals are wanted from
   */
  static Judged of(StoreBacktest backtest, int origin) {
    Map<SeriesModel, Accuracy> byKey = new LinkedHashMap<>();
    Map<SeriesModel, List<ErrorBands>> bands = new HashMap<>();
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
        .forEach(series -> champions.put(series, Champion.of(series, byKey)));
    return new Judged(byKey, champions, bands);
  }

  private static List<ErrorBands> bands(List<Trial> trials, int origin) {
    List<ErrorBands> bands = new ArrayList<>();
    for (int week = 1; week <= WEEKS_AHEAD; week++) {
      StoreBacktest.bands(trials, origin, week).ifPresent(bands::add);
    }
    return bands;
  }

  /**
   * As it was written.
   *
   * @param champions rows of {@link ForecastAccuracy}, of champions only
   */
  static Judged read(List<Row> champions) {
    Map<ForecastSeries, ModelName> bySeries = new HashMap<>();
    Map<SeriesModel, List<ErrorBands>> bands = new HashMap<>();
    for (Row row : champions) {
      Granularity granularity =
          Granularity.valueOf(
              row.<String>getAs(ForecastAccuracy.GRANULARITY).toUpperCase(Locale.ROOT));
      ForecastSeries series = new ForecastSeries(granularity, row.getAs(ForecastAccuracy.MEASURE));
      ModelName model = ModelName.of(row.getAs(ForecastAccuracy.MODEL));
      bySeries.put(series, model);
      List<Row> written = row.getList(row.fieldIndex(ForecastAccuracy.BANDS));
      bands.put(new SeriesModel(series, model), written.stream().map(ErrorBands::read).toList());
    }
    return new Judged(Map.of(), bySeries, bands);
  }

  ModelName champion(ForecastSeries series) {
    return champions.getOrDefault(series, ModelName.COMBINED);
  }

  Optional<ErrorBands> bands(ForecastSeries series, int weekAhead) {
    return bands.getOrDefault(new SeriesModel(series, champion(series)), List.of()).stream()
        .filter(of -> of.weekAhead() == weekAhead)
        .findFirst();
  }
}
