package org.colmado.insights.segments.trends;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.colmado.insights.text.BilingualText;

/**
 * Eight weeks of a shop with segments of 2 to 30 % of its visits. Weekends are busier and have
 * other segments, and every segment has good and bad days, so that visits of one day are alike.
 * Values of tickets are skewed. A factor is on the visits of the first segment in the last month.
 */
record SimulatedMonths(long seed, double factor) {
  static final LocalDate LAST_ON = LocalDate.of(2026, 11, 20);
  static final LocalDate FIRST_ON = LAST_ON.minusDays(55);

  private static final List<Double> SHARES = List.of(0.3, 0.2, 0.15, 0.12, 0.1, 0.07, 0.04, 0.02);
  private static final double VISITS_PER_DAY = 150;
  private static final double DAY_DEVIATION = 0.15;

  List<TrendSeries> series() {
    Random random = new Random(seed);
    List<List<DailyTotal>> baskets = new ArrayList<>();
    SHARES.forEach(share -> baskets.add(new ArrayList<>()));
    for (LocalDate on = FIRST_ON; !on.isAfter(LAST_ON); on = on.plusDays(1)) {
      for (int segment = 0; segment < SHARES.size(); segment++) {
        baskets.get(segment).add(day(on, segment, random));
      }
    }

    List<TrendSeries> series = new ArrayList<>();
    for (int segment = 0; segment < SHARES.size(); segment++) {
      series.add(named(segment, TrendMeasure.SHARE, shares(segment, baskets)));
      series.add(
          named(
              segment,
              TrendMeasure.BASKET,
              baskets.get(segment).stream().filter(day -> day.whole() > 0).toList()));
    }
    return series;
  }

  /** True change of the share of the first segment. */
  double trueChange() {
    return share(factor) - share(1);
  }

  private static double share(double factor) {
    double own = 0;
    double all = 0;
    for (LocalDate on = FIRST_ON; on.isBefore(FIRST_ON.plusDays(7)); on = on.plusDays(1)) {
      for (int segment = 0; segment < SHARES.size(); segment++) {
        double visits = expected(on, segment) * (segment == 0 ? factor : 1);
        own += segment == 0 ? visits : 0;
        all += visits;
      }
    }
    return own / all;
  }

  private static double expected(LocalDate on, int segment) {
    boolean isWeekend = on.getDayOfWeek().getValue() >= 6;

    return VISITS_PER_DAY * SHARES.get(segment) * (isWeekend ? 1.2 + 0.1 * (segment % 3) : 1);
  }

  /** Money over visits of one day. */
  private DailyTotal day(LocalDate on, int segment, Random random) {
    boolean isPlanted = segment == 0 && on.isAfter(LAST_ON.minusDays(28));
    double luck = Math.exp(DAY_DEVIATION * random.nextGaussian());
    int visits = poisson(expected(on, segment) * luck * (isPlanted ? factor : 1), random);
    double mood = Math.exp(0.05 * random.nextGaussian());
    double money = 0;
    for (int visit = 0; visit < visits; visit++) {
      money += 200 * mood * Math.exp(0.7 * random.nextGaussian());
    }
    return new DailyTotal(on, money, visits);
  }

  private static List<DailyTotal> shares(int segment, List<List<DailyTotal>> baskets) {
    List<DailyTotal> days = new ArrayList<>();
    for (int day = 0; day < baskets.get(segment).size(); day++) {
      int number = day;
      double all = baskets.stream().mapToDouble(of -> of.get(number).whole()).sum();
      DailyTotal own = baskets.get(segment).get(day);
      days.add(new DailyTotal(own.on(), own.whole(), all));
    }
    return days;
  }

  static TrendSeries named(int segment, TrendMeasure measure, List<DailyTotal> days) {
    String id = "s" + segment;
    return new TrendSeries("mission", id, new BilingualText(id, id), measure, days);
  }

  /** Knuth, The Art of Computer Programming 2, 3.4.1. */
  private static int poisson(double mean, Random random) {
    double least = Math.exp(-mean);
    double product = random.nextDouble();
    int count = 0;
    while (product > least) {
      product *= random.nextDouble();
      count++;
    }
    return count;
  }
}
