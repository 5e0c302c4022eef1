package org.colmado.insights.personas.facts;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.colmado.insights.config.Expect;
import org.colmado.insights.config.Yaml;

/**
 * The settings of {@code conf/personas.yaml}.
 *
 * @param seed of the draw of example baskets
 * @param leastVisits fewer visits are nobody's business: no figure rests on them
 * @param leastSegmentVisits a segment of fewer in its window has no persona
 * @param answerDays how long an answer to the same facts is used again
 * @param movedShare how far a figure moves before the facts count as changed
 * @param takeUp share of the visits that an offer reaches and that take it, by kind of offer
 * @param forbidden words that no text may have, by the reason
 * @param forbiddenWithAlcohol words that no text may have that speaks of alcohol
 * @param payday words that no text may have where paydays make no difference
 * @param harmless phrases in which words of the other lists mean something else
 * @param goods words by which a text speaks of a category
 * @param brands that are none but a brand, by category
 * @param names that a text may have beside those of its facts
 */
public record PersonaRules(
    int seed,
    int leastVisits,
    int leastSegmentVisits,
    int answerDays,
    double movedShare,
    Map<String, TakeUp> takeUp,
    Map<String, List<String>> forbidden,
    List<String> forbiddenWithAlcohol,
    List<String> payday,
    List<String> harmless,
    Map<String, List<String>> goods,
    Map<String, List<String>> brands,
    List<String> names)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The kinds of offer. */
  static final List<String> KINDS = List.of("together", "in_sight", "payday", "ready", "message");

  /** Nothing that rests on fewer visits leaves the lake. */
  private static final int LEAST = 10;

  public PersonaRules {
    Expect.between("least-visits", leastVisits, LEAST, 1000);
    Expect.between("least-segment-visits", leastSegmentVisits, leastVisits, 100_000);
    Expect.between("answer-days", answerDays, 1, 365);
    Expect.between("moved-share", movedShare, 0, 1);
    takeUp = new TreeMap<>(takeUp);
    Expect.that(takeUp.keySet().containsAll(KINDS), "take-up", takeUp.keySet(), "all of " + KINDS);
    forbidden = new TreeMap<>(forbidden);
    forbiddenWithAlcohol = List.copyOf(forbiddenWithAlcohol);
    payday = List.copyOf(payday);
    harmless = List.copyOf(harmless);
    goods = new TreeMap<>(goods);
    brands = new TreeMap<>(brands);
    names = List.copyOf(names);
    Expect.that(goods.containsKey("alcohol"), "goods", goods.keySet(), "alcohol among them");
  }

  /** At least and at most. */
  public record TakeUp(double low, double high) implements Serializable {
    private static final long serialVersionUID = 1L;

    public TakeUp {
      Expect.between("low", low, 0, 1);
      Expect.between("high", high, low, 1);
    }
  }

  /** Reads and checks the file. */
  public static PersonaRules read(Path file) {
    return Yaml.read(file, PersonaRules.class);
  }
}
