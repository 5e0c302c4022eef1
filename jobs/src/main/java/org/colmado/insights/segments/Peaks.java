package org.colmado.insights.segments;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Finds peak slots (hours or weekdays): slots with significantly more visits than the other open
 * slots (D20, D22).
 *
 * <p>For each slot, the mean visits per opening are compared with the mean of the other slots: z =
 * (m - r) / sqrt(f m / n + f r / k), where f is the dispersion of counts within slots, at least 1
 * as for Poisson counts (McCullagh and Nelder 1989, 4.5.1). A peak needs z above a limit that keeps
 * the probability of any false peak at 1 % (Bonferroni), at least three openings, and a mean at
 * least 10 % above the others.
 */
public final class Peaks {
  /** For 24 hours: z of 1 - 0.01 / 24. */
  private static final double LIMIT_OF_HOURS = 3.34;

  /** For 7 weekdays: z of 1 - 0.01 / 7. */
  private static final double LIMIT_OF_WEEKDAYS = 2.98;

  private static final double MIN_LIFT = 1.1;
  private static final long MIN_OPENINGS = 3;

  /** Sum and sum of squares of the visits per opening of a slot. */
  private record Counts(double visits, double squares) {
    static final Counts NONE = new Counts(0, 0);

    Counts plus(Counts other) {
      return new Counts(visits + other.visits, squares + other.squares);
    }
  }

  private final double limit;
  private final SortedMap<Integer, Long> openings = new TreeMap<>();
  private final Map<Integer, Counts> counts = new HashMap<>();

  private Peaks(double limit) {
    this.limit = limit;
  }

  public static Peaks ofHours() {
    return new Peaks(LIMIT_OF_HOURS);
  }

  public static Peaks ofWeekdays() {
    return new Peaks(LIMIT_OF_WEEKDAYS);
  }

  /** Adds openings of a slot. */
  public void opened(int slot, long times) {
    openings.merge(slot, times, Long::sum);
  }

  /** Adds the visits of one opening; ignored for a slot that was never open. */
  public void visited(int slot, long visits) {
    counts.merge(slot, new Counts(visits, (double) visits * visits), Counts::plus);
  }

  /** The peaks in order; empty if there is none. */
  public List<Integer> found() {
    double dispersion = dispersion();

    return openings.keySet().stream().filter(slot -> isPeak(slot, dispersion)).toList();
  }

  private double dispersion() {
    double within = 0;
    for (int slot : openings.keySet()) {
      double mean = mean(slot);
      if (mean > 0) {
        within += (of(slot).squares() - of(slot).visits() * mean) / mean;
      }
    }
    return Math.max(within / Math.max(allOpenings() - openings.size(), 1), 1);
  }

  private boolean isPeak(int slot, double dispersion) {
    long times = openings.get(slot);
    long others = allOpenings() - times;
    double mean = mean(slot);
    if (mean <= 0 || times < MIN_OPENINGS || others < MIN_OPENINGS) {
      return false;
    }

    double all = openings.keySet().stream().mapToDouble(other -> of(other).visits()).sum();
    double otherMean = (all - of(slot).visits()) / others;
    double error = Math.sqrt(dispersion * (mean / times + otherMean / others));

    return (mean - otherMean) / error > limit && mean >= otherMean * MIN_LIFT;
  }

  private double mean(int slot) {
    return of(slot).visits() / openings.get(slot);
  }

  private Counts of(int slot) {
    return counts.getOrDefault(slot, Counts.NONE);
  }

  private long allOpenings() {
    return openings.values().stream().mapToLong(Long::longValue).sum();
  }
}
