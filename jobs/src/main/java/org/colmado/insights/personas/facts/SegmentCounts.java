package org.colmado.insights.personas.facts;

import java.util.List;
import java.util.Map;

/**
 * The counts of one segment, from {@link SegmentFacts}. No count is based on fewer visits than
 * {@link PersonaRules#leastVisits}.
 *
 * @param windowDays length of the window in days
 * @param slots visits by weekday (0 Sunday) and hour, highest first
 * @param categories visits with a category
 * @param products visits with a product, highest first
 * @param pairs the store's pairs, most frequent first
 * @param baskets frequent combinations of categories
 * @param feedback of the owner; null: none
 * @param edits of the owner, at most one for each part
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
   * Visits with the same categories in the same day part.
   *
   * @param part 0 morning, 1 midday, 2 afternoon, 3 night
   */
  record Basket(List<String> categories, int part, long visits, double averageValue) {}

  record Feedback(String verdict, String note) {}

  record Edit(String part, String text) {}

  /** Converts visits of the window to visits per week, two digits. */
  double weekly(long visits) {
    return TwoDigits.of(visits * 7.0 / windowDays);
  }

  /** A map or list that Spark omits is empty. */
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
