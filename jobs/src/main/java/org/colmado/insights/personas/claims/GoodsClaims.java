package org.colmado.insights.personas.claims;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.colmado.insights.personas.facts.FactSheet;
import org.colmado.insights.personas.facts.PersonaRules;
import org.colmado.insights.personas.mentions.CheckedText;
import org.colmado.insights.personas.mentions.Evidence;
import org.colmado.insights.personas.mentions.WordList;

/** Checks that mentioned goods belong to a category of the facts. */
final class GoodsClaims implements TextCheck {
  private final Map<String, WordList> goods;

  GoodsClaims(PersonaRules rules) {
    goods =
        rules.goods().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, it -> new WordList(it.getValue())));
  }

  @Override
  public Stream<String> problems(Evidence evidence, CheckedText said) {
    return goods.entrySet().stream()
        .flatMap(
            it ->
                it.getValue().in(said.own()).stream()
                    .filter(word -> !isKnown(evidence.facts(), it.getKey())))
        .map("'%s' is not among the goods of the facts"::formatted);
  }

  private boolean isKnown(FactSheet facts, String category) {
    WordList words = goods.get(category);

    return facts.categories().stream().anyMatch(it -> it.code().equals(category))
        || facts.products().stream().anyMatch(it -> it.category().equals(category))
        || facts.baskets().stream().anyMatch(it -> it.categories().contains(category))
        || facts.names().anyMatch(name -> words.isIn(name.es() + "; " + name.en()));
  }
}
