package org.colmado.insights.personas.facts;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.colmado.insights.personas.facts.FactSheet.Category;
import org.colmado.insights.personas.facts.FactSheet.Product;
import org.colmado.insights.personas.facts.FactSheet.Slot;
import org.colmado.insights.products.Categories;
import org.colmado.insights.text.BilingualText;

/**
 * Builds the {@link FactSheet} of a segment from its counts.
 *
 * @param alcoholHours hours in which alcohol may be sold on all coming days
 */
public record FactSheets(PersonaRules rules, Categories categories, List<Integer> alcoholHours)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final double MIN_SHARE = 0.05;
  private static final int CATEGORIES = 5;
  private static final int PRODUCTS = 8;
  private static final int SLOTS = 3;
  private static final int BASKETS = 6;
  private static final int LONGEST_NOTE = 200;
  private static final int LONGEST_TEXT = 600;

  /**
   * Minimum days in the payday window (at least three paydays): with fewer, weekday and payday
   * effects are confused.
   */
  private static final int MIN_DAYS = 12;

  private static final double SURE = 3;
  private static final double PERCENT = 100;
  private static final List<String> PARTS = List.of("morning", "midday", "afternoon", "night");

  public FactSheet of(SegmentCounts counted, ForecastHours coming) {
    List<Offers.PairOf> pairs = new SegmentPairs(categories).of(counted, categories(counted));
    List<FactSheet.Pair> kept = pairs.stream().map(Offers.PairOf::pair).toList();
    FactSheet withoutOffers = sheet(counted, coming, kept, List.of());

    return sheet(counted, coming, kept, new Offers(rules, alcoholHours).of(withoutOffers, pairs));
  }

  private FactSheet sheet(
      SegmentCounts counted,
      ForecastHours coming,
      List<FactSheet.Pair> pairs,
      List<FactSheet.Offer> offers) {
    return new FactSheet(
        new FactSheet.Segment(
            counted.segmentType(),
            counted.segmentId(),
            new BilingualText(counted.segmentNameEs(), counted.segmentNameEn()),
            new BilingualText(counted.descriptionEs(), counted.descriptionEn())),
        counted.windowDays(),
        counted.weekly(counted.transactionCount()),
        TwoDigits.percent(counted.transactionShare()),
        TwoDigits.percent(counted.revenueShare()),
        TwoDigits.of(counted.avgBasketValue()),
        counted.currency(),
        TwoDigits.of(counted.avgItemsPerBasket()),
        counted.peakHours(),
        counted.peakDays(),
        payday(counted.payday()),
        categories(counted),
        products(counted),
        pairs,
        payments(counted),
        baskets(counted),
        offers,
        buysAlcohol(counted) ? alcoholHours : List.of(),
        slots(counted, coming),
        feedback(counted.feedback()),
        edits(counted.edits()));
  }

  private static boolean buysAlcohol(SegmentCounts counted) {
    return counted.categories().stream().anyMatch(it -> it.category().equals(Offers.ALCOHOL));
  }

  /**
   * Relative change of visits per day, if significant: more than three standard errors of the
   * ratio.
   */
  private Double payday(SegmentCounts.Payday payday) {
    if (payday == null
        || Math.min(payday.daysIn(), payday.daysOut()) < MIN_DAYS
        || Math.min(payday.visitsIn(), payday.visitsOut()) < rules.leastVisits()) {
      return null;
    }

    double ratio =
        ((double) payday.visitsIn() / payday.daysIn())
            / ((double) payday.visitsOut() / payday.daysOut());
    double error = Math.sqrt(1.0 / payday.visitsIn() + 1.0 / payday.visitsOut());
    return Math.abs(Math.log(ratio)) < SURE * error ? null : TwoDigits.of(PERCENT * (ratio - 1));
  }

  private List<Category> categories(SegmentCounts counted) {
    return counted.categoryShares().entrySet().stream()
        .filter(entry -> entry.getValue() >= MIN_SHARE)
        .filter(entry -> hasVisits(counted, entry.getKey()))
        .sorted(
            Map.Entry.<String, Double>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .flatMap(entry -> category(counted, entry.getKey(), entry.getValue()).stream())
        .limit(CATEGORIES)
        .toList();
  }

  private static boolean hasVisits(SegmentCounts counted, String code) {
    return counted.categories().stream().anyMatch(it -> it.category().equals(code));
  }

  /** Empty for an unclassified category. */
  private Optional<Category> category(SegmentCounts counted, String code, double share) {
    return SegmentPairs.name(categories, code)
        .map(
            name ->
                new Category(
                    code,
                    name,
                    TwoDigits.percent(share),
                    TwoDigits.of(counted.categoryLifts().getOrDefault(code, 1.0))));
  }

  private static List<Product> products(SegmentCounts counted) {
    return counted.products().stream()
        .limit(PRODUCTS)
        .map(
            product ->
                new Product(
                    PlainName.of(product.productKey()),
                    product.category(),
                    counted.weekly(product.visits())))
        .filter(product -> !product.name().isEmpty())
        .toList();
  }

  /**
   * Keeps only as many payment methods that the remainder does not reveal a small number of visits.
   */
  private List<FactSheet.Payment> payments(SegmentCounts counted) {
    List<Map.Entry<String, Double>> kept =
        counted.paymentPreferences().entrySet().stream()
            .filter(entry -> entry.getValue() >= MIN_SHARE)
            .filter(entry -> entry.getValue() * counted.transactionCount() >= rules.leastVisits())
            .sorted(
                Map.Entry.<String, Double>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()))
            .toList();
    double rest = 1 - kept.stream().mapToDouble(Map.Entry::getValue).sum();
    long restVisits = Math.round(rest * counted.transactionCount());
    boolean isTooFew = restVisits > 0 && restVisits < rules.leastVisits();

    return kept.stream()
        .limit(isTooFew ? kept.size() - 1L : kept.size())
        .map(entry -> new FactSheet.Payment(entry.getKey(), TwoDigits.percent(entry.getValue())))
        .toList();
  }

  private static List<FactSheet.Basket> baskets(SegmentCounts counted) {
    return counted.baskets().stream()
        .sorted(
            Comparator.comparing(SegmentCounts.Basket::visits)
                .reversed()
                .thenComparing(basket -> basket.part() + basket.categories().toString()))
        .limit(BASKETS)
        .map(
            basket ->
                new FactSheet.Basket(
                    basket.categories(),
                    PARTS.get(basket.part()),
                    counted.weekly(basket.visits()),
                    TwoDigits.of(basket.averageValue())))
        .toList();
  }

  /** The busiest weekdays and hours, each weekday once. */
  private static List<Slot> slots(SegmentCounts counted, ForecastHours coming) {
    List<Slot> slots = new ArrayList<>();
    Set<Integer> weekdays = new HashSet<>();
    for (SegmentCounts.Slot slot : counted.slots()) {
      if (slots.size() < SLOTS && weekdays.add(slot.weekday())) {
        Double expected =
            coming
                .next(slot.weekday(), slot.hour())
                .map(hour -> TwoDigits.of(hour.expected()))
                .orElse(null);
        slots.add(new Slot("s" + (slots.size() + 1), slot.weekday(), slot.hour(), expected));
      }
    }
    return slots;
  }

  private static FactSheet.Feedback feedback(SegmentCounts.Feedback feedback) {
    return feedback == null
        ? null
        : new FactSheet.Feedback(
            feedback.verdict(),
            feedback.note() == null ? "" : PlainName.of(feedback.note(), LONGEST_NOTE));
  }

  private static List<FactSheet.Edit> edits(List<SegmentCounts.Edit> edits) {
    return edits.stream()
        .map(edit -> new FactSheet.Edit(edit.part(), PlainName.of(edit.text(), LONGEST_TEXT)))
        .toList();
  }
}
