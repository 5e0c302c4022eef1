package org.colmado.insights.personas.claims;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.colmado.insights.personas.facts.FactSheet;
import org.colmado.insights.personas.facts.Offers;
import org.colmado.insights.personas.mentions.Evidence;
import org.colmado.insights.personas.mentions.NameList;
import org.colmado.insights.personas.mentions.Weekdays;
import org.colmado.insights.text.BilingualText;
import org.colmado.insights.text.FoldedText;

/**
 * The names in the facts that are alcohol, and those that are not.
 *
 * @param words of the alcohol names that identify them alone
 */
record AlcoholNames(NameList alcohol, NameList sober, Set<String> words) {
  private static final int SHORTEST = 4;
  private static final Pattern IS_A_WORD = Pattern.compile("\\p{L}{3}");
  private static final Pattern CAPITALISED = Pattern.compile("\\p{Lu}[\\p{L}0-9]+");

  static AlcoholNames of(FactSheet facts) {
    Set<String> sober =
        Stream.of(
                both(Stream.of(facts.segment().name(), facts.segment().meaning())),
                both(
                    facts.categories().stream()
                        .filter(it -> !it.code().equals(Offers.ALCOHOL))
                        .map(FactSheet.Category::name)),
                facts.products().stream()
                    .filter(it -> !it.category().equals(Offers.ALCOHOL))
                    .map(FactSheet.Product::name),
                offered(facts, false))
            .flatMap(stream -> stream)
            .collect(Collectors.toSet());
    Set<String> drinks =
        Stream.concat(
                facts.products().stream()
                    .filter(it -> it.category().equals(Offers.ALCOHOL))
                    .map(FactSheet.Product::name),
                offered(facts, true))
            .filter(name -> !sober.contains(name) && IS_A_WORD.matcher(name).find())
            .collect(Collectors.toSet());

    return new AlcoholNames(
        new NameList(drinks.stream()),
        new NameList(sober.stream()),
        Evidence.words(drinks.stream()).stream()
            .filter(word -> word.length() >= SHORTEST && Weekdays.in(word).isEmpty())
            .collect(Collectors.toSet()));
  }

  private static Stream<String> offered(FactSheet facts, boolean isAlcohol) {
    return both(
        facts.offers().stream()
            .filter(offer -> offer.isAlcohol() == isAlcohol)
            .flatMap(offer -> offer.items().stream()));
  }

  private static Stream<String> both(Stream<BilingualText> names) {
    return names.flatMap(name -> Stream.of(name.es(), name.en()));
  }

  String withoutSober(String text) {
    return sober.redacted(text);
  }

  /**
   * Whether a text has an alcohol name in full, or a capitalised word of it: Brugal for ron brugal.
   */
  boolean isIn(String text) {
    return alcohol.isIn(text)
        || CAPITALISED
            .matcher(text)
            .results()
            .anyMatch(word -> words.contains(FoldedText.of(word.group())));
  }
}
