package org.colmado.insights.personas.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.colmado.insights.personas.facts.FactSheet.Offer;
import org.colmado.insights.text.BilingualText;

/**
 * Possible recommendations for a segment: pairs bought together, preferred categories, payday
 * offers, goods to keep ready, and a message. All are feasible in a shop with a counter, and none
 * lowers a price. Alcohol is offered only in its legal hours.
 *
 * @param alcoholHours hours in which alcohol may be sold on all coming days
 */
public record Offers(PersonaRules rules, List<Integer> alcoholHours) {
  public static final String ALCOHOL = "alcohol";
  private static final int MAX_IN_SIGHT = 2;

  /** Minimum number of offers; if there are fewer, more goods to keep ready are added. */
  private static final int LEAST = 3;

  private static final double LIKED = 1.2;
  private static final double PAYDAY_PERCENT = 10;
  private static final int HUNDRED = 100;

  /** An offered item and its category. */
  private record Item(BilingualText name, String category) {}

  /** Computes the offers from a sheet without offers. */
  List<Offer> of(FactSheet facts, List<PairOf> pairs) {
    List<Offer> offers = new ArrayList<>();
    for (PairOf pair : pairs) {
      double reach = pair.weeklyVisits() * (1 - pair.pair().percent() / HUNDRED);
      add(
          offers,
          facts,
          "together",
          reach,
          List.of(
              new Item(pair.pair().when(), pair.antecedentCategory()),
              new Item(pair.pair().also(), pair.consequentCategory())));
    }
    facts.categories().stream()
        .filter(category -> category.timesUsual() >= LIKED)
        .limit(MAX_IN_SIGHT)
        .forEach(
            category -> add(offers, facts, "in_sight", facts.visitsPerWeek(), items(category)));
    addOfTheFirst(offers, facts);
    return offers;
  }

  /** A pair of the store that the segment buys. */
  record PairOf(
      FactSheet.Pair pair,
      double weeklyVisits,
      String antecedentCategory,
      String consequentCategory) {}

  private void addOfTheFirst(List<Offer> offers, FactSheet facts) {
    if (facts.categories().isEmpty()) {
      return;
    }

    FactSheet.Category first = facts.categories().get(0);
    if (facts.paydayPercent() != null && facts.paydayPercent() >= PAYDAY_PERCENT) {
      add(offers, facts, "payday", facts.visitsPerWeek(), items(first));
    }
    add(offers, facts, "ready", facts.visitsPerWeek(), ready(facts, 0));
    add(offers, facts, "message", facts.visitsPerWeek(), items(first));
    for (int next = 1; next < facts.products().size() && offers.size() < LEAST; next++) {
      add(offers, facts, "ready", facts.visitsPerWeek(), ready(facts, next));
    }
  }

  /** The product at this rank, else the first category. */
  private static List<Item> ready(FactSheet facts, int place) {
    if (facts.products().isEmpty()) {
      return items(facts.categories().get(0));
    }

    FactSheet.Product product = facts.products().get(place);
    return List.of(new Item(new BilingualText(product.name(), product.name()), product.category()));
  }

  private static List<Item> items(FactSheet.Category category) {
    return List.of(new Item(category.name(), category.code()));
  }

  private void add(
      List<Offer> offers, FactSheet facts, String kind, double reach, List<Item> items) {
    boolean isAlcohol = items.stream().anyMatch(item -> ALCOHOL.equals(item.category()));
    List<Integer> hours = hours(facts).stream().filter(hour -> !isAlcohol || isSold(hour)).toList();
    PersonaRules.TakeUp takeUp = rules.takeUp().get(kind);
    if (hours.isEmpty()) {
      return;
    }

    offers.add(
        new Offer(
            "o" + (offers.size() + 1),
            kind,
            items.stream().map(Item::name).toList(),
            hours,
            Math.floor(TwoDigits.of(reach * takeUp.low())),
            Math.ceil(TwoDigits.of(reach * takeUp.high())),
            isAlcohol));
  }

  private boolean isSold(int hour) {
    return Set.copyOf(alcoholHours).contains(hour);
  }

  /** The segment's peak hours, else its busiest hours. */
  private static List<Integer> hours(FactSheet facts) {
    return facts.peakHours().isEmpty()
        ? facts.slots().stream().map(FactSheet.Slot::hour).distinct().sorted().toList()
        : facts.peakHours();
  }
}
