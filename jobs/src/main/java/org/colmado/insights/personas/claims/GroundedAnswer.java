package org.colmado.insights.personas.claims;

import java.util.List;
import org.apache.spark.sql.api.java.UDF2;
import org.colmado.insights.personas.facts.PersonaRules;

/** {@link Grounding} as a UDF: whether an answer is grounded in facts, both as JSON. */
public final class GroundedAnswer implements UDF2<String, String, Boolean> {
  private static final long serialVersionUID = 1L;

  private final PersonaRules rules;
  private final List<Integer> alcoholHours;
  private transient Grounding grounding;

  public GroundedAnswer(PersonaRules rules, List<Integer> alcoholHours) {
    this.rules = rules;
    this.alcoholHours = List.copyOf(alcoholHours);
  }

  @Override
  public Boolean call(String facts, String answer) {
    if (grounding == null) {
      grounding = new Grounding(rules, alcoholHours);
    }
    return grounding.problems(facts, answer).isEmpty();
  }
}
