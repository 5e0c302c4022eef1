package org.colmado.insights.personas.claims;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.colmado.insights.personas.facts.PersonaRules;
import org.colmado.insights.personas.mentions.CheckedText;
import org.colmado.insights.personas.mentions.Evidence;
import org.colmado.insights.personas.mentions.WordList;

/**
 * Checks that names are in the facts. Names are capitalised words within a sentence, words with an
 * inner capital or in quotation marks at its start, and known brands anywhere.
 */
final class NameClaims implements TextCheck {
  private static final Pattern WORD = Pattern.compile("[\\p{L}0-9]+");
  private static final Pattern QUOTED =
      Pattern.compile("[«\"“](\\p{Lu}[\\p{L}0-9]*)(?:[ -][\\p{L}0-9]+)?[»\"”]");
  private static final String OPENING = " -¡¿'‘";
  private static final String ENDING = ".!?:;\n…";

  private final WordList allowed;
  private final WordList brands;

  NameClaims(PersonaRules rules) {
    List<String> goods = rules.goods().values().stream().flatMap(List::stream).toList();
    allowed = new WordList(Stream.concat(rules.names().stream(), goods.stream()).toList());
    brands = new WordList(rules.brands().values().stream().flatMap(List::stream).toList());
  }

  @Override
  public Stream<String> problems(Evidence evidence, CheckedText said) {
    Stream<String> capitals =
        WORD.matcher(said.own())
            .results()
            .filter(word -> isName(said.own(), word.group(), word.start()))
            .map(word -> word.group());
    Stream<String> quoted = QUOTED.matcher(said.own()).results().map(word -> word.group(1));

    return Stream.concat(
            Stream.concat(capitals, quoted).filter(word -> !allowed.isIn(word)),
            brands.all(said.own()))
        .filter(name -> !evidence.knows(name) && !name.equals(evidence.facts().currency()))
        .map("the name '%s' is not in the facts"::formatted);
  }

  private static boolean isName(String text, String word, int start) {
    boolean hasInside = word.chars().skip(1).anyMatch(Character::isUpperCase);
    boolean hasFirst = Character.isUpperCase(word.charAt(0));

    return hasInside || (hasFirst && !startsSentence(text, start));
  }

  private static boolean startsSentence(String text, int start) {
    int before = start - 1;
    while (before >= 0 && OPENING.indexOf(text.charAt(before)) >= 0) {
      before--;
    }
    return before < 0 || ENDING.indexOf(text.charAt(before)) >= 0 || isOpened(text, before);
  }

  /** Whether direct speech begins there. */
  private static boolean isOpened(String text, int mark) {
    return switch (text.charAt(mark)) {
      case '«', '“' -> true;
      case '"' -> mark == 0 || !Character.isLetterOrDigit(text.charAt(mark - 1));
      default -> false;
    };
  }
}
