package org.colmado.insights.personas.mentions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.colmado.insights.personas.facts.FactSheet;
import org.colmado.insights.personas.facts.PersonaRules;
import org.colmado.insights.personas.mentions.Subject.Kind;
import org.colmado.insights.text.BilingualText;
import org.colmado.insights.text.FoldedText;

/** Finds what a text speaks of: goods by category, tenders, paydays, visits and sales. */
public final class Subjects {
  private static final Map<String, Pattern> TENDERS =
      Map.of(
          "cash", Pattern.compile("\\b(?:efectivo|cash)\\b"),
          "card", Pattern.compile("\\b(?:tarjetas?|by card|cards?)\\b"),
          "credit", Pattern.compile("\\b(?:fiad[oa]s?|on credit|credit)\\b"),
          "transfer", Pattern.compile("\\b(?:transferencias?|transfers?)\\b"));
  private static final Pattern VISITS = Pattern.compile("\\b(?:visitas?|visits?|the time)\\b");
  private static final Pattern SALES =
      Pattern.compile("\\b(?:ventas?|sales|revenue|facturacion|ingresos)\\b");

  private final Map<String, WordList> goods = new HashMap<>();
  private final WordList payday;

  /** Of the goods, brands and words for paydays in the rules. */
  public Subjects(PersonaRules rules) {
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
  public List<Subject> in(Evidence evidence, String text) {
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
}
