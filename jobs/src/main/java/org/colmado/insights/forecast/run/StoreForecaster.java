package org.colmado.insights.forecast.run;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF7;
import org.colmado.insights.forecast.evaluation.BacktestResult;
import org.colmado.insights.forecast.evaluation.StoreBacktest;
import org.colmado.insights.forecast.history.Effect;
import org.colmado.insights.forecast.history.StoreHistory;
import org.colmado.insights.forecast.history.StoreHistoryReader;
import org.colmado.insights.forecast.history.StoreSetting;
import org.colmado.insights.forecast.model.CrossStoreForecasts;
import org.colmado.insights.forecast.model.MeasureForecast;
import org.colmado.insights.forecast.model.OriginForecast;
import org.colmado.insights.forecast.model.TypicalWeek;
import org.colmado.insights.table.DemandForecast;
import scala.collection.Seq;

/**
 * Forecasts one store, and back-tests its models if it has no champions yet.
 *
 * @param byStore settings by store_id
 * @param calendars effects by calendar and day
 * @param typicalWeek average weekly profile by measure; empty if no store has enough history
 */
public record StoreForecaster(
    ForecastRules rules,
    ForecastRequest run,
    Map<String, StoreSetting> byStore,
    Map<String, Map<LocalDate, List<Effect>>> calendars,
    Map<String, TypicalWeek> typicalWeek)
    implements UDF7<String, Seq<Row>, Seq<Row>, Double, Seq<Row>, Seq<Row>, Seq<Row>, Row> {
  private static final long serialVersionUID = 1L;

  @Override
  public Row call(
      String store,
      Seq<Row> hours,
      Seq<Row> categories,
      Double basketCv,
      Seq<Row> champions,
      Seq<Row> pooledDays,
      Seq<Row> outsideDays) {
    StoreHistory history = histories().read(store, hours, categories, basketCv, outsideDays);
    CrossStoreForecasts others =
        CrossStoreForecasts.of(
            history.shop(), StoreHistoryReader.list(pooledDays), rules.horizonDays());
    StoreForecastRows rows = new StoreForecastRows(store, run, history);
    int origin = history.shop().size() - rules.horizonDays();
    others.add(origin, typicalWeek);
    if (champions != null) {
      return RowFactory.create(
          outlook(
              history,
              others,
              rows,
              origin,
              BacktestResult.read(StoreHistoryReader.list(champions))),
          none(),
          none(),
          none());
    }

    StoreBacktest backtest =
        StoreBacktest.of(history, others, origins(history, origin), rules.horizonDays());
    if (backtest.trials().isEmpty()) {
      return RowFactory.create(
          outlook(history, others, rows, origin, BacktestResult.NONE), none(), none(), none());
    }

    BacktestResult judged = BacktestResult.of(beforeFirstKept(backtest, history), origin);
    return RowFactory.create(
        outlook(history, others, rows, origin, judged),
        rows.trials(backtest),
        rows.accuracy(backtest, judged),
        run.isForecast() ? new SeasonRows(store, run, history).rows(origin) : none());
  }

  /** Reader of the stores' histories. */
  public StoreHistoryReader histories() {
    return new StoreHistoryReader(run.lastOn(), rules.horizonDays(), byStore, calendars);
  }

  /** The back-test that champions are chosen by: only origins before the first one to keep. */
  private StoreBacktest beforeFirstKept(StoreBacktest backtest, StoreHistory history) {
    return run.isForecast()
        ? backtest
        : new StoreBacktest(
            backtest.trials().stream()
                .filter(trial -> history.shop().on(trial.day()).isBefore(run.keptFrom()))
                .toList());
  }

  private Row[] outlook(
      StoreHistory history,
      CrossStoreForecasts others,
      StoreForecastRows rows,
      int origin,
      BacktestResult judged) {
    if (!run.isForecast() || isSilent(history, origin)) {
      return none();
    }

    OriginForecast forecast = OriginForecast.of(history, others, origin, rules.horizonDays());
    String status =
        history.shop().counted(0, origin).size() < MeasureForecast.MIN_DAYS
            ? DemandForecast.LOW_DATA
            : DemandForecast.OK;
    return rows.forecast(new ChampionForecast(forecast, judged), status);
  }

  /** Back-test origins on which the store was active. */
  private List<Integer> origins(StoreHistory history, int origin) {
    return run.origins().stream()
        .map(history::day)
        .filter(day -> day > 0 && day <= origin)
        .filter(day -> !isSilent(history, day))
        .toList();
  }

  private boolean isSilent(StoreHistory history, int origin) {
    return history.shop().counted(origin - rules.silentDays(), origin).isEmpty();
  }

  private static Row[] none() {
    return new Row[0];
  }
}
