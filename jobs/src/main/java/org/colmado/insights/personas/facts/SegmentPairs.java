package org.colmado.insights.personas.facts;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.colmado.insights.products.Categories;
import org.colmado.insights.table.BasketRules;
import org.colmado.insights.text.BilingualText;

/** Selects the store's pairs that begin with a segment's main categories; each pair once. */
record SegmentPairs(Categories categories) {
  private static final int PAIRS = 3;

  /**
   * The pairs, the strongest first.
   *
   * @param liked main categories of the segment
   */
  List<Offers.PairOf> of(SegmentCounts counted, List<FactSheet.Category> liked) {
    List<Offers.PairOf> found = new ArrayList<>();
    Set<Set<String>> taken = new HashSet<>();
    for (SegmentCounts.Pair pair : counted.pairs()) {
      Optional<Offers.PairOf> own = pairOf(counted, liked, pair);
      if (found.size() < PAIRS
          && own.isPresent()
          && taken.add(Set.of(pair.antecedent(), pair.consequent()))) {
        found.add(own.get());
      }
    }
    return found;
  }

  private Optional<Offers.PairOf> pairOf(
      SegmentCounts counted, List<FactSheet.Category> liked, SegmentCounts.Pair pair) {
    boolean isProduct = pair.level().equals(BasketRules.PRODUCT);
    Optional<Long> visits =
        isProduct
            ? counted.products().stream()
                .filter(it -> it.productKey().equals(pair.antecedent()))
                .map(SegmentCounts.Product::visits)
                .findFirst()
            : counted.categories().stream()
                .filter(it -> it.category().equals(pair.antecedent()))
                .filter(it -> liked.stream().anyMatch(c -> c.code().equals(it.category())))
                .map(SegmentCounts.Category::visits)
                .findFirst();
    Optional<BilingualText> when =
        isProduct ? product(pair.antecedent()) : name(categories, pair.antecedent());
    Optional<BilingualText> also =
        isProduct ? product(pair.consequent()) : name(categories, pair.consequent());
    if (visits.isEmpty() || when.isEmpty() || also.isEmpty()) {
      return Optional.empty();
    }

    return Optional.of(
        new Offers.PairOf(
            new FactSheet.Pair(
                when.get(),
                also.get(),
                TwoDigits.percent(pair.confidence()),
                TwoDigits.of(pair.lift())),
            counted.weekly(visits.get()),
            isProduct ? pair.antecedentCategory() : pair.antecedent(),
            isProduct ? pair.consequentCategory() : pair.consequent()));
  }

  private static Optional<BilingualText> product(String key) {
    String name = PlainName.of(key);

    return name.isEmpty() ? Optional.empty() : Optional.of(new BilingualText(name, name));
  }

  /** Name of a category; empty if unclassified. */
  static Optional<BilingualText> name(Categories categories, String code) {
    return categories.find(code).map(category -> new BilingualText(category.es(), category.en()));
  }
}
