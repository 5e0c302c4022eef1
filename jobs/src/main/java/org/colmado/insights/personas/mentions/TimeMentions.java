package org.colmado.insights.personas.mentions;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.colmado.insights.personas.facts.FactSheet;
import org.colmado.insights.personas.wording.Narrative.Claim;

/**
 * Binds the hours and weekdays of a text to facts: those of a recommendation to its offer and hour,
 * those of an insight to its slot.
 */
public final class TimeMentions {
  private static final int DAY_HOURS = 24;

  private final Evidence evidence;
  private final FactSheet facts;
  private final Part part;
  private final CheckedText said;

  /** The hours and weekdays of a text of this part. */
  public TimeMentions(Evidence evidence, Part part, CheckedText said) {
    this.evidence = evidence;
    this.facts = evidence.facts();
    this.part = part;
    this.said = said;
  }

  /** The hours first, then the weekdays; each once but the ends of ranges. */
  public List<Mention> all() {
    ClockTimes clock = ClockTimes.of(said.own());
    Set<Integer> ends = new HashSet<>();
    List<Mention> mentions = new ArrayList<>();
    for (ClockTimes.Range range : clock.ranges()) {
      boolean isBorne = part.range().map(it -> it.containsAll(range.hours())).orElse(true);
      for (int hour : List.of(range.from(), range.to())) {
        mentions.add(mention(hour, isBorne));
        ends.add(hour);
      }
    }
    clock.named().stream()
        .filter(hour -> !ends.contains(hour))
        .forEach(hour -> mentions.add(mention(hour, isBorne(clock, hour))));
    Weekdays.in(said.own()).forEach(day -> mentions.add(weekday(day)));
    return mentions;
  }

  private boolean isBorne(ClockTimes clock, int hour) {
    boolean isEnd = !clock.during().contains(hour);
    Set<Integer> allowed =
        (isEnd ? part.range() : part.hours()).orElse(Set.of(isEnd ? before(hour) : hour));

    return allowed.contains(isEnd ? before(hour) : hour);
  }

  private static int before(int hour) {
    return Math.floorMod(hour - 1, DAY_HOURS);
  }

  private Mention mention(int hour, boolean isBorne) {
    return new Mention(hour + ":00", isBorne ? hours(hour) : Set.of());
  }

  private Set<Claim> hours(int hour) {
    Stream<Claim> offers =
        part.offers().stream()
            .filter(it -> it.hours().contains(hour) || it.hours().contains(before(hour)))
            .map(it -> Mention.claim("offers." + it.id() + ".hours", hour));
    Stream<Claim> slots =
        slots()
            .filter(it -> it.hour() == hour || it.hour() == before(hour))
            .map(it -> Mention.claim("slots." + it.id() + ".hour", hour));
    Stream<Claim> peaks =
        facts.peakHours().contains(hour) || facts.peakHours().contains(before(hour))
            ? Stream.of(Mention.claim("peak_hours", hour))
            : Stream.of();
    Stream<Claim> meant = Stream.of(Mention.claim("segment.meaning", hour));
    if (part.hour().isPresent()) {
      return set(offers);
    }
    Set<Claim> known = part.slot().isPresent() ? set(slots) : set(Stream.of(offers, slots, peaks));

    return known.isEmpty() && evidence.named().contains(hour) ? set(meant) : known;
  }

  private Mention weekday(int day) {
    Stream<Claim> slots =
        slots()
            .filter(it -> it.weekday() == day)
            .map(it -> Mention.claim("slots." + it.id() + ".weekday", day));
    Stream<Claim> peaks =
        part.slot().isEmpty() && facts.peakDays().contains(day)
            ? Stream.of(Mention.claim("peak_days", day))
            : Stream.of();
    Set<Claim> known = set(Stream.of(slots, peaks));
    boolean isMeant = part.slot().isEmpty() && evidence.weekdays().contains(day);

    return new Mention(
        said.language().weekday(day),
        known.isEmpty() && isMeant ? Set.of(Mention.claim("segment.meaning", day)) : known);
  }

  private Stream<FactSheet.Slot> slots() {
    return part.slot().map(Stream::of).orElseGet(() -> facts.slots().stream());
  }

  private static Set<Claim> set(Stream<?> claims) {
    return claims
        .flatMap(it -> it instanceof Stream<?> inner ? inner : Stream.of(it))
        .map(Claim.class::cast)
        .collect(Collectors.toSet());
  }
}
