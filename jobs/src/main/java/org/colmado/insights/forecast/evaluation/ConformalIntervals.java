package org.colmado.insights.forecast.evaluation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.colmado.insights.table.ForecastAccuracy;

/**
 * Prediction intervals from past errors (split conformal prediction: Vovk, Gammerman and Shafer
 * 2005; Lei and others, JASA 2018, 113:1094): quantiles of error / forecast^power, with the power
 * of the smallest quantile loss on those errors.
 *
 * @param weekAhead 1 or 2: for days 1 to 7 or 8 to 14 ahead
 * @param least smaller forecasts are treated as this value
 * @param holidayScale how much wider the interval of a day near a holiday is; see {@link
 *     HolidayScale}
 */
public record ConformalIntervals(
    int weekAhead,
    double power,
    double least,
    double low95,
    double low80,
    double high80,
    double high95,
    double holidayScale) {
  private static final double[] POWERS = {0.3, 0.5, 0.65, 0.8, 1};
  private static final double MIN_SHARE = 0.05;
  private static final int MIN_ERRORS = 20;
  private static final double HALF_LIFE_DAYS = 42;
  private static final double[] TAILS = {0.025, 0.1, 0.9, 0.975};

  /**
   * Fits the intervals to scored forecasts of one model and series; empty if there are too few.
   * Recent errors weigh more (Barber, Candes, Ramdas and Tibshirani, Annals of Statistics 2023,
   * 51:816).
   *
   * @param origin forecast origin of the interval
   */
  static Optional<ConformalIntervals> of(int origin, int weekAhead, List<BacktestForecast> known) {
    List<BacktestForecast> scored = known.stream().filter(trial -> !trial.isNearHoliday()).toList();
    if (scored.size() < MIN_ERRORS) {
      return Optional.empty();
    }

    double scale = HolidayScale.of(known);
    double mean = scored.stream().mapToDouble(BacktestForecast::actual).average().orElse(0);
    double least = Math.max(MIN_SHARE * mean, 1e-9);
    ConformalIntervals best = null;
    double bestLoss = Double.POSITIVE_INFINITY;
    for (double power : POWERS) {
      List<Ratio> ratios =
          scored.stream()
              .map(trial -> Ratio.of(trial, origin, power, least))
              .sorted(Comparator.comparingDouble(Ratio::value))
              .toList();
      double[] tails = Ratio.quantiles(ratios, TAILS);
      ConformalIntervals bands =
          new ConformalIntervals(
              weekAhead, power, least, tails[0], tails[1], tails[2], tails[3], scale);
      double loss = bands.loss(scored);
      if (loss < bestLoss) {
        bestLoss = loss;
        best = bands;
      }
    }
    return Optional.ofNullable(best);
  }

  /** A scaled error with its weight. */
  private record Ratio(double value, double weight) {
    static Ratio of(BacktestForecast trial, int origin, double power, double least) {
      double scale = Math.pow(Math.max(trial.yhat(), least), power);

      return new Ratio(
          trial.error() / scale, Math.pow(0.5, (origin - trial.origin()) / HALF_LIFE_DAYS));
    }

    /**
     * Weighted quantiles by linear interpolation. With equal weights, the error of rank r of n is
     * the r / (n + 1) quantile, so that a new error is equally likely to fall into any gap.
     *
     * @param sorted by value
     */
    static double[] quantiles(List<Ratio> sorted, double[] levels) {
      double sum = sorted.stream().mapToDouble(Ratio::weight).sum();
      double[] places = new double[sorted.size()];
      double passed = 0;
      for (int i = 0; i < places.length; i++) {
        double weight = sorted.get(i).weight();
        places[i] = (passed + (weight + 1) / 2) / (sum + 1);
        passed += weight;
      }
      return Arrays.stream(levels).map(level -> at(sorted, places, level)).toArray();
    }

    private static double at(List<Ratio> sorted, double[] places, double level) {
      int above = 0;
      while (above < places.length && places[above] < level) {
        above++;
      }
      if (above == 0 || above == places.length) {
        return sorted.get(Math.max(0, above - 1)).value();
      }

      double low = sorted.get(above - 1).value();
      double high = sorted.get(above).value();
      double share = (level - places[above - 1]) / (places[above] - places[above - 1]);
      return low + share * (high - low);
    }
  }

  private double loss(List<BacktestForecast> scored) {
    double loss = 0;
    for (BacktestForecast trial : scored) {
      double scale = Math.pow(Math.max(trial.yhat(), least), power);
      double[] bounds = {low95, low80, high80, high95};
      for (int i = 0; i < TAILS.length; i++) {
        double miss = trial.error() - bounds[i] * scale;
        loss += Math.max(TAILS[i] * miss, (TAILS[i] - 1) * miss);
      }
    }
    return loss;
  }

  /**
   * Reads an earlier fit.
   *
   * @param row in the format of {@link ForecastAccuracy#BAND}
   */
  static ConformalIntervals read(Row row, double holidayScale) {
    return new ConformalIntervals(
        row.getInt(0),
        row.getDouble(1),
        row.getDouble(2),
        row.getDouble(3),
        row.getDouble(4),
        row.getDouble(5),
        row.getDouble(6),
        holidayScale);
  }

  /** In the format of {@link ForecastAccuracy#BAND}. */
  public Row row() {
    return RowFactory.create(weekAhead, power, least, low95, low80, high80, high95);
  }

  /** The interval of a forecast. */
  public PredictionInterval band(double yhat, boolean isNearHoliday) {
    double scale = Math.pow(Math.max(yhat, least), power) * (isNearHoliday ? holidayScale : 1);

    return PredictionInterval.around(
        yhat,
        yhat + low95 * scale,
        yhat + low80 * scale,
        yhat + high80 * scale,
        yhat + high95 * scale);
  }

  /** Forecasts whose errors are known at an origin. */
  static List<BacktestForecast> known(List<BacktestForecast> trials, int origin, int weekAhead) {
    List<BacktestForecast> known =
        trials.stream().filter(t -> t.isScored() && t.day() < origin).toList();
    List<BacktestForecast> asFar =
        known.stream().filter(trial -> trial.weekAhead() == weekAhead).toList();

    return asFar.size() < MIN_ERRORS ? known : asFar;
  }
}
