package org.colmado.insights.personas.claims;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.colmado.insights.personas.facts.PersonaRules;
import org.colmado.insights.personas.mentions.CheckedText;
import org.colmado.insights.personas.mentions.Evidence;
import org.colmado.insights.personas.mentions.WordList;

/** Checks for forbidden words, and for paydays if they have no significant effect. */
final class ForbiddenWords implements TextCheck {
  private final Map<String, WordList> forbidden;
  private final WordList payday;

  ForbiddenWords(PersonaRules rules) {
    forbidden =
        rules.forbidden().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, it -> new WordList(it.getValue())));
    payday = new WordList(rules.payday());
  }

  @Override
  public Stream<String> problems(Evidence evidence, CheckedText said) {
    Stream<String> words =
        forbidden.entrySet().stream()
            .flatMap(
                it ->
                    it.getValue().in(said.own()).stream()
                        .map(word -> "'%s': %s".formatted(word, it.getKey())));
    boolean isAllowed =
        evidence.facts().paydayPercent() != null || payday.isIn(evidence.meaningText());
    Stream<String> paydays =
        isAllowed
            ? Stream.of()
            : payday.in(said.own()).stream().map("'%s': no fact is of paydays"::formatted);

    return Stream.concat(words, paydays);
  }
}
