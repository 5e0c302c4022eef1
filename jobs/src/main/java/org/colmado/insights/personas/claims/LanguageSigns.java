package org.colmado.insights.personas.claims;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.colmado.insights.personas.mentions.CheckedText;
import org.colmado.insights.personas.mentions.Evidence;
import org.colmado.insights.text.Language;

/**
 * Checks the language of a text by frequent function words: every sentence must have more of its
 * own language than of any other, and a longer text must have at least one.
 */
final class LanguageSigns implements TextCheck {
  private static final int WORDS_WITHOUT_A_SIGN = 8;
  private static final Map<Language, Set<String>> SIGNS =
      Map.of(
          Language.ES,
          signs(
              "el la los las lo de del que y en un una por para con se su sus al más es son cuando"
                  + " quien antes desde hay esta este está están nos le les tenga ponga hasta como"
                  + " muy pero sin sobre ya todo todos unas unos cada si visita visitas"),
          Language.EN,
          signs(
              "the of and to in an is are for with on at that this it its their from who when before"
                  + " have you your more not we our they them be by as or after keep but there some about around over so if than then every each visit visits"));

  /**
   * Function words of French, Portuguese, Italian, German and Creole that are neither Spanish nor
   * English.
   */
  private static final Set<String> FOREIGN =
      signs(
          "et est sont pour avec dans vous votre nous des du aux chez não você uma são com mais em ao"
              + " pão os il che gli della sono und der das mit für ist ein nan ak pou gen ki moun"
              + " kay mwen");

  private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}]+");
  private static final Pattern END = Pattern.compile("[.!?;\\n]+");

  private static Set<String> signs(String words) {
    return Set.of(words.split(" "));
  }

  @Override
  public Stream<String> problems(Evidence evidence, CheckedText said) {
    Set<String> own = SIGNS.get(said.language());
    Set<String> other = SIGNS.get(said.language() == Language.ES ? Language.EN : Language.ES);
    boolean isForeign =
        END.splitAsStream(said.own())
            .anyMatch(
                sentence ->
                    count(sentence, own) < count(sentence, other)
                        || count(sentence, own) < count(sentence, FOREIGN));
    boolean hasNone =
        words(said.own()).count() > WORDS_WITHOUT_A_SIGN && count(said.own(), own) == 0;

    return isForeign || hasNone
        ? Stream.of(
            said.language() == Language.ES
                ? "the Spanish text is not Spanish"
                : "the English text is not English")
        : Stream.of();
  }

  private static long count(String text, Set<String> signs) {
    return words(text).filter(signs::contains).count();
  }

  private static Stream<String> words(String text) {
    return NO_LETTER.splitAsStream(text.toLowerCase(Locale.ROOT)).filter(word -> !word.isEmpty());
  }
}
