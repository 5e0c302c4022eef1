package org.colmado.insights.personas.claims;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.colmado.insights.personas.mentions.CheckedText;
import org.colmado.insights.personas.mentions.Evidence;

/**
 * Checks that a text contains only letters, digits and punctuation of Spanish and English: no
 * emoji, markup, links, addresses or invisible characters.
 */
final class AllowedCharacters implements TextCheck {
  private static final Pattern OTHER =
      Pattern.compile(
          "[^A-Za-z0-9\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u00ff \\n.,:;!?¡¿'’‘\"“”«»()%$/&+…·-]");
  private static final Pattern LINK =
      Pattern.compile("(?i)https?:|www\\.|[a-z]{2,}\\.[a-z]{2,}|\\.[a-z]{2,}/");
  private static final Pattern LONG_WORD = Pattern.compile("[\\p{L}0-9]{30}");

  @Override
  public Stream<String> problems(Evidence evidence, CheckedText said) {
    return Stream.of(
            OTHER.matcher(said.own()).results().map(it -> named(it.group())),
            LINK.matcher(said.own()).results().map(it -> "'%s': no links".formatted(it.group())),
            LONG_WORD.matcher(said.own()).results().map(it -> it.group() + "... is no word"))
        .flatMap(stream -> stream);
  }

  private static String named(String letter) {
    return "the character U+%04X is no letter, digit or punctuation"
        .formatted(letter.codePointAt(0));
  }
}
