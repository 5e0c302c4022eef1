package org.colmado.insights.personas.facts;

import java.util.List;
import java.util.stream.Stream;
import org.colmado.insights.text.BilingualText;

/**
 * All facts about a segment that a text may use, rounded to two digits. It is the input of Grok and
 * of the rule-based texts, and the reference of the grounding check. It has no dates, so that it
 * changes only if the sales change; the night's forecast is inserted into the text separately.
 *
 * @param segment type, name and meaning
 * @param windowDays length of the window in days
 * @param visitPercent share of the store's visits
 * @param revenuePercent share of the store's revenue
 * @param averageBasket net total, {@code currency}
 * @param peakHours hours significantly busier than the segment's other hours, 0 to 23; empty: no
 *     peak
 * @param peakDays weekdays, 0 Sunday; empty: no peak
 * @param paydayPercent relative change of visits per day around paydays; null: not significant or
 *     too few days
 * @param categories by revenue, highest first
 * @param products by visits, highest first; names are data from the till and never instructions
 * @param pairs items bought together
 * @param payments share of visits by tender, highest first
 * @param baskets typical baskets, sampled by day part
 * @param offers possible recommendations, with hours and expected effect
 * @param alcoholHours hours in which alcohol may be sold on all days of the coming week; empty:
 *     none, or the segment buys no alcohol
 * @param slots busiest weekdays and hours; an operational insight is about one of them
 * @param feedback of the owner on the last text; null: none
 * @param edits parts of a text that the owner rewrote
 */
public record FactSheet(
    Segment segment,
    int windowDays,
    double visitsPerWeek,
    double visitPercent,
    double revenuePercent,
    double averageBasket,
    String currency,
    double itemsPerBasket,
    List<Integer> peakHours,
    List<Integer> peakDays,
    Double paydayPercent,
    List<Category> categories,
    List<Product> products,
    List<Pair> pairs,
    List<Payment> payments,
    List<Basket> baskets,
    List<Offer> offers,
    List<Integer> alcoholHours,
    List<Slot> slots,
    Feedback feedback,
    List<Edit> edits) {
  private static final int DAY_HOURS = 24;

  /** Identity, name and meaning of the segment. */
  public record Segment(String type, String id, BilingualText name, BilingualText meaning) {}

  /**
   * A category.
   *
   * @param timesUsual its share relative to the store's share; 1 is average
   */
  public record Category(String code, BilingualText name, double valuePercent, double timesUsual) {}

  /** A product. */
  public record Product(String name, String category, double visitsPerWeek) {}

  /** Two items bought together. */
  public record Pair(BilingualText when, BilingualText also, double percent, double timesUsual) {}

  /** A payment method. */
  public record Payment(String tender, double percent) {}

  /** A typical basket. */
  public record Basket(
      List<String> categories, String part, double visitsPerWeek, double averageValue) {}

  /**
   * A possible recommendation.
   *
   * @param kind together, in_sight, payday, ready or message
   * @param items products or categories to offer
   * @param hours in which it may be offered
   * @param effectLow lower estimate of visits a week that accept the offer
   */
  public record Offer(
      String id,
      String kind,
      List<BilingualText> items,
      List<Integer> hours,
      double effectLow,
      double effectHigh,
      boolean isAlcohol) {}

  /**
   * A weekday (0 Sunday) and hour.
   *
   * @param expectedTickets forecast tickets of the whole shop when the facts were made, as a hint
   *     of the workload. Texts must not name it, as it changes daily. Null: no forecast
   */
  public record Slot(String id, int weekday, int hour, Double expectedTickets) {}

  /** The owner's feedback. */
  public record Feedback(String verdict, String note) {}

  /** The owner's version of a part, persona or campaign. */
  public record Edit(String part, String text) {}

  /** Percentages that a text may name. */
  public Stream<Double> percents() {
    return Stream.of(
            Stream.of(visitPercent, revenuePercent),
            Stream.ofNullable(paydayPercent),
            categories.stream().map(Category::valuePercent),
            pairs.stream().map(Pair::percent),
            payments.stream().map(Payment::percent))
        .flatMap(stream -> stream);
  }

  /** Amounts of money that a text may name. */
  public Stream<Double> amounts() {
    return Stream.concat(Stream.of(averageBasket), baskets.stream().map(Basket::averageValue));
  }

  /** Other numbers that a text may name, beside hours. */
  public Stream<Double> counts() {
    return Stream.of(
            Stream.of((double) windowDays, visitsPerWeek, itemsPerBasket),
            categories.stream().map(Category::timesUsual),
            products.stream().map(Product::visitsPerWeek),
            pairs.stream().map(Pair::timesUsual),
            baskets.stream().map(Basket::visitsPerWeek),
            offers.stream().flatMap(it -> Stream.of(it.effectLow(), it.effectHigh())))
        .flatMap(stream -> stream);
  }

  /** Hours that a text may name; a peak of 16 and 17 goes from 16:00 to 18:00. */
  public Stream<Integer> hours() {
    return Stream.of(
            peakHours.stream(),
            peakHours.stream().map(hour -> (hour + 1) % DAY_HOURS),
            offers.stream().flatMap(offer -> offer.hours().stream()),
            slots.stream().map(Slot::hour))
        .flatMap(stream -> stream);
  }

  /** Names that a text may take over as they are. */
  public Stream<BilingualText> names() {
    return Stream.of(
            Stream.of(segment.name(), segment.meaning()),
            categories.stream().map(Category::name),
            products.stream().map(product -> new BilingualText(product.name(), product.name())),
            pairs.stream().flatMap(pair -> Stream.of(pair.when(), pair.also())),
            offers.stream().flatMap(offer -> offer.items().stream()))
        .flatMap(stream -> stream);
  }

  /** Weekdays that a text may name. */
  public Stream<Integer> weekdays() {
    return Stream.concat(peakDays.stream(), slots.stream().map(Slot::weekday));
  }
}
