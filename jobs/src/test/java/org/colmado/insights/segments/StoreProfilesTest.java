package org.colmado.insights.segments;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.colmado.insights.segments.VisitCount.Variable;
import org.junit.jupiter.api.Test;

/**
 * Two kinds of store, all open from 7 to 21 on 58 days, so that two weekdays come nine times and
 * the others eight. Stores of {@link #RANDOM} have visits whose day, hour, value and category have
 * nothing to do with each other. In {@link #PLANTED} beer is bought in the evening and bread in the
 * morning, Fridays have twice the visits, and seven in the evening twice those of other hours.
 */
class StoreProfilesTest {
  private static final SegmentRules RULES = SegmentRules.read(SegmentRulesTest.SHIPPED);
  private static final List<Segment> SEGMENTS = SegmentFamilies.segments(RULES);
  private static final LocalDate SUNDAY = LocalDate.of(2026, 8, 2);
  private static final int DAYS = 58;

  private static final List<List<SegmentProfile>> RANDOM =
      IntStream.range(0, 30).mapToObj(seed -> drawn(new Random(seed), 1500, false)).toList();
  private static final List<SegmentProfile> PLANTED = drawn(new Random(1), 3000, true);

  // D22: docs/defects.md
  @Test
  void withoutAWeekdayEffectThereIsNoPeakDay() {
    assertThat(random(SegmentProfile::peakDays))
        .filteredOn(days -> !days.isEmpty())
        .hasSizeLessThan(9);
  }

  // D20: docs/defects.md
  @Test
  void withoutAnHourEffectThereIsNoPeakHour() {
    assertThat(random(SegmentProfile::peakHours))
        .filteredOn(hours -> !hours.isEmpty())
        .hasSizeLessThan(9);
  }

  // D22: docs/defects.md
  @Test
  void aPlantedPeakDayIsFound() {
    assertThat(planted("after_work").peakDays()).containsExactly(5);
    assertThat(planted("beer_snacks").peakDays()).containsExactly(5);
  }

  // D20: docs/defects.md
  @Test
  void aPlantedPeakHourIsFoundWithinItsPartOfTheDay() {
    assertThat(planted("after_work").peakHours()).containsExactly(19);
    assertThat(planted("lunch_rush").peakHours()).isEmpty();
  }

  // D26: docs/defects.md
  @Test
  void randomTicketsHaveNoConfidence() {
    assertThat(random(SegmentProfile::confidence))
        .hasSize(30 * SEGMENTS.size())
        .allSatisfy(confidence -> assertThat(confidence).isLessThan(0.3));
  }

  // D26: docs/defects.md
  @Test
  void plantedStructureHasConfidence() {
    for (String segment : List.of("morning_commute", "after_work", "beer_snacks", "fresh")) {
      assertThat(planted(segment).confidence()).as(segment).isGreaterThan(0.6);
    }
  }

  // D28: docs/defects.md
  @Test
  void everySegmentHasAProfileInTheOrderOfTheRules() {
    assertThat(PLANTED).extracting(SegmentProfile::segment).isEqualTo(SEGMENTS);
  }

  @Test
  void aStoreThatWasNeverOpenHasNoProfile() {
    StoreTallies store =
        StoreTallies.from(visit(SUNDAY, 8, "bakery", 100), SUNDAY, SUNDAY.plusDays(DAYS));

    assertThat(StoreProfiles.from(SEGMENTS, store)).isEmpty();
  }

  // D20: docs/defects.md
  @Test
  void visitsWhereTheStoreWasNotOpenAreNoPeak() {
    Stream<VisitCount> counts =
        Stream.concat(visit(SUNDAY, 3, "bakery", 100), Stream.of(open(SUNDAY.plusDays(1), 8)));
    StoreTallies store = StoreTallies.from(counts, SUNDAY, SUNDAY.plusDays(DAYS));

    assertThat(StoreProfiles.from(SEGMENTS, store))
        .allSatisfy(
            profile -> {
              assertThat(profile.peakHours()).isEmpty();
              assertThat(profile.peakDays()).isEmpty();
            });
  }

  private static <T> List<T> random(Function<SegmentProfile, T> figure) {
    return RANDOM.stream().flatMap(List::stream).map(figure).toList();
  }

  private static SegmentProfile planted(String segment) {
    return PLANTED.stream()
        .filter(profile -> profile.segment().id().equals(segment))
        .findFirst()
        .orElseThrow();
  }

  private static List<SegmentProfile> drawn(Random random, int visits, boolean isPlanted) {
    List<VisitCount> counts = new ArrayList<>();
    for (int visit = 0; visit < visits; visit++) {
      boolean isFriday = isPlanted && random.nextDouble() < 0.15;
      int day = isFriday ? 5 + 7 * random.nextInt(8) : random.nextInt(DAYS);
      int hour = isPlanted && random.nextDouble() < 0.15 ? 19 : 7 + random.nextInt(15);
      boolean isEvening = isPlanted ? hour >= 17 : random.nextDouble() < 0.4;
      double share = random.nextDouble();
      String main = isEvening ? "alcohol" : "bakery";
      String other = isEvening ? "bakery" : "alcohol";
      String category = share < 0.2 ? "staples" : share < 0.85 ? main : other;
      long value = 20 + Math.round(Math.pow(random.nextDouble(), 2) * 1500);
      visit(SUNDAY.plusDays(day), hour, category, value).forEach(counts::add);
    }
    for (int day = 0; day < DAYS; day++) {
      for (int hour = 7; hour <= 21; hour++) {
        counts.add(open(SUNDAY.plusDays(day), hour));
      }
    }

    StoreTallies store = StoreTallies.from(counts.stream(), SUNDAY, SUNDAY.plusDays(DAYS - 1L));
    return StoreProfiles.from(SEGMENTS, store).toList();
  }

  /** A visit counted alone by every variable. */
  private static Stream<VisitCount> visit(LocalDate on, int hour, String category, long value) {
    List<String> segments = Arrays.asList(dayPart(hour), band(value), preference(category), null);

    return Stream.of(
        count(segments, Variable.SLOT, on + " " + hour, value),
        count(segments, Variable.MAIN_CATEGORY, category, value),
        count(segments, Variable.TENDER, "cash", value),
        count(segments, Variable.CATEGORY, category, value));
  }

  private static VisitCount count(
      List<String> segments, Variable variable, String cell, long value) {
    return new VisitCount(segments, variable, cell, 1, value * 1_000_000, 2, 1);
  }

  private static VisitCount open(LocalDate on, int hour) {
    return new VisitCount(List.of(), Variable.OPEN, on + " " + hour, 0, 0, 0, 0);
  }

  private static String dayPart(int hour) {
    return RULES.temporal().stream()
        .filter(part -> part.hours().contains(hour))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private static String band(long value) {
    long band =
        RULES.value().fixed().get("DOP").stream()
            .filter(start -> start.compareTo(BigDecimal.valueOf(value)) <= 0)
            .count();

    return RULES.value().bands().get(Math.toIntExact(band)).id();
  }

  private static String preference(String category) {
    return RULES.preference().groups().stream()
        .filter(group -> group.categories().contains(category))
        .findFirst()
        .map(SegmentRules.Group::id)
        .orElse(RULES.preference().rest().id());
  }
}
