package org.colmado.insights.personas;

/** Answers a question about a segment as the rules would: what a stand-in for Grok says. */
public final class FactsAnswer {
  private FactsAnswer() {}

  /**
   * The answer.
   *
   * @param input of the question: the facts, and maybe what was wrong before
   */
  public static String of(String input) {
    return Json.write(RuleNarrator.of(Json.read(Prompt.facts(input), FactSheet.class)));
  }
}
