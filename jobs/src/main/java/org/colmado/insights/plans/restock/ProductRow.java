package org.colmado.insights.plans.restock;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.colmado.insights.plans.demand.CategoryForecast;
import org.colmado.insights.plans.demand.CategoryForecasts;
import org.colmado.insights.plans.demand.CensoredDemand;
import org.colmado.insights.plans.demand.DailySeries;
import org.colmado.insights.plans.demand.SoldDays;
import org.colmado.insights.table.SaleLines;

/**
 * Typed access to the row of a product.
 *
 * @param row the columns of {@link #COLUMNS}, in that order
 * @param asOf last day of sales
 */
record ProductRow(Row row, LocalDate asOf) {
  /** Column: sales by day. */
  static final String DAYS = "days";

  static final List<String> COLUMNS =
      List.of(
          SaleLines.CATEGORY,
          DAYS,
          SoldDays.LIST_PRICE,
          SoldDays.LINE_COST,
          CategoryForecasts.OPEN_DAYS,
          CategoryForecasts.REVENUE,
          CategoryForecasts.EXPECTED,
          Supplies.STOCK,
          Supplies.COST,
          Supplies.TERMS,
          Supplies.ARRIVALS,
          Supplies.COUNTS);

  private static final int PRICE_DAYS = 28;

  String category() {
    return row.getString(0);
  }

  /**
   * Usual unit price: over the last four weeks, else over all days, else the price on the lines.
   */
  OptionalDouble price() {
    double recent = price(asOf.minusDays(PRICE_DAYS));
    double ever = recent > 0 ? recent : price(LocalDate.MIN);
    double named = ever > 0 || row.isNullAt(2) ? ever : row.getDouble(2);

    return named > 0 ? OptionalDouble.of(named) : OptionalDouble.empty();
  }

  private double price(LocalDate after) {
    double units = 0;
    double value = 0;
    for (Row day : days()) {
      if (day.<LocalDate>getAs(0).isAfter(after)) {
        units += day.getDouble(1);
        value += day.getDouble(2);
      }
    }
    return units > 0 ? value / units : 0;
  }

  /** Units by day; sales by amount of money are converted with the price. */
  DailySeries units(double price) {
    Map<LocalDate, Double> byDay = new TreeMap<>();
    for (Row day : days()) {
      byDay.put(day.getAs(0), Math.max(0, day.getDouble(1)) + day.getDouble(3) / price);
    }
    return series(byDay);
  }

  /** The same with stock-out days as not known. */
  DailySeries demand(DailySeries units) {
    Map<LocalDate, Double> counts = new TreeMap<>();
    if (!row.isNullAt(11)) {
      row.<Row>getList(11).forEach(count -> counts.put(count.getAs(0), count.getDouble(1)));
    }

    return new CensoredDemand(counts, arrivals().stream().map(StockItem.Arrival::on).toList())
        .censored(units);
  }

  CategoryForecast outlook() {
    return CategoryForecast.of(series(values(5)), values(6));
  }

  /** Whether the owner adjusted the forecast of a day up to this one. */
  boolean isAdjusted(LocalDate lastOn) {
    return !row.isNullAt(6)
        && row.<Row>getList(6).stream()
            .anyMatch(day -> day.getBoolean(2) && !day.<LocalDate>getAs(0).isAfter(lastOn));
  }

  private Map<LocalDate, Double> values(int column) {
    Map<LocalDate, Double> byDay = new TreeMap<>();
    if (!row.isNullAt(column)) {
      row.<Row>getList(column).forEach(day -> byDay.put(day.getAs(0), day.getDouble(1)));
    }
    return byDay;
  }

  /**
   * Open days without a value are 0, closed days are not known. The series ends with the as-of day.
   */
  private DailySeries series(Map<LocalDate, Double> byDay) {
    List<LocalDate> open = row.getList(4);
    LocalDate first = open.stream().min(LocalDate::compareTo).orElse(asOf);
    double[] values = new double[(int) ChronoUnit.DAYS.between(first, asOf) + 1];
    Arrays.fill(values, Double.NaN);
    for (LocalDate day : open) {
      values[(int) ChronoUnit.DAYS.between(first, day)] = byDay.getOrDefault(day, 0.0);
    }
    return new DailySeries(first, values);
  }

  /** Unit cost from the costs file, else from the lines. */
  OptionalDouble cost() {
    int column = row.isNullAt(8) ? 3 : 8;

    return row.isNullAt(column) ? OptionalDouble.empty() : OptionalDouble.of(row.getDouble(column));
  }

  Optional<SupplyTerms> terms() {
    return Optional.ofNullable(row.<Row>getAs(9))
        .map(
            terms ->
                new SupplyTerms(
                    Optional.of(terms.getString(0)),
                    terms.getInt(1),
                    terms.getList(2),
                    terms.getInt(3),
                    terms.getInt(4)));
  }

  /**
   * Units at the close of the as-of day: last count minus sales plus deliveries since then, never
   * below 0.
   *
   * @param mostDays maximum age of a count in days
   */
  OptionalDouble onHand(DailySeries units, int mostDays) {
    if (row.isNullAt(7)) {
      return OptionalDouble.empty();
    }

    Row count = row.getAs(7);
    LocalDate countedOn = count.getAs(0);
    long age = ChronoUnit.DAYS.between(countedOn, asOf);
    if (age > mostDays) {
      return OptionalDouble.empty();
    }
    double sold = Arrays.stream(units.last((int) age).values()).filter(v -> v > 0).sum();
    double came =
        arrivals().stream()
            .filter(arrival -> arrival.on().isAfter(countedOn) && !arrival.on().isAfter(asOf))
            .mapToDouble(StockItem.Arrival::units)
            .sum();
    return OptionalDouble.of(Math.max(0, count.getDouble(1) + came - sold));
  }

  /** Open deliveries. */
  List<StockItem.Arrival> inbound() {
    return arrivals().stream().filter(arrival -> arrival.on().isAfter(asOf)).toList();
  }

  private List<StockItem.Arrival> arrivals() {
    List<StockItem.Arrival> arrivals = new ArrayList<>();
    if (!row.isNullAt(10)) {
      row.<Row>getList(10)
          .forEach(each -> arrivals.add(new StockItem.Arrival(each.getAs(0), each.getDouble(1))));
    }
    return arrivals;
  }

  private List<Row> days() {
    return row.getList(1);
  }
}
