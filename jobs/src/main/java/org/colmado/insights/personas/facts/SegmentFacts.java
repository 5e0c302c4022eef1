package org.colmado.insights.personas.facts;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.when;

import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.colmado.insights.spark.IntermediateResults;
import org.colmado.insights.table.SaleLines;
import org.colmado.insights.table.Segments;
import org.colmado.insights.table.Stores;
import org.colmado.insights.table.TransactionFeatures;

/**
 * Collects the counts of every segment from the result tables: store_id, segment_type, segment_id
 * and {@link #COUNTED}, the JSON of {@link SegmentCounts}. Segments with too few visits have no
 * row, and no figure is based on fewer visits than the rules allow.
 *
 * @param intermediate computes each kind of figure before they are joined: Spark plans a query anew
 *     after each of its parts, and one query of all would be planned for longer than it runs
 */
public record SegmentFacts(PersonaRules rules, IntermediateResults intermediate) {
  /** Name of the JSON column. */
  public static final String COUNTED = "counted";

  private static final int SLOTS = 12;
  private static final int PRODUCTS = 12;

  /**
   * The facts.
   *
   * @param segments of one night
   * @param visits of {@link SegmentVisits}; read five times
   * @param pairs of the night, or the last before it
   */
  public Dataset<Row> from(
      Dataset<Row> segments,
      Dataset<Row> visits,
      Dataset<Row> lines,
      Dataset<Row> pairs,
      Dataset<Row> products,
      Dataset<Row> stores,
      Dataset<Row> feedback) {
    Dataset<Row> withPairs =
        segments.where(col(Segments.TRANSACTION_COUNT).geq(rules.leastSegmentVisits()));

    return withPairs
        .join(stores.select(Stores.STORE_ID, Stores.CURRENCY), Stores.STORE_ID)
        .withColumn("window_days", datediff(col(Segments.LAST_ON), col(Segments.FIRST_ON)).plus(1))
        .join(computed(slots(visits)), SegmentColumns.KEY, "left")
        .join(computed(paydays(visits)), SegmentColumns.KEY, "left")
        .join(computed(categories(visits)), SegmentColumns.KEY, "left")
        .join(computed(products(visits, lines)), SegmentColumns.KEY, "left")
        .join(computed(new UsualBaskets(rules).from(visits)), SegmentColumns.KEY, "left")
        .join(OwnerFeedback.opinions(feedback), SegmentColumns.KEY, "left")
        .join(OwnerFeedback.edits(feedback), SegmentColumns.KEY, "left")
        .join(computed(new StorePairs(rules).from(pairs, products)), Segments.STORE_ID, "left")
        .select(
            col(Segments.STORE_ID),
            col(Segments.SEGMENT_TYPE),
            col(Segments.SEGMENT_ID),
            to_json(struct(counted())).as(COUNTED));
  }

  private Dataset<Row> computed(Dataset<Row> ofSegments) {
    return intermediate.checkpointed(ofSegments);
  }

  private static Column[] counted() {
    return Stream.of(
            Segments.SEGMENT_TYPE,
            Segments.SEGMENT_ID,
            Segments.SEGMENT_NAME_ES,
            Segments.SEGMENT_NAME_EN,
            Segments.DESCRIPTION_ES,
            Segments.DESCRIPTION_EN,
            Stores.CURRENCY,
            "window_days",
            Segments.TRANSACTION_COUNT,
            Segments.TRANSACTION_SHARE,
            Segments.REVENUE_SHARE,
            Segments.AVG_BASKET_VALUE,
            Segments.AVG_ITEMS_PER_BASKET,
            Segments.PEAK_HOURS,
            Segments.PEAK_DAYS,
            Segments.CATEGORY_SHARES,
            Segments.CATEGORY_LIFTS,
            Segments.PAYMENT_PREFERENCES,
            "payday",
            "slots",
            "categories",
            "products",
            "pairs",
            "baskets",
            "feedback",
            "edits")
        .map(name -> col(name))
        .toArray(Column[]::new);
  }

