package org.colmado.insights.personas.claims;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.colmado.insights.personas.claims.Subject.Kind;
import org.colmado.insights.personas.facts.FactSheet;
import org.colmado.insights.personas.facts.PersonaRules;
import org.colmado.insights.text.BilingualText;
import org.colmado.insights.text.FoldedText;

/** Finds what a text speaks of: goods by category, tenders, paydays, visits and sales. */
final class Subjects {
  private static final Map<String, Pattern> TENDERS =
      Map.of(
          "cash", Pattern.compile("\\b(?:efectivo|cash)\\b"),
          "card", Pattern.compile("\\b(?:tarjetas?|by card|cards?)\\b"),
          "credit", Pattern.compile("\\b(?:fiad[oa]s?|on credit|credit)\\b"),
          "transfer", Pattern.compile("\\b(?:transferencias?|transfers?)\\b"));
  private static final Pattern VISITS = Pattern.compile("\\b(?:visitas?|visits?|the time)\\b");
  private static final Pattern SALES =
      Pattern.compile("\\b(?:ventas?|sales|revenue|facturacion|ingresos)\\b");

  /** What a name must have to be told from the other words of a text. */
  private static final Pattern WORD = Pattern.compile("[a-z]{3}");

  private final Map<String, WordList> goods = new HashMap<>();
  private final WordList payday;

  Subjects(PersonaRules rules) {
    rules
        .goods()
        .forEach(
            (code, words) ->
                goods.put(
                    code,
                    new WordList(
                        Stream.concat(
                                words.stream(),
                                rules.brands().getOrDefault(code, List.of()).stream())
                            .toList())));
    payday = new WordList(rules.payday());
  }

  /**
   * The subjects in reading order.
   *
   * @param text with all its names; the quoted name of the segment is no subject
   */
  List<Subject> in(Evidence evidence, String text) {
    List<Subject> found = new ArrayList<>();
    String rest = withoutSegment(evidence.facts(), text);
    for (NamedGoods goods : evidence.goods()) {
      String before = rest;
      goods
          .name()
          .places(before)
          .forEach(it -> found.add(new Subject(Kind.GOODS, goods.code(), it.start())));
      rest = goods.name().redacted(before);
    }
    String others = rest;
    goods.forEach(
        (code, words) ->
            words
                .places(others)
                .forEach(it -> found.add(new Subject(Kind.GOODS, code, it.start()))));
    String folded = FoldedText.of(others);
    TENDERS.forEach((code, words) -> add(found, words, folded, Kind.TENDER, code));
    add(found, VISITS, folded, Kind.VISITS, "");
    add(found, SALES, folded, Kind.SALES, "");
    payday.places(others).forEach(it -> found.add(new Subject(Kind.PAYDAY, "", it.start())));
    return found.stream().sorted(Comparator.comparingInt(Subject::start)).toList();
  }

  private static void add(
      List<Subject> found, Pattern words, String folded, Kind kind, String code) {
    words.matcher(folded).results().forEach(it -> found.add(new Subject(kind, code, it.start())));
  }

  private static String withoutSegment(FactSheet facts, String text) {
    BilingualText name = facts.segment().name();
    BilingualText meaning = facts.segment().meaning();
    String quoted =
        Stream.of(name.es(), name.en())
            .map(it -> "[«\"“]" + Pattern.quote(FoldedText.of(it)) + "[»\"”]")
            .reduce((one, other) -> one + "|" + other)
            .orElseThrow();
    String rest = Redaction.over(text, Pattern.compile(quoted).matcher(FoldedText.of(text)));

    return new NameList(Stream.of(meaning.es(), meaning.en())).redacted(rest);
  }

  /**
   * A name of a category or product.
   *
   * @param code of its category
   */
  record NamedGoods(NameList name, String code) {}

  /** The names of the facts, the longest first. */
  static List<NamedGoods> named(FactSheet facts) {
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
  static String code(FactSheet facts, String name) {
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
