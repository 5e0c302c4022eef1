package org.colmado.insights.summary;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.slice;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.colmado.insights.table.HourlySales;
import org.colmado.insights.table.SaleLines;

/** Queries for the figures of {@link Summary}. */
final class StoreFigures {
  private static final String STORE = HourlySales.STORE_ID;
  private static final String ON = HourlySales.BUSINESS_ON;
  private static final String TICKETS = HourlySales.TICKETS;
  private static final String REVENUE = HourlySales.REVENUE;

  private StoreFigures() {}

  /**
   * Sales figures of each store with sales.
   *
   * @param hours rows of {@link HourlySales}
   */
  static List<SalesFigures> trade(Dataset<Row> hours) {
    Column day = struct(col(ON), col(TICKETS), col(REVENUE));
    Column latestFirst = sort_array(collect_list(day), false /* ascending */);

    return hours
        .where(col(TICKETS).gt(0))
        .groupBy(STORE, ON)
        .agg(sum(TICKETS).as(TICKETS), sum(REVENUE).as(REVENUE))
        .groupBy(STORE)
        .agg(slice(latestFirst, 1, SalesFigures.LATEST_DAYS))
        .collectAsList()
        .stream()
        .map(row -> SalesFigures.from(row.getString(0), days(row.getList(1))))
        .toList();
  }

  private static List<SalesFigures.Day> days(List<Row> days) {
    return days.stream()
        .map(day -> new SalesFigures.Day(day.getLocalDate(0), day.getLong(1), day.getDecimal(2)))
        .toList();
  }

  /**
   * Peak hours and weekdays by store.
   *
   * @param hours rows of {@link HourlySales} of few stores, within the window
   */
  static Map<String, BestSlots> bestSlots(Dataset<Row> hours) {
    List<Row> open =
        hours
            .where(col(HourlySales.STATE).equalTo(HourlySales.OPEN))
            .select(STORE, ON, HourlySales.HOUR, TICKETS)
            .collectAsList();

    return byStore(
        open,
        row -> new BestSlots.OpenHour(row.getLocalDate(1), row.getInt(2), row.getLong(3)),
        BestSlots::from);
  }

  /**
   * Unclassified sales by store.
   *
   * @param lines rows of {@link SaleLines} of few stores, within the window
   */
  static Map<String, UnclassifiedFigures> unclassified(Dataset<Row> lines) {
    Column isUnknown = col(SaleLines.CATEGORY).equalTo("unclassified");
    Column counts = not(col(SaleLines.IS_RETURN)).and(not(col(SaleLines.IS_CANCELLED)));
    List<Row> sold =
        lines
            .where(counts)
            .groupBy(
                col(STORE), when(isUnknown, col(SaleLines.PRODUCT_KEY)).as(SaleLines.PRODUCT_KEY))
            .agg(
                max(col(SaleLines.DESCRIPTION)),
                sum(col(SaleLines.AMOUNT).minus(col(SaleLines.DISCOUNT))))
            .collectAsList();

    return byStore(
        sold,
        row -> new UnclassifiedFigures.Sold(row.getString(1), row.getString(2), row.getDecimal(3)),
        UnclassifiedFigures::from);
  }

  private static <T, F> Map<String, F> byStore(
      List<Row> rows, Function<Row, T> reading, Function<List<T>, F> figure) {
    Map<String, List<T>> read =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.getString(0), Collectors.mapping(reading, Collectors.toList())));
    Map<String, F> figures = new HashMap<>();
    read.forEach((store, values) -> figures.put(store, figure.apply(values)));
    return figures;
  }

  /** Condition for rows of the stores within their windows. */
  static Column within(List<SalesFigures> trade) {
    return trade.stream()
        .map(
            store ->
                col(STORE)
                    .equalTo(store.store())
                    .and(col(ON).between(lit(store.firstOn()), lit(store.last().on()))))
        .reduce(Column::or)
        .orElse(lit(false));
  }
}
