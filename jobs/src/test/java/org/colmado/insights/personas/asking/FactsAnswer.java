package org.colmado.insights.personas.asking;

import org.colmado.insights.personas.facts.FactSheet;
import org.colmado.insights.personas.facts.Json;
import org.colmado.insights.personas.wording.RuleNarrator;

/** Answers a question about a segment with the rule-based text. */
public final class FactsAnswer {
  private FactsAnswer() {}

  /**
   * The answer.
   *
   * @param input of the question: the facts, and for a repair the problems
   */
  public static String of(String input) {
    return Json.write(RuleNarrator.of(Json.read(Prompt.facts(input), FactSheet.class)));
  }
}