  /** Visits of a segment by weekday and hour. */
  private Dataset<Row> slots(Dataset<Row> visits) {
    Dataset<Row> counts =
        visits
            .groupBy(
                SegmentColumns.keyed(
                    col(TransactionFeatures.DAY_OF_WEEK).as("weekday"),
                    col(TransactionFeatures.HOUR_OF_DAY).as("hour")))
            .agg(count(lit(1)).as(SegmentColumns.VISITS));

    return most(counts, SLOTS, "slots", "weekday", "hour");
  }

  private static Dataset<Row> paydays(Dataset<Row> visits) {
    Column isIn = coalesce(col(TransactionFeatures.PAYDAY_WINDOW), lit(false));
    Column on = col(TransactionFeatures.BUSINESS_ON);
    Dataset<Row> days =
        visits
            .groupBy(col(Segments.STORE_ID))
            .agg(
                countDistinct(when(isIn, on)).as("days_in"),
                countDistinct(when(not(isIn), on)).as("days_out"));
    Dataset<Row> counts =
        visits
            .groupBy(SegmentColumns.keyed())
            .agg(
                count(when(isIn, lit(1))).as("visits_in"),
                count(when(not(isIn), lit(1))).as("visits_out"));
    Column payday =
        struct(col("visits_in"), col("days_in"), col("visits_out"), col("days_out")).as("payday");

    return counts.join(days, Segments.STORE_ID).select(SegmentColumns.keyed(payday));
  }

  private Dataset<Row> categories(Dataset<Row> visits) {
    Dataset<Row> counts =
        visits
            .select(
                SegmentColumns.keyed(explode(col(TransactionFeatures.CATEGORIES)).as("category")))
            .groupBy(SegmentColumns.keyed(col("category")))
            .agg(count(lit(1)).as(SegmentColumns.VISITS));

    return most(counts, Integer.MAX_VALUE, "categories", "category");
  }

  private Dataset<Row> products(Dataset<Row> visits, Dataset<Row> lines) {
    Dataset<Row> bought =
        lines
            .select(
                SaleLines.STORE_ID, SaleLines.SALE_ID, SaleLines.PRODUCT_KEY, SaleLines.CATEGORY)
            .where(col(SaleLines.PRODUCT_KEY).isNotNull())
            .dropDuplicates();
    Dataset<Row> counts =
        visits
            .select(SegmentColumns.keyed(col(TransactionFeatures.SALE_ID)))
            .join(bought, new String[] {SaleLines.STORE_ID, SaleLines.SALE_ID})
            .groupBy(SegmentColumns.keyed(col(SaleLines.PRODUCT_KEY), col(SaleLines.CATEGORY)))
            .agg(count(lit(1)).as(SegmentColumns.VISITS));

    return most(counts, PRODUCTS, "products", SaleLines.PRODUCT_KEY, SaleLines.CATEGORY);
  }

  /** The most frequent values of a segment, without those below the privacy threshold. */
  private Dataset<Row> most(Dataset<Row> counts, int number, String name, String... columns) {
    Column[] order =
        Stream.concat(
                Stream.of(col(SegmentColumns.VISITS).desc()),
                Arrays.stream(columns).map(column -> col(column)))
            .toArray(Column[]::new);
    String[] fields =
        Stream.concat(Stream.of(SegmentColumns.RANK, SegmentColumns.VISITS), Arrays.stream(columns))
            .toArray(String[]::new);

    return counts
        .where(col(SegmentColumns.VISITS).geq(rules.leastVisits()))
        .withColumn(
            SegmentColumns.RANK,
            row_number().over(Window.partitionBy(SegmentColumns.keyed()).orderBy(order)))
        .where(col(SegmentColumns.RANK).leq(number))
        .groupBy(SegmentColumns.keyed())
        .agg(SegmentColumns.listed(fields).as(name));
  }
}
