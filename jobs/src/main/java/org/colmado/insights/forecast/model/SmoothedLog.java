package org.colmado.insights.forecast.model;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.PointValuePair;
import org.apache.commons.math3.optim.SimpleValueChecker;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.SimplexOptimizer;
import org.colmado.insights.forecast.history.MeasureHistory;
import org.colmado.insights.forecast.history.ShopDays;

/**
 * Exponential smoothing of the logarithm of the totals with a season of seven days: ETS(A,N,A) or,
 * where the corrected information criterion prefers it, ETS(A,Ad,A) with a damped trend (Hyndman
 * and Athanasopoulos, Forecasting: Principles and Practice, chapter 8). Days that do not count
 * leave the state unchanged. The forecast is the median, not the mean.
 */
record SmoothedLog() implements DayModel {
  private static final int WINDOW_DAYS = 730;
  private static final int MAX_EVALUATIONS = 600;

  /** Lower limit of a day as a share of the usual day, as the logarithm of 0 does not exist. */
  private static final double FLOOR = 0.05;

  private static final double[] WITHOUT_TREND = {-1.5, -2.5};
  private static final double[] WITH_TREND = {-1.5, -2.5, -3, 1.5};

  @Override
  public double[] days(MeasureHistory past, int horizon) {
    Logs logs = Logs.of(past);
    double[] plain = fitted(logs, WITHOUT_TREND);
    double[] damped = fitted(logs, WITH_TREND);
    double[] best = criterion(logs, damped) < criterion(logs, plain) ? damped : plain;

    State state = new State(logs, best);
    state.run(logs);
    double[] forecast = new double[horizon];
    for (int h = 0; h < horizon; h++) {
      forecast[h] = Math.exp(state.ahead(h + 1, past.shop().weekday(past.origin() + h)));
    }
    return forecast;
  }

  private static double[] fitted(Logs logs, double[] start) {
    ObjectiveFunction errors =
        new ObjectiveFunction(parameters -> new State(logs, parameters).run(logs));
    PointValuePair best =
        new SimplexOptimizer(new SimpleValueChecker(1e-6, 1e-9, MAX_EVALUATIONS))
            .optimize(
                new MaxEval(10 * MAX_EVALUATIONS),
                errors,
                GoalType.MINIMIZE,
                new InitialGuess(start),
                new NelderMeadSimplex(start.length, 0.8));
    return best.getPoint();
  }

  /** Akaike's information criterion, corrected for small samples. */
  private static double criterion(Logs logs, double[] parameters) {
    double n = logs.days.size();
    double k = parameters.length + ShopDays.WEEK + (parameters.length > 2 ? 2 : 1);
    double error = Math.max(new State(logs, parameters).run(logs), 1e-12);

    return n * Math.log(error / n) + 2 * k + 2 * k * (k + 1) / Math.max(n - k - 1, 1);
  }

  /** The days that count, their logarithms, and the initial state of the smoothing. */
  private static final class Logs {
    final List<Integer> days;
    final double[] values;
    final int[] weekdays;
    final double level;
    final double[] season = new double[ShopDays.WEEK];

    private Logs(List<Integer> days, double[] values, int[] weekdays) {
      this.days = days;
      this.values = values;
      this.weekdays = weekdays;
      double[] seen = new double[ShopDays.WEEK];
      for (int i = 0; i < values.length; i++) {
        season[weekdays[i]] += values[i] - around(values, i);
        seen[weekdays[i]]++;
      }
      for (int weekday = 0; weekday < ShopDays.WEEK; weekday++) {
        season[weekday] /= Math.max(1, seen[weekday]);
      }
      int start = Math.min(values.length, 2 * ShopDays.WEEK);
      double sum = 0;
      for (int i = 0; i < start; i++) {
        sum += values[i] - season[weekdays[i]];
      }
      level = sum / start;
    }

    /** Mean of the week around a day; at the ends, of the first or last week. */
    private static double around(double[] values, int i) {
      int from = Math.max(0, Math.min(i - 3, values.length - ShopDays.WEEK));
      int to = Math.min(values.length, from + ShopDays.WEEK);

      return Arrays.stream(values, from, to).average().orElse(0);
    }

    static Logs of(MeasureHistory past) {
      List<Integer> days = past.counted(WINDOW_DAYS);
      double usual = days.stream().mapToDouble(past::total).average().orElse(0);
      double[] values = new double[days.size()];
      int[] weekdays = new int[days.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = Math.log(Math.max(past.total(days.get(i)), FLOOR * usual));
        weekdays[i] = past.shop().weekday(days.get(i));
      }
      return new Logs(days, values, weekdays);
    }
  }

  /** The state of the smoothing: level, trend and season. */
  private static final class State {
    private final double memory;
    private final double trendMemory;
    private final double seasonMemory;
    private final double damping;
    private final double[] season;
    private double level;
    private double trend;

    /**
     * @param parameters of level, season and, if there is a trend, trend and damping; unbounded,
     *     mapped to 0..1
     */
    State(Logs logs, double[] parameters) {
      memory = share(parameters[0]);
      seasonMemory = share(parameters[1]) * (1 - memory);
      trendMemory = parameters.length > 2 ? share(parameters[2]) * memory : 0;
      damping = parameters.length > 2 ? 0.8 + 0.18 * share(parameters[3]) : 0;
      level = logs.level;
      season = logs.season.clone();
    }

    /** Sum of squared errors one day ahead. */
    double run(Logs logs) {
      double sum = 0;
      for (int i = 0; i < logs.values.length; i++) {
        int weekday = logs.weekdays[i];
        double expected = level + damping * trend + season[weekday];
        double error = logs.values[i] - expected;
        sum += error * error;
        level += damping * trend + memory * error;
        trend = damping * trend + trendMemory * error;
        season[weekday] += seasonMemory * error;
      }
      return sum;
    }

    double ahead(int days, int weekday) {
      double sum = level + season[weekday];
      double step = trend;
      for (int h = 0; h < days; h++) {
        step *= damping;
        sum += step;
      }
      return sum;
    }

    private static double share(double any) {
      return 1 / (1 + Math.exp(-any));
    }
  }
}
