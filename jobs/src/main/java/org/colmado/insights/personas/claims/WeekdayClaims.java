package org.colmado.insights.personas.claims;

import java.util.stream.Stream;
import org.colmado.insights.personas.mentions.CheckedText;
import org.colmado.insights.personas.mentions.Evidence;
import org.colmado.insights.personas.mentions.Weekdays;

/**
 * Checks that weekdays and ranges of weekdays are in the facts; "every day" is allowed if no
 * weekday is a peak.
 */
final class WeekdayClaims implements TextCheck {

  @Override
  public Stream<String> problems(Evidence evidence, CheckedText said) {
    Stream<String> unknown =
        Weekdays.in(said.own()).stream()
            .filter(day -> !evidence.weekdays().contains(day))
            .map(
                day ->
                    "the weekday %s is not in the facts".formatted(said.language().weekday(day)));
    boolean isEvery = Weekdays.saysEveryDay(said.own()) && !evidence.facts().peakDays().isEmpty();

    return Stream.concat(
        unknown, isEvery ? Stream.of("not every day is in the facts") : Stream.of());
  }
}
