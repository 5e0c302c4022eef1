package org.colmado.insights.products;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Weighs the phrases of the lexicon in a name together with the {@link NameModel}: the odds of a
 * category are the model's probability, times e for every {@link #POINTS} points of its heaviest
 * phrase. So either decides where the other says nothing, and where they differ neither is sure.
 *
 * @param name the words
 * @param hits phrases of the lexicon in the name
 */
record CategoryOdds(NameTokens name, List<Hit> hits) {
  private static final double POINTS = 15;

  /** Points more for the phrase that leads: the first word in Spanish, the last in English. */
  private static final int LEADS = 10;

  /**
   * The best category.
   *
   * @param category code
   * @param logOdds natural logarithm of its odds against all others; not yet calibrated
   * @param hit its heaviest phrase; empty: none is of this category
   */
  record Best(String category, double logOdds, Optional<Hit> hit) {}

  CategoryOdds {
    hits = List.copyOf(hits);
  }

  /**
   * The category of the highest odds.
   *
   * @param categories codes
   * @param probabilities of the model, in the order of the codes
   */
  Best best(List<String> categories, List<Double> probabilities) {
    List<Optional<Hit>> heaviest = categories.stream().map(this::heaviest).toList();
    double total = 0;
    double highest = 0;
    int best = 0;
    for (int i = 0; i < categories.size(); i++) {
      double points = heaviest.get(i).map(this::weight).orElse(0);
      double odds = probabilities.get(i) * Math.exp(points / POINTS);
      total += odds;
      if (odds > highest) {
        highest = odds;
        best = i;
      }
    }
    return new Best(
        categories.get(best), Math.log(highest / (total - highest)), heaviest.get(best));
  }

  private Optional<Hit> heaviest(String category) {
    List<Hit> own = new ArrayList<>(hits);
    own.removeIf(hit -> !hit.entry().category().equals(category));

    return own.stream().max((one, other) -> Integer.compare(weight(one), weight(other)));
  }

  private int weight(Hit hit) {
    return hit.weight() + (leads(hit) ? LEADS : 0);
  }

  private boolean leads(Hit hit) {
    int end = hit.at() + hit.entry().words();

    return isEnglish() ? end == name.modifierFrom() : hit.at() == 0;
  }

  private boolean isEnglish() {
    int balance = name.englishSigns();
    for (Hit hit : hits) {
      balance += hit.entry().language().equals("en") ? 1 : 0;
      balance -= hit.entry().language().equals("es") ? 1 : 0;
    }
    return balance > 0;
  }
}
