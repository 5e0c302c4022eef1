package org.colmado.insights.segments.trends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.colmado.insights.text.Language;
import org.junit.jupiter.api.Test;

class StoreTrendsTest {
  private static final int NIGHTS = 400;
  private static final LocalDate LAST_ON = SimulatedMonths.LAST_ON;
  private static final TrendWindows WINDOWS =
      new TrendWindows(SimulatedMonths.FIRST_ON, LAST_ON, true);

  /** Nights of shops in which nothing changes. */
  private static final List<List<SegmentTrend>> QUIET = nights(1);

  /** Nights of shops in which the first segment has half as many visits again in the last month. */
  private static final double FACTOR = 1.5;

  private static final List<List<SegmentTrend>> PLANTED = nights(FACTOR);

  @Test
  void whereNothingChangesOneNightInTwentyHasAFalseUpOrDown() {
    assertThat(share(QUIET, night -> night.stream().anyMatch(StoreTrendsTest::isMove)))
        .isBetween(0.02, 0.08);
  }

  @Test
  void intervalsHoldNoChangeNinetyFiveTimesInAHundred() {
    List<MonthlyChange> all =
        QUIET.stream().flatMap(List::stream).flatMap(it -> it.comparison().stream()).toList();

    assertThat(all).hasSize(NIGHTS * 16);
    assertThat(share(all, it -> holds(it.change(), 0))).isBetween(0.94, 0.975);
    assertThat(share(all, it -> holds(it.slope().orElseThrow(), 0))).isBetween(0.94, 0.96);
  }

  @Test
  void aPlantedChangeIsFoundWithItsSignAndItsIntervalHoldsTheTruth() {
    double truth = new SimulatedMonths(0, FACTOR).trueChange();
    List<SegmentTrend> first = PLANTED.stream().map(night -> share(night, "s0")).toList();

    assertThat(truth).isCloseTo(0.09, within(0.01));
    assertThat(share(first, trend -> trend.verdict() == TrendVerdict.UP)).isGreaterThan(0.98);
    assertThat(share(first, trend -> holds(trend.comparison().orElseThrow().change(), truth)))
        .isBetween(0.92, 0.98);
  }

  @Test
  void steadyIsSaidOfLargeSegmentsOnly() {
    assertThat(share(QUIET, night -> share(night, "s0").verdict() == TrendVerdict.STEADY))
        .isGreaterThan(0.5);
    assertThat(share(QUIET, night -> share(night, "s7").verdict() == TrendVerdict.UNSURE))
        .isGreaterThan(0.98);
  }

  @Test
  void theChangeOfSevenWeekdaysIsTheDifferenceOfTheRatios() {
    MonthlyChange change =
        trend(TrendMeasure.SHARE, day -> day.isAfter(LAST_ON.minusDays(28)) ? 30 : 20)
            .comparison()
            .orElseThrow();

    assertThat(change.before()).isEqualTo(0.2);
    assertThat(change.change().low()).isCloseTo(0.1, within(1e-12));
    assertThat(change.change().high()).isCloseTo(0.1, within(1e-12));
    assertThat(change.verdict()).isEqualTo(TrendVerdict.UP);
  }

  @Test
  void daysWithoutASaleAreLeftOut() {
    SegmentTrend trend =
        trend(TrendMeasure.SHARE, day -> day.getDayOfWeek().getValue() == 7 ? 0 : 20 + odd(day));

    assertThat(trend.comparison().orElseThrow().change().isWithin(0.02)).isTrue();
    assertThat(trend.verdict()).isEqualTo(TrendVerdict.STEADY);
  }

