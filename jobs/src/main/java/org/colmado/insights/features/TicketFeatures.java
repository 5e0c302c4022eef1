package org.colmado.insights.features;

import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.colmado.insights.table.CalendarDays;
import org.colmado.insights.table.Sales;
import org.colmado.insights.table.Stores;
import org.colmado.insights.table.TransactionFeatures;

/**
 * Turns {@link Sales} and the calendar into the columns of {@link TransactionFeatures} but the
 * segments.
 *
 * @param stores rows of {@link Stores}
 * @param calendar rows of {@link CalendarDays}
 */
public record TicketFeatures(Dataset<Row> stores, Dataset<Row> calendar) {
  private static final String MIX = "basket_mix";

  /** Friday evening begins. */
  private static final int EVENING_HOUR = 18;

  private static final int FRIDAY = 5;

  /**
   * One row for each ticket. If the calendar lacks a day, its tickets have nulls, and the write
   * fails.
   */
  public Dataset<Row> from(Dataset<Row> sales) {
    return sales
        .transform(this::withDay)
        .transform(TicketFeatures::withBasket)
        .transform(TicketFeatures::withVisit);
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
        .join(broadcast(days), new String[] {Sales.STORE_ID, Sales.BUSINESS_ON}, "left")
        .withColumn(TransactionFeatures.HOUR_OF_DAY, col(Sales.HOUR))
        .withColumn(TransactionFeatures.IS_FRIDAY_NIGHT, isFriday.and(isLate))
        .drop(Stores.DAY_STARTS_AT_MINUTE);
  }

  static Dataset<Row> withBasket(Dataset<Row> tickets) {
    return tickets
        .withColumn(TransactionFeatures.TOTAL_VALUE, col(Sales.NET_TOTAL))
        .withColumn(
            TransactionFeatures.NET_BEFORE_TAX, col(Sales.NET_TOTAL).minus(col(Sales.TAX_TOTAL)))
        .withColumn(MIX, BasketComposition.of(col(Sales.BASKET)))
        .select(col("*"), col(MIX + ".*"))
        .drop(MIX)
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

  private static Column has(String category) {
    return array_contains(col(TransactionFeatures.CATEGORIES), category);
  }
}
