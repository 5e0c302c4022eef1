package org.colmado.insights.features;

import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_from_entries;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.colmado.insights.table.CalendarDays;
import org.colmado.insights.table.SaleLines;
import org.colmado.insights.table.Sales;
import org.colmado.insights.table.Stores;
import org.colmado.insights.table.TransactionFeatures;

/**
 * Turns {@link Sales}, {@link SaleLines} and the calendar into the columns of {@link
 * TransactionFeatures} but the segments.
 *
 * @param stores rows of {@link Stores}
 * @param calendar rows of {@link CalendarDays}
 */
public record TicketFeatures(Dataset<Row> stores, Dataset<Row> calendar) {
  private static final String OF_CATEGORY = "of_category";
  private static final String VALUE = "value";
  private static final String UNITS = "units";
  private static final String LINES = "lines";
  private static final String PRICED_VALUE = "priced_value";
  private static final String[] TICKET = {Sales.STORE_ID, Sales.SALE_ID};

  /** Friday evening begins. */
  private static final int EVENING_HOUR = 18;

  private static final int FRIDAY = 5;

  /**
   * One row a ticket.
   *
   * @param saleLines of these tickets; more do no harm
   */
  public Dataset<Row> from(Dataset<Row> sales, Dataset<Row> saleLines) {
    return sales
        .join(perTicket(perCategory(saleLines)), TICKET, "inner")
        .transform(this::withDay)
        .transform(TicketFeatures::withBasket)
        .transform(TicketFeatures::withVisit);
  }

  /**
   * Money as whole cents: the sum of a corner shop's basket fits a long, and decimals of this width
   * are ten times as slow.
   */
  static Dataset<Row> perCategory(Dataset<Row> saleLines) {
    Column net = col(SaleLines.AMOUNT).minus(col(SaleLines.DISCOUNT));
    Column cents = net.multiply(100).cast("long");
    Column hasQuantity = col(SaleLines.QUANTITY).isNotNull();

    return saleLines
        .repartition(col(SaleLines.STORE_ID), col(SaleLines.SALE_ID))
        .groupBy(col(SaleLines.STORE_ID), col(SaleLines.SALE_ID), col(SaleLines.CATEGORY))
        .agg(
            sum(cents).as(VALUE),
            sum(col(SaleLines.QUANTITY).cast("double")).as(UNITS),
            count(lit(1)).as(LINES),
            sum(when(hasQuantity, cents)).as(PRICED_VALUE));
  }

  static Dataset<Row> perTicket(Dataset<Row> perCategory) {
    Column entry = struct(col(SaleLines.CATEGORY), col(VALUE), col(UNITS), col(LINES));

    return perCategory
        .groupBy(col(SaleLines.STORE_ID), col(SaleLines.SALE_ID))
        .agg(
            array_sort(collect_list(entry)).as(OF_CATEGORY),
            sum(VALUE).as(VALUE),
            sum(UNITS).as(UNITS),
            sum(LINES).as(LINES),
            sum(PRICED_VALUE).as(PRICED_VALUE),
            max(struct(signless(col(VALUE)), col(SaleLines.CATEGORY)))
                .getField(SaleLines.CATEGORY)
                .as(TransactionFeatures.MAIN_CATEGORY));
  }

  Dataset<Row> withDay(Dataset<Row> tickets) {
    Dataset<Row> calendarOf =
        stores.select(Stores.STORE_ID, Stores.CALENDAR_ID, Stores.DAY_STARTS_AT_MINUTE);
    Dataset<Row> days =
        broadcast(calendarOf)
            .join(calendar, CalendarDays.CALENDAR_ID)
            .drop(CalendarDays.CALENDAR_ID)
            .withColumnRenamed(CalendarDays.ON, Sales.BUSINESS_ON)
            .withColumnRenamed(CalendarDays.IS_PAYDAY, TransactionFeatures.IS_PAYROLL_DAY);
    Column isFriday = col(TransactionFeatures.DAY_OF_WEEK).equalTo(FRIDAY);
    Column isPastMidnight = col(Sales.HOUR).multiply(60).lt(col(Stores.DAY_STARTS_AT_MINUTE));
    Column isLate = col(Sales.HOUR).geq(EVENING_HOUR).or(isPastMidnight);

    return tickets
        .join(days, new String[] {Sales.STORE_ID, Sales.BUSINESS_ON}, "inner")
        .withColumn(TransactionFeatures.HOUR_OF_DAY, col(Sales.HOUR))
        .withColumn(TransactionFeatures.IS_FRIDAY_NIGHT, isFriday.and(isLate))
        .drop(Stores.DAY_STARTS_AT_MINUTE);
  }

  static Dataset<Row> withBasket(Dataset<Row> tickets) {
    Column entries = col(OF_CATEGORY);

    return tickets
        .withColumn(TransactionFeatures.TOTAL_VALUE, col(Sales.NET_TOTAL))
        .withColumn(
            TransactionFeatures.NET_BEFORE_TAX, col(Sales.NET_TOTAL).minus(col(Sales.TAX_TOTAL)))
        .withColumn(
            TransactionFeatures.AVG_ITEM_PRICE,
            when(col(UNITS).notEqual(0), col(PRICED_VALUE).divide(100).divide(col(UNITS))))
        .withColumn(
            TransactionFeatures.CATEGORIES,
            transform(entries, entry -> entry.getField(SaleLines.CATEGORY)))
        .withColumn(TransactionFeatures.CATEGORY_WEIGHTS, weights(VALUE))
        .withColumn(
            TransactionFeatures.CATEGORY_UNIT_WEIGHTS, when(col(UNITS).notEqual(0), weights(UNITS)))
        .withColumn(TransactionFeatures.CATEGORY_LINE_WEIGHTS, weights(LINES))
        .withColumn(TransactionFeatures.HAS_ALCOHOL, has("alcohol"))
        .withColumn(TransactionFeatures.HAS_FRESH_PRODUCE, has("fresh"))
        .withColumn(TransactionFeatures.HAS_HOUSEHOLD_ITEMS, has("household"))
        .withColumn(TransactionFeatures.HAS_SNACKS, has("snacks"))
        .withColumn(TransactionFeatures.HAS_BEVERAGES, has("beverages"));
  }

  static Dataset<Row> withVisit(Dataset<Row> tickets) {
    Column isVisit = not(col(Sales.IS_RETURN)).and(not(col(Sales.IS_CANCELLED)));

    return tickets
        .withColumn(TransactionFeatures.IS_VISIT, isVisit)
        .withColumn(TransactionFeatures.SALE_INGESTED_AT, col(Sales.INGESTED_AT));
  }

  /** Shares of a whole by category; the whole is never 0: such tickets are refused. */
  private static Column weights(String measure) {
    return map_from_entries(
        transform(
            col(OF_CATEGORY),
            entry ->
                struct(
                    entry.getField(SaleLines.CATEGORY),
                    coalesce(entry.getField(measure), lit(0)).divide(col(measure)))));
  }

  private static Column has(String category) {
    return array_contains(col(TransactionFeatures.CATEGORIES), category);
  }

  private static Column signless(Column value) {
    return org.apache.spark.sql.functions.abs(value).as(VALUE);
  }
}
