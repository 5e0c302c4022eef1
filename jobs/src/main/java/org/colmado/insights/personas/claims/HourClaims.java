package org.colmado.insights.personas.claims;

import java.util.Collections;
import java.util.stream.Stream;
import org.colmado.insights.personas.mentions.CheckedText;
import org.colmado.insights.personas.mentions.ClockTimes;
import org.colmado.insights.personas.mentions.DayPart;
import org.colmado.insights.personas.mentions.Evidence;

/** Checks that hours, ranges and day parts are in the facts. */
final class HourClaims implements TextCheck {

  @Override
  public Stream<String> problems(Evidence evidence, CheckedText said) {
    ClockTimes clock = ClockTimes.of(said.own());
    Stream<String> unknown =
        clock.named().stream()
            .filter(hour -> !evidence.named().contains(hour))
            .map("the hour %d:00 is not in the facts"::formatted);
    Stream<String> ranges =
        clock.ranges().stream()
            .filter(range -> !evidence.busy().containsAll(range.hours()))
            .map(it -> "not all hours from %d:00 to %d:00 are facts".formatted(it.from(), it.to()));
    Stream<String> parts =
        DayPart.in(clock.rest()).stream()
            .filter(part -> !evidence.parts().contains(part))
            .filter(part -> Collections.disjoint(part.hours(), evidence.busy()))
            .map("no fact is of the %s"::formatted);

    return Stream.of(
            clock.odd().stream().map("'%s' is no full hour of the day"::formatted),
            unknown,
            ranges,
            parts)
        .flatMap(stream -> stream);
  }
}
