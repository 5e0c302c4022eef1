package org.colmado.insights.personas.claims;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.colmado.insights.personas.mentions.CheckedText;
import org.colmado.insights.personas.mentions.ClockTimes;
import org.colmado.insights.personas.mentions.Evidence;
import org.colmado.insights.personas.mentions.NumberMentions;
import org.colmado.insights.personas.mentions.NumberMentions.Figure;
import org.colmado.insights.personas.mentions.NumberMentions.Unit;
import org.colmado.insights.text.FoldedText;

/** Checks that numbers are in the facts with the same unit, and in the store's currency. */
final class NumberClaims implements TextCheck {
  private static final int NEXT_WORD = 3;

  private static final Map<String, String> MARKS =
      Map.of(
          "DOP", "rd\\$|\\$|dop|pesos?",
          "USD", "us\\$|\\$|usd|dolar(?:es)?|dollars?");

  @Override
  public Stream<String> problems(Evidence evidence, CheckedText said) {
    NumberMentions figures = NumberMentions.of(ClockTimes.of(said.own()).rest(), said.language());
    Stream<String> odd =
        figures.odd().stream()
            .filter(it -> !isMeant(evidence, said.own(), it))
            .map("'%s' is no number to check"::formatted);

    return Stream.concat(
        odd, figures.figures().stream().flatMap(figure -> problems(evidence, figure)));
  }

  /** Whether the meaning of the segment says so, with the same next word. */
  private static boolean isMeant(Evidence evidence, String text, String odd) {
    int end = text.indexOf(odd) + odd.length();
    String phrase = odd + text.substring(end, Math.min(text.length(), end + NEXT_WORD));

    return evidence.meaningText().contains(FoldedText.of(phrase));
  }

  private static Stream<String> problems(Evidence evidence, Figure figure) {
    if (!evidence.has(figure) || !isOfTheStore(evidence.facts().currency(), figure)) {
      return Stream.of("the number '%s' is not in the facts".formatted(figure.text()));
    }
    return figure.isOften() && figure.unit() != Unit.PERCENT
        ? Stream.of("'%s' is of a week, a visit or an offer".formatted(figure.text()))
        : Stream.of();
  }

  private static boolean isOfTheStore(String currency, Figure figure) {
    String marks = MARKS.getOrDefault(currency, currency.toLowerCase(Locale.ROOT));

    return figure.unit() != Unit.MONEY || figure.currency().matches(marks);
  }
}
