package org.colmado.insights.personas.mentions;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.colmado.insights.personas.facts.FactSheet;
import org.colmado.insights.text.FoldedText;

/**
 * A name of a category or product in a fact sheet.
 *
 * @param name as a text says it
 * @param code of its category
 */
public record NamedGoods(NameList name, String code) {
  /** What a name must have to be told from the other words of a text. */
  private static final Pattern WORD = Pattern.compile("[a-z]{3}");

  /** The names of the facts, the longest first. */
  static List<NamedGoods> in(FactSheet facts) {
    Map<String, String> names = new HashMap<>();
    facts
        .names()
        .skip(2)
        .forEach(
            name ->
                Stream.of(name.es(), name.en())
                    .map(FoldedText::of)
                    .filter(it -> WORD.matcher(it).find())
                    .forEach(it -> names.put(it, code(facts, name.es()))));
    return names.entrySet().stream()
        .sorted(
            Comparator.<Map.Entry<String, String>>comparingInt(it -> -it.getKey().length())
                .thenComparing(Map.Entry.comparingByKey()))
        .map(it -> new NamedGoods(new NameList(Stream.of(it.getKey())), it.getValue()))
        .toList();
  }

  /** The category of a Spanish name; a name of no known category is its own. */
  public static String code(FactSheet facts, String name) {
    Stream<String> ofCategory =
        facts.categories().stream()
            .filter(it -> it.name().es().equals(name))
            .map(FactSheet.Category::code);
    Stream<String> ofProduct =
        facts.products().stream()
            .filter(it -> it.name().equals(name))
            .map(FactSheet.Product::category);

    return Stream.concat(ofCategory, ofProduct).findFirst().orElse(FoldedText.of(name));
  }
}
