package org.colmado.insights.job;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.dayofweek;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.negate;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.slice;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.colmado.insights.segments.Peaks;
import org.colmado.insights.table.HourlySales;
import org.colmado.insights.table.SaleLines;
import org.colmado.insights.table.Segments;

/** The numbers of {@link Summary}, one query each over all stores that are shown. */
final class StoreFigures {
  static final int DAYS = 30;
  static final String LAST_ON = "last_on";
  static final String FIRST_ON = "first_on";
  static final String TICKETS = "tickets";
  static final String REVENUE = "revenue";
  static final String LAST_TICKETS = "last_tickets";
  static final String LAST_REVENUE = "last_revenue";
  static final String USUAL_TICKETS = "usual_tickets";
  static final String USUAL_REVENUE = "usual_revenue";
  static final String PEAK = "peak";
  static final String UNCLASSIFIED_SHARE = "unclassified_share";
  static final String UNCLASSIFIED = "unclassified";

  private static final int WEEKS_OF_WEEKDAY = 8;
  private static final int PRODUCTS = 3;
  private static final String STORE = HourlySales.STORE_ID;
  private static final String ON = HourlySales.BUSINESS_ON;
  private static final String DESCRIPTION = SaleLines.DESCRIPTION;
  private static final String WEEKDAY = "weekday";
  private static final String RECENCY = "recency";
  private static final String VISITS = "visits";
  private static final String OPENINGS = "openings";

  private StoreFigures() {}

  /**
   * One row a store that ever sold: its last day, its last days with sales together, and what is
   * usual on the weekday of the last day, over at most eight weeks before it; null: no such day.
   *
   * @param hours rows of {@link HourlySales}
   */
  static Dataset<Row> trade(Dataset<Row> hours) {
    WindowSpec latestFirst = Window.partitionBy(STORE).orderBy(col(ON).desc());
    Dataset<Row> days =
        hours
            .where(col(HourlySales.TICKETS).gt(0))
            .groupBy(col(STORE), col(ON))
            .agg(sum(HourlySales.TICKETS).as(TICKETS), sum(HourlySales.REVENUE).as(REVENUE))
            .withColumn(RECENCY, row_number().over(latestFirst))
            .withColumn(LAST_ON, max(ON).over(Window.partitionBy(STORE)));
    Column isLast = col(RECENCY).equalTo(1);
    Column isRecent = col(RECENCY).leq(DAYS);
    Column isSameWeekday =
        not(isLast)
            .and(dayofweek(col(ON)).equalTo(dayofweek(col(LAST_ON))))
            .and(datediff(col(LAST_ON), col(ON)).leq(7 * WEEKS_OF_WEEKDAY));

    return days.groupBy(STORE)
        .agg(
            max(ON).as(LAST_ON),
            min(when(isRecent, col(ON))).as(FIRST_ON),
            sum(when(isRecent, col(TICKETS))).as(TICKETS),
            sum(when(isRecent, col(REVENUE))).as(REVENUE),
            sum(when(isRecent, 1)).as("days"),
            max(when(isLast, col(TICKETS))).as(LAST_TICKETS),
            max(when(isLast, col(REVENUE))).as(LAST_REVENUE),
            avg(when(isSameWeekday, col(TICKETS))).as(USUAL_TICKETS),
            avg(when(isSameWeekday, col(REVENUE))).as(USUAL_REVENUE));
  }

  /**
   * The hours and the weekdays, 0 Sunday, that beat a store's others beyond chance: at most one row
   * of each a store, told apart by {@link #PEAK}.
   *
   * @param hours rows of {@link HourlySales} in the days that count
   */
  static Dataset<Row> peaks(Dataset<Row> hours) {
    Dataset<Row> open =
        hours
            .where(col(HourlySales.STATE).equalTo(HourlySales.OPEN))
            .withColumn(Segments.SEGMENT_TYPE, lit("store"))
            .withColumn(Segments.SEGMENT_ID, lit("all"))
            .withColumn(WEEKDAY, dayofweek(col(ON)).minus(1))
            .withColumn(VISITS, col(HourlySales.TICKETS));

    return peaks(open, HourlySales.HOUR, Peaks.OF_HOURS)
        .unionByName(peaks(days(open), WEEKDAY, Peaks.OF_WEEKDAYS));
  }

  private static Dataset<Row> days(Dataset<Row> open) {
    return open.groupBy(STORE, Segments.SEGMENT_TYPE, Segments.SEGMENT_ID, ON, WEEKDAY)
        .agg(sum(VISITS).as(VISITS));
  }

  private static Dataset<Row> peaks(Dataset<Row> counts, String slot, double limit) {
    Dataset<Row> openings =
        counts
            .groupBy(STORE, Segments.SEGMENT_TYPE, Segments.SEGMENT_ID, slot)
            .agg(count(lit(1)).as(OPENINGS));

    return new Peaks(slot, "slots", limit)
        .from(counts, openings)
        .select(col(STORE), lit(slot).as(PEAK), col("slots"));
  }

  /**
   * One row a store: the share of its revenue that no category is known for, and the products of
   * the most money among it.
   *
   * @param lines rows of {@link SaleLines} of the days that count
   */
  static Dataset<Row> unclassified(Dataset<Row> lines) {
    Column isUnknown = col(SaleLines.CATEGORY).equalTo(UNCLASSIFIED);
    Dataset<Row> products =
        lines
            .where(not(col(SaleLines.IS_RETURN)).and(not(col(SaleLines.IS_CANCELLED))))
            .groupBy(
                col(STORE), when(isUnknown, col(SaleLines.PRODUCT_KEY)).as(SaleLines.PRODUCT_KEY))
            .agg(
                sum(col(SaleLines.AMOUNT).minus(col(SaleLines.DISCOUNT))).as(REVENUE),
                max(col(DESCRIPTION)).as(DESCRIPTION));
    Column isProduct = col(SaleLines.PRODUCT_KEY).isNotNull();
    Column mostFirst =
        array_sort(
            collect_list(
                when(isProduct, struct(negate(col(REVENUE)).as("less"), col(DESCRIPTION)))));
    Column unknown = sum(when(isProduct, col(REVENUE)).otherwise(0)).cast("double");

    return products
        .groupBy(STORE)
        .agg(
            when(sum(REVENUE).gt(0), unknown.divide(sum(REVENUE).cast("double")))
                .otherwise(0.0)
                .as(UNCLASSIFIED_SHARE),
            slice(mostFirst, 1, PRODUCTS).getField(DESCRIPTION).as(UNCLASSIFIED));
  }

  /** The condition that a row is of one of the stores and of its days that count. */
  static Column within(List<Row> trade) {
    return trade.stream()
        .map(
            store ->
                col(STORE)
                    .equalTo(store.<String>getAs(STORE))
                    .and(col(ON).between(lit(store.getAs(FIRST_ON)), lit(store.getAs(LAST_ON)))))
        .reduce(Column::or)
        .orElse(lit(false));
  }
}
