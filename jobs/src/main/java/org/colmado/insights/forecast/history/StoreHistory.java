package org.colmado.insights.forecast.history;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.colmado.insights.table.HourlySales;

/**
 * The sales history of a store: its days, tickets and revenue by hour, revenue of each category by
 * day.
 */
public final class StoreHistory {
  /** A day above this multiple of the usual total is an outlier that models do not learn from. */
  private static final double OUT_OF_PROPORTION = 6;

  private static final int USUAL_OF_DAYS = 28;
  private static final int MIN_DAYS = 7;

  private final ShopDays shop;
  private final double[][] tickets;
  private final double[][] revenue;
  private final Map<String, double[][]> categories = new TreeMap<>();

  /** By origin. */
  private final Map<Integer, double[][]> usualMoney = new HashMap<>();

  private final Map<String, MeasureHistory> usualCategories = new HashMap<>();
  private final int dayStartsAtHour;
  private final double basketCv;

  private StoreHistory(
      ShopDays shop, double[][] tickets, double[][] revenue, int dayStartsAtHour, double basketCv) {
    this.shop = shop;
    this.tickets = tickets;
    this.revenue = revenue;
    this.dayStartsAtHour = dayStartsAtHour;
    this.basketCv = basketCv;
  }

  /**
   * Reads what a store sold.
   *
   * @param hours business_on, hour, state, tickets, revenue; in any order, at least one
   * @param categories business_on, category, revenue
   * @param calendar effects by day
   * @param settings time span and settings of the store
   */
  public static StoreHistory of(
      List<Row> hours,
      List<Row> categories,
      Map<LocalDate, List<Effect>> calendar,
      Settings settings) {
    LocalDate first =
        hours.stream().map(row -> row.getLocalDate(0)).min(LocalDate::compareTo).get();
    LocalDate last = settings.lastOn();
    int days = (int) ChronoUnit.DAYS.between(first, last) + 1;
    int size = days + settings.daysAhead();
    double[][] tickets = new double[size][MeasureHistory.HOURS];
    double[][] revenue = new double[size][MeasureHistory.HOURS];
    boolean[] isMissing = new boolean[size];
    for (Row row : hours) {
      int day = (int) ChronoUnit.DAYS.between(first, row.getLocalDate(0));
      int hour = Math.floorMod(row.getInt(1) - settings.dayStartsAtHour(), MeasureHistory.HOURS);
      tickets[day][hour] = row.getLong(3);
      revenue[day][hour] = Math.max(0, row.getDecimal(4).doubleValue());
      isMissing[day] |= row.getString(2).equals(HourlySales.MISSING);
    }

    double[] totals = Arrays.stream(tickets).mapToDouble(day -> Arrays.stream(day).sum()).toArray();
    List<ShopDays.Day> shopDays = new ArrayList<>();
    for (int day = 0; day < size; day++) {
      boolean isKnown = day < days && totals[day] > 0 && !isMissing[day];
      shopDays.add(
          new ShopDays.Day(
              isKnown,
              isKnown && totals[day] <= OUT_OF_PROPORTION * usual(totals, day),
              calendar.getOrDefault(first.plusDays(day), List.of())));
    }
    StoreHistory history =
        new StoreHistory(
            new ShopDays(first, shopDays),
            tickets,
            revenue,
            settings.dayStartsAtHour(),
            settings.basketCv());
    history.add(categories, size);
    return history;
  }

  /**
   * Time span and settings of a store's history.
   *
   * @param lastOn last day with data
   * @param daysAhead number of future days
   * @param dayStartsAtHour first hour of the business day
   * @param basketCv standard deviation of a visit's value over its mean
   */
  public record Settings(LocalDate lastOn, int daysAhead, int dayStartsAtHour, double basketCv) {}

  /** Median of the earlier days with sales; infinite if there are too few of them. */
  private static double usual(double[] totals, int day) {
    double[] before =
        Arrays.stream(totals, Math.max(0, day - USUAL_OF_DAYS), day)
            .filter(total -> total > 0)
            .sorted()
            .toArray();

    return before.length < MIN_DAYS ? Double.POSITIVE_INFINITY : before[before.length / 2];
  }

  private void add(List<Row> rows, int size) {
    for (Row row : rows) {
      int day = (int) ChronoUnit.DAYS.between(shop.first(), row.getLocalDate(0));
      if (day >= 0 && day < size) {
        double[][] ofCategory =
            categories.computeIfAbsent(row.getString(1), code -> new double[size][1]);
        ofCategory[day][0] += Math.max(0, row.getDouble(2));
      }
    }
  }

  /** Index of a date; negative before the first day. */
  public int day(LocalDate on) {
    return (int) ChronoUnit.DAYS.between(shop.first(), on);
  }

  public ShopDays shop() {
    return shop;
  }

  public MeasureHistory tickets(int origin) {
    return new MeasureHistory(shop, tickets, origin);
  }

  /** Money by hour, limited by the {@link MoneyCap} of the days before the origin. */
  public MeasureHistory revenue(int origin) {
    return new MeasureHistory(shop, usualMoney(origin), origin);
  }

  /** A category's money by day; what its day was limited by is taken from the largest category. */
  public MeasureHistory category(String code, int origin) {
    double[][] usual = usualMoney(origin);
    double[][] ofCategory = new double[origin][];
    for (int day = 0; day < origin; day++) {
      double excess = sum(revenue[day]) - sum(usual[day]);
      double value = categories.get(code)[day][0];
      boolean isLargest = excess > 0 && value >= largestCategory(day);
      ofCategory[day] = new double[] {isLargest ? Math.max(0, value - excess) : value};
    }
    return new MeasureHistory(shop, ofCategory, origin);
  }

  private double largestCategory(int day) {
    return categories.values().stream().mapToDouble(of -> of[day][0]).max().orElse(0);
  }

  /** Days from the origin on are left as they are. */
  private double[][] usualMoney(int origin) {
    return usualMoney.computeIfAbsent(
        origin,
        until -> {
          Optional<MoneyCap> cap =
              MoneyCap.of(Arrays.copyOf(tickets, until), Arrays.copyOf(revenue, until));
          double[][] usual = revenue.clone();
          for (int day = 0; day < until && cap.isPresent(); day++) {
            usual[day] = cap.get().limited(tickets[day], revenue[day]);
          }
          return usual;
        });
  }

  private static double sum(double[] values) {
    return Arrays.stream(values).sum();
  }

  public List<String> categories() {
    return List.copyOf(categories.keySet());
  }

  public double basketCv() {
    return basketCv;
  }

  /** The actual value of an hour; money is limited by {@link MoneyCap}. */
  public double value(boolean isTickets, int day, int hour) {
    return (isTickets ? tickets : usualMoney(shop.size()))[day][hour];
  }

  /** The actual total of a day; money is limited by {@link MoneyCap}. */
  public double total(boolean isTickets, int day) {
    return sum((isTickets ? tickets : usualMoney(shop.size()))[day]);
  }

  public double total(String category, int day) {
    return usualCategories
        .computeIfAbsent(category, code -> category(code, shop.size()))
        .total(day);
  }

  /** Hour on the clock, 0 to 23, of an hour's index in the business day. */
  public int clock(int place) {
    return place < 0 ? place : (place + dayStartsAtHour) % MeasureHistory.HOURS;
  }
}
