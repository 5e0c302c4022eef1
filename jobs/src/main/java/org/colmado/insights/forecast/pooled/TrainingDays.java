package org.colmado.insights.forecast.pooled;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF2;
import org.colmado.insights.forecast.history.MeasureHistory;
import org.colmado.insights.forecast.history.ShopDays;
import org.colmado.insights.forecast.history.StoreHistory;
import org.colmado.insights.forecast.history.StoreHistoryReader;
import org.colmado.insights.forecast.model.DayModel;
import org.colmado.insights.forecast.model.Hierarchy;
import org.colmado.insights.table.DemandForecast;
import scala.collection.Seq;

/**
 * The training rows of one store: its days as seen from weekly origins before them, beginning with
 * the first origin that has five weeks of history, and from the requested origins. Weather and
 * events are not used.
 *
 * @param requested forecast origins
 */
record TrainingDays(StoreHistoryReader histories, List<LocalDate> requested)
    implements UDF2<String, Seq<Row>, Row[]> {
  private static final long serialVersionUID = 1L;

  /** Minimum number of days that count before an origin. */
  static final int MIN_DAYS = 35;

  /** Variance of a day's ratio that remains however many visits it has. */
  private static final double RESTLESS = 0.01;

  private static final DayModel BASE = new Hierarchy(false);

  TrainingDays {
    requested = List.copyOf(requested);
  }

  @Override
  public Row[] call(String store, Seq<Row> hours) {
    StoreHistory history = histories.read(store, hours);

    return origins(history)
        .filter(origin -> history.shop().counted(0, origin).size() >= MIN_DAYS)
        .boxed()
        .flatMap(origin -> trainingDays(history, origin))
        .map(TrainingDay::row)
        .toArray(Row[]::new);
  }

  private IntStream origins(StoreHistory history) {
    int next = history.day(histories.lastOn()) + 1;
    IntStream weekly =
        IntStream.rangeClosed(1, next / ShopDays.WEEK).map(w -> next - w * ShopDays.WEEK);
    IntStream others = requested.stream().mapToInt(history::day);

    return IntStream.concat(IntStream.concat(weekly, others), IntStream.of(next))
        .filter(origin -> origin > 0 && origin <= next)
        .distinct()
        .sorted();
  }

  private Stream<TrainingDay> trainingDays(StoreHistory history, int origin) {
    MeasureHistory tickets = history.tickets(origin);
    double[] visits = BASE.days(tickets, horizon());
    List<TrainingDay> trainingDays = new ArrayList<>();
    add(trainingDays, history, tickets, true, visits);
    add(trainingDays, history, history.revenue(origin), false, visits);
    return trainingDays.stream();
  }

  private void add(
      List<TrainingDay> trainingDays,
      StoreHistory history,
      MeasureHistory past,
      boolean isTickets,
      double[] visits) {
    DayFeatures features = DayFeatures.of(past);
    double[] base = BASE.days(past, horizon());
    for (int h = 0; h < base.length; h++) {
      int day = past.origin() + h;
      if (base[h] > 0 && visits[h] > 0) {
        Double ratio = history.shop().counts(day) ? history.total(isTickets, day) / base[h] : null;
        trainingDays.add(
            new TrainingDay(
                history.shop().on(past.origin()),
                history.shop().on(day),
                past.origin() / ShopDays.WEEK,
                isTickets ? DemandForecast.TICKETS : DemandForecast.REVENUE,
                base[h],
                ratio,
                1 / (1 / visits[h] + RESTLESS),
                features.features(day, isTickets),
                features.design(day, isTickets)));
      }
    }
  }

  private int horizon() {
    return histories.daysAhead();
  }
}
