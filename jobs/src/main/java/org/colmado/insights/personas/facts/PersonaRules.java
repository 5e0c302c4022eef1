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
 * @param seed of the sample of typical baskets
 * @param leastVisits privacy threshold: no figure is based on fewer visits
 * @param leastSegmentVisits minimum visits of a segment with a persona
 * @param answerDays days for which an answer to the same facts is reused
 * @param movedShare relative change of a figure that counts as a material change
 * @param takeUp share of the reached visits that accept an offer, by kind of offer
 * @param forbidden words that no text may contain, by reason
 * @param forbiddenWithAlcohol words that a text about alcohol must not contain
 * @param payday words about paydays, forbidden if paydays have no significant effect
 * @param harmless phrases in which words of the other lists are allowed
 * @param goods words that refer to a category
 * @param boughtToo words that may stand for goods: what is liked, bought or sold
 * @param brands words that can only be a brand, by category
 * @param names names that are always allowed
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
    List<String> boughtToo,
    Map<String, List<String>> brands,
    List<String> names)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The kinds of offer. */
  static final List<String> KINDS = List.of("together", "in_sight", "payday", "ready", "message");

  /** Lower limit of the privacy threshold. */
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
    boughtToo = boughtToo == null ? List.of() : List.copyOf(boughtToo);
    brands = new TreeMap<>(brands);
    names = List.copyOf(names);
    Expect.that(goods.containsKey("alcohol"), "goods", goods.keySet(), "alcohol among them");
  }

  /** A range of shares. */
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