  @Test
  void anOpenQuestionSaysWhatIsMissing() {
    TrendSeries few = series(TrendMeasure.BASKET, day -> 0.9);
    TrendWindows young = new TrendWindows(LAST_ON.minusDays(40), LAST_ON, true);
    TrendWindows mixed = new TrendWindows(SimulatedMonths.FIRST_ON, LAST_ON, false);
    TrendSeries seldom =
        series(TrendMeasure.SHARE, day -> day.getDayOfWeek().getValue() == 6 ? 50 : -1);

    assertThat(open(WINDOWS, few)).contains("at least 30 visits");
    assertThat(open(young, few)).contains("It needs 8 weeks of sales; 5 are counted");
    assertThat(open(mixed, few)).contains("other rules");
    assertThat(open(WINDOWS, seldom)).contains("at least 14 days of each four weeks");
  }

  @Test
  void anOwnerReadsASentenceInBothLanguages() {
    SegmentTrend trend = share(PLANTED.get(0), "s0");

    assertThat(trend.text().in(Language.ES))
        .matches(
            "s0: \\d+\\.\\d% de las visitas en las últimas cuatro semanas, \\d+\\.\\d% en las"
                + " cuatro anteriores\\. Subió entre \\d+\\.\\d y \\d+\\.\\d puntos\\.");
    assertThat(trend.text().in(Language.EN)).contains("It rose by ");
  }

  @Test
  void aFallIsSaidFromTheSmallerToTheLargerStep() {
    SegmentTrend trend =
        trend(TrendMeasure.BASKET, day -> day.isAfter(LAST_ON.minusDays(28)) ? 10 : 20 + odd(day));

    assertThat(trend.verdict()).isEqualTo(TrendVerdict.DOWN);
    assertThat(trend.text().in(Language.EN))
        .matches(
            "s0: an average ticket of RD\\$10\\.00 .* It fell by RD\\$10\\.2\\d to RD\\$10\\.7\\d\\.");
  }

  private static String open(TrendWindows windows, TrendSeries series) {
    SegmentTrend trend = new StoreTrends(windows, "DOP").of(List.of(series)).get(0);

    assertThat(trend.comparison()).isEmpty();
    assertThat(trend.verdict()).isEqualTo(TrendVerdict.UNSURE);
    return trend.text().in(Language.EN);
  }

  private static List<List<SegmentTrend>> nights(double factor) {
    return LongStream.range(0, NIGHTS)
        .mapToObj(seed -> new SimulatedMonths(seed, factor).series())
        .map(series -> new StoreTrends(WINDOWS, "DOP").of(series))
        .toList();
  }

  private static SegmentTrend share(List<SegmentTrend> night, String id) {
    return night.stream()
        .filter(it -> it.series().id().equals(id))
        .filter(it -> it.series().measure() == TrendMeasure.SHARE)
        .findFirst()
        .orElseThrow();
  }

  private static <T> double share(List<T> all, Predicate<T> is) {
    return all.stream().filter(is).count() / (double) all.size();
  }

  private static boolean holds(Interval interval, double truth) {
    return interval.low() <= truth && interval.high() >= truth;
  }

  private static boolean isMove(SegmentTrend trend) {
    return trend.verdict() == TrendVerdict.UP || trend.verdict() == TrendVerdict.DOWN;
  }

  private static double odd(LocalDate day) {
    return day.getDayOfMonth() % 2;
  }

  /** A number of the segment for a day. */
  private interface Part {
    double of(LocalDate day);
  }

  private static SegmentTrend trend(TrendMeasure measure, Part part) {
    return new StoreTrends(WINDOWS, "DOP").of(List.of(series(measure, part))).get(0);
  }

  /** Of a hundred visits a day, or of baskets of as many visits; no day where it is negative. */
  private static TrendSeries series(TrendMeasure measure, Part part) {
    List<DailyTotal> days =
        IntStream.range(0, 56)
            .mapToObj(SimulatedMonths.FIRST_ON::plusDays)
            .filter(day -> part.of(day) >= 0)
            .map(
                day ->
                    measure == TrendMeasure.SHARE
                        ? new DailyTotal(day, part.of(day), 100)
                        : new DailyTotal(day, part.of(day) * part.of(day), part.of(day)))
            .toList();
    return SimulatedMonths.named(0, measure, days);
  }
}
