package org.colmado.insights.forecast.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.colmado.insights.forecast.history.MeasureHistory;

/**
 * A store that sells at another level than some weeks ago: it moved, a competitor closed, its till
 * is used for all sales at last. Found as the split of the last weeks into two levels that differ
 * most, if by more than the days vary (the likelihood ratio of Hinkley, Biometrika 1970, 57:1, for
 * normal values). Models then see the earlier days at the new level, and need not learn it anew.
 *
 * @param day first day of the new level
 * @param ratio new level over the old one
 */
public record LevelChange(int day, double ratio) {
  /** Days at the new level: fewer may be an event, more are what models learn by themselves. */
  private static final int MIN_AFTER = 7;

  private static final int MAX_AFTER = 42;

  /** Days at the old level that are compared. */
  private static final int BEFORE = 28;

  private static final int MIN_BEFORE = 14;

  /** So many standard errors apart: the largest of some forty splits of one level is 3 to 4. */
  private static final double CLEARLY = 5;

  /** Smaller changes are left to the models. */
  private static final double LEAST_RATIO = 1.25;

  /**
   * The latest change of a store. Days near a holiday tell nothing of it: the week between
   * Christmas and New Year is no new level.
   *
   * @param past without calendar effects
   */
  public static Optional<LevelChange> of(MeasureHistory past) {
    List<Integer> days =
        past.counted(MAX_AFTER + 2 * BEFORE).stream()
            .filter(day -> !past.shop().isNearHoliday(day))
            .toList();
    double[] index = Hierarchy.weekdayIndex(past, days);
    double[] calm =
        days.stream()
            .mapToDouble(day -> past.total(day) / index[past.shop().weekday(day)])
            .toArray();
    LevelChange best = null;
    double most = CLEARLY;
    for (int split = Math.max(MIN_BEFORE, calm.length - MAX_AFTER);
        split <= calm.length - MIN_AFTER;
        split++) {
      double[] before = Arrays.copyOfRange(calm, Math.max(0, split - BEFORE), split);
      double[] after = Arrays.copyOfRange(calm, split, calm.length);
      double apart = Math.abs(mean(after) - mean(before)) / error(before, after);
      if (apart > most) {
        most = apart;
        best = new LevelChange(days.get(split), mean(after) / mean(before));
      }
    }
    return Optional.ofNullable(best).filter(LevelChange::isLarge);
  }

  /** Standard error of the difference of the means. */
  private static double error(double[] before, double[] after) {
    double squares = squares(before) + squares(after);
    double variance = squares / (before.length + after.length - 2);

    return Math.sqrt(variance * (1.0 / before.length + 1.0 / after.length));
  }

  private static double squares(double[] values) {
    double mean = mean(values);

    return Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(0);
  }

  private boolean isLarge() {
    return ratio >= LEAST_RATIO || ratio <= 1 / LEAST_RATIO;
  }

  /** The factors with those that bring earlier days to the new level. */
  double[] into(double[] factors) {
    double[] changed = factors.clone();
    for (int before = 0; before < day; before++) {
      changed[before] /= ratio;
    }
    return changed;
  }
}
