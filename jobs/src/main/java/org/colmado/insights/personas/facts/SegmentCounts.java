package org.colmado.insights.personas.facts;

import java.util.List;
import java.util.Map;

/**
 * What was counted of one segment, as {@link SegmentFacts} hands it over. Nothing in it rests on
 * fewer visits than {@link PersonaRules#leastVisits}.
 *
 * @param windowDays days that were counted
 * @param slots visits by weekday (0 Sunday) and hour, the most first
 * @param categories visits with a category
 * @param products visits with a product, the most first
 * @param pairs what the store sells together, the most first
 * @param baskets usual combinations of categories
 * @param feedback of the owner; null: none
 * @param edits of the owner, one of a part
 */
public record SegmentCounts(
    String segmentType,
    String segmentId,
    String segmentNameEs,
    String segmentNameEn,
    String descriptionEs,
    String descriptionEn,
    String currency,
    int windowDays,
    long transactionCount,
    double transactionShare,
    double revenueShare,
    double avgBasketValue,
    double avgItemsPerBasket,
    List<Integer> peakHours,
    List<Integer> peakDays,
    Map<String, Double> categoryShares,
    Map<String, Double> categoryLifts,
    Map<String, Double> paymentPreferences,
    Payday payday,
    List<Slot> slots,
    List<Category> categories,
    List<Product> products,
    List<Pair> pairs,
    List<Basket> baskets,
    Feedback feedback,
    List<Edit> edits) {

  /** Visits and days in the payday window, and on the other days. */
  record Payday(long visitsIn, long daysIn, long visitsOut, long daysOut) {}

  record Slot(int weekday, int hour, long visits) {}

  record Category(String category, long visits) {}

  record Product(String productKey, String category, long visits) {}

  /** Two products with their categories, or two categories, of the store. */
  record Pair(
      String level,
      String antecedent,
      String antecedentCategory,
      String consequent,
      String consequentCategory,
      double confidence,
      double lift) {}

  /**
   * Visits that hold the same categories in the same part of the day.
   *
   * @param part 0 morning, 1 midday, 2 afternoon, 3 night
   */
  record Basket(List<String> categories, int part, long visits, double averageValue) {}

  record Feedback(String verdict, String note) {}

  record Edit(String part, String text) {}

  /** Visits of the window as visits a week, in two digits. */
  double weekly(long visits) {
    return TwoDigits.of(visits * 7.0 / windowDays);
  }

  /** A map or list that Spark leaves out is empty. */
  public SegmentCounts {
    peakHours = listed(peakHours);
    peakDays = listed(peakDays);
    categoryShares = categoryShares == null ? Map.of() : categoryShares;
    categoryLifts = categoryLifts == null ? Map.of() : categoryLifts;
    paymentPreferences = paymentPreferences == null ? Map.of() : paymentPreferences;
    slots = listed(slots);
    categories = listed(categories);
    products = listed(products);
    pairs = listed(pairs);
    baskets = listed(baskets);
    edits = listed(edits);
  }

  private static <T> List<T> listed(List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }
}
