package org.colmado.insights.personas;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.colmado.insights.products.Categories;
import org.colmado.insights.table.BasketRules;

/** Of the store's pairs those that begin with what a segment buys most; each pair once. */
record SegmentPairs(Categories categories) {
  private static final int PAIRS = 3;

  /**
   * The pairs, the strongest first.
   *
   * @param liked categories of the segment's sheet
   */
  List<Offers.PairOf> of(Counted counted, List<FactSheet.Category> liked) {
    List<Offers.PairOf> found = new ArrayList<>();
    Set<Set<String>> taken = new HashSet<>();
    for (Counted.Pair pair : counted.pairs()) {
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
      Counted counted, List<FactSheet.Category> liked, Counted.Pair pair) {
    boolean isProduct = pair.level().equals(BasketRules.PRODUCT);
    Optional<Long> visits =
        isProduct
            ? counted.products().stream()
                .filter(it -> it.productKey().equals(pair.antecedent()))
                .map(Counted.Product::visits)
                .findFirst()
            : counted.categories().stream()
                .filter(it -> it.category().equals(pair.antecedent()))
                .filter(it -> liked.stream().anyMatch(c -> c.code().equals(it.category())))
                .map(Counted.Category::visits)
                .findFirst();
    Optional<Text> when =
        isProduct ? product(pair.antecedent()) : name(categories, pair.antecedent());
    Optional<Text> also =
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

  private static Optional<Text> product(String key) {
    String name = PlainName.of(key);

    return name.isEmpty() ? Optional.empty() : Optional.of(new Text(name, name));
  }

  /** What a category is called; empty: nobody knows it. */
  static Optional<Text> name(Categories categories, String code) {
    return categories.find(code).map(category -> new Text(category.es(), category.en()));
  }
}
