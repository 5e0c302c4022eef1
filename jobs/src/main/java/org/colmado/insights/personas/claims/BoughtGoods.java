package org.colmado.insights.personas.claims;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.colmado.insights.personas.facts.PersonaRules;
import org.colmado.insights.personas.mentions.CheckedText;
import org.colmado.insights.personas.mentions.Evidence;
import org.colmado.insights.personas.mentions.WordList;
import org.colmado.insights.text.FoldedText;

/**
 * Checks what is said to be liked, bought or sold: a word there that is neither of the facts nor of
 * the lists of goods may name goods that the shop does not have.
 */
final class BoughtGoods implements TextCheck {
  private static final Pattern BOUGHT =
      Pattern.compile(
          "\\b(?:(?:les?|nos|te) (?:gustan?|encantan?)|compran|venden|buscan|likes?|loves?|buys?|sells?|look for)"
              + "(?:\\s(?:mucho|muchos?|muchas?|tambien|mas|siempre|casi siempre|sobre todo|mostly|often|also|always|el|la|los|las|un"
              + "|una|unos|unas|sus?|de|del|algo de|the|a|an|some|their|more|much|many))*"
              + "\\s(?<what>[a-zñ]{4,})");

  private final WordList known;

  BoughtGoods(PersonaRules rules) {
    known =
        new WordList(
            Stream.of(
                    rules.goods().values().stream().flatMap(List::stream),
                    rules.brands().values().stream().flatMap(List::stream),
                    rules.names().stream(),
                    rules.boughtToo().stream())
                .flatMap(words -> words)
                .toList());
  }

  @Override
  public Stream<String> problems(Evidence evidence, CheckedText said) {
    return BOUGHT
        .matcher(FoldedText.of(said.own()))
        .results()
        .map(BoughtGoods::what)
        .filter(what -> !known.isIn(what) && !evidence.knows(what))
        .map("'%s' is not known to be sold"::formatted);
  }

  private static String what(MatchResult found) {
    return found.group(found.groupCount());
  }
}
