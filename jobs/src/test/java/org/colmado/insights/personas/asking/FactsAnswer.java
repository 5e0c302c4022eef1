package org.colmado.insights.personas.asking;

import java.nio.file.Path;
import org.colmado.insights.personas.claims.ClaimedAnswers;
import org.colmado.insights.personas.facts.FactSheet;
import org.colmado.insights.personas.facts.Json;
import org.colmado.insights.personas.facts.PersonaRules;
import org.colmado.insights.personas.wording.RuleNarrator;

/** Answers a question about a segment with the rule-based text, and states its claims. */
public final class FactsAnswer {
  private static final ClaimedAnswers CLAIMED =
      new ClaimedAnswers(
          PersonaRules.read(
              Path.of(System.getProperty("insights.home", "..")).resolve("conf/personas.yaml")));

  private FactsAnswer() {}

  /**
   * The answer.
   *
   * @param input of the question: the facts, and for a repair the problems
   */
  public static String of(String input) {
    FactSheet facts = Json.read(Prompt.facts(input), FactSheet.class);

    return Json.write(CLAIMED.of(facts, RuleNarrator.of(facts)));
  }
}
