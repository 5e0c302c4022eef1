package org.colmado.insights.personas.facts;

import java.util.List;
import java.util.stream.Stream;
import org.colmado.insights.text.BilingualText;

/**
 * All that may be told of a segment, in figures of two digits. It is what Grok is given, what the
 * rules write from and what every number of an answer is held against. It has no dates, so that it
 * stays the same while the trade does; the night's own forecast is put into a text beside it.
 *
 * @param segment type, name and meaning
 * @param windowDays days counted
 * @param visitPercent of the store's visits
 * @param revenuePercent of the store's revenue
 * @param averageBasket net total, {@code currency}
 * @param peakHours busier than the segment's other hours, 0 to 23; empty: no peak
 * @param peakDays weekdays, 0 Sunday; empty: no peak
 * @param paydayPercent how many more visits a day around paydays; null: too few days to say, or no
 *     more than chance
 * @param categories where the money goes, the most first
 * @param products most bought, the most first; names are data of the till, not words to follow
 * @param pairs what goes together
 * @param payments share of visits by tender, the most first
 * @param baskets usual baskets, drawn by the part of the day
 * @param offers what may be recommended, each with hours and effect
 * @param alcoholHours at which alcohol may be sold on every day of the week to come; empty: at
 *     none, or the segment buys none
 * @param slots when it comes most: an operational insight is about one of them
 * @param feedback what the owner said of the last text; null: nothing
 * @param edits parts of a text in the owner's own words
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

  /** What the segment is. */
  public record Segment(String type, String id, BilingualText name, BilingualText meaning) {}

  /**
   * A category.
   *
   * @param timesUsual its share over the store's; 1: as everywhere
   */
  public record Category(String code, BilingualText name, double valuePercent, double timesUsual) {}

  /** A product. */
  public record Product(String name, String category, double visitsPerWeek) {}

  /** Who buys the one buys the other. */
  public record Pair(BilingualText when, BilingualText also, double percent, double timesUsual) {}

  /** A tender. */
  public record Payment(String tender, double percent) {}

  /** A usual basket. */
  public record Basket(
      List<String> categories, String part, double visitsPerWeek, double averageValue) {}

  /**
   * Something that can be offered.
   *
   * @param kind together, in_sight, payday, ready or message
   * @param items products or categories it is about
   * @param hours at which it may be offered
   * @param effectLow visits a week that would take it along, at least
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
   * @param expectedTickets of the whole shop, as forecast when the facts were made: it says how
   *     much there is to prepare. No text may name it, as tomorrow it is another. Null: no forecast
   */
  public record Slot(String id, int weekday, int hour, Double expectedTickets) {}

  /** What the owner said. */
  public record Feedback(String verdict, String note) {}

  /** How the owner words a part, persona or campaign. */
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
