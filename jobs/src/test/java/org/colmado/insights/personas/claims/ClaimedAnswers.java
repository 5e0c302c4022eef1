package org.colmado.insights.personas.claims;

import java.util.ArrayList;
import java.util.List;
import org.colmado.insights.personas.facts.FactSheet;
import org.colmado.insights.personas.facts.PersonaRules;
import org.colmado.insights.personas.mentions.Evidence;
import org.colmado.insights.personas.mentions.Part;
import org.colmado.insights.personas.wording.Narrative;
import org.colmado.insights.personas.wording.Narrative.Insight;
import org.colmado.insights.personas.wording.Narrative.Recommendation;

/** States the claims of an answer beside its texts, as xAI is asked to. */
public final class ClaimedAnswers {
  private final BoundClaims bound;

  public ClaimedAnswers(PersonaRules rules) {
    bound = new BoundClaims(rules);
  }

  /** The same texts with their claims. */
  public Narrative of(FactSheet facts, Narrative answer) {
    Evidence evidence = Evidence.of(facts);
    List<List<Narrative.Claim>> claims =
        Part.of(facts, answer).map(part -> bound.made(evidence, part)).toList();
    List<Recommendation> recommendations = new ArrayList<>();
    List<Insight> insights = new ArrayList<>();
    int next = 1;
    for (Recommendation it : answer.recommendations()) {
      recommendations.add(
          new Recommendation(
              it.offerId(), it.hour(), it.target(), it.text(), it.measure(), claims.get(next++)));
    }
    for (Insight it : answer.insights()) {
      insights.add(new Insight(it.slotId(), it.text(), claims.get(next++)));
    }
    return new Narrative(
        answer.persona(),
        claims.get(0),
        recommendations,
        insights,
        answer.campaign(),
        claims.get(next));
  }
}
