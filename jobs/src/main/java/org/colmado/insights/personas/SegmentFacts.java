package org.colmado.insights.personas;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.colmado.insights.table.BasketRules;
import org.colmado.insights.table.PersonaFeedback;
import org.colmado.insights.table.ProductCategories;
import org.colmado.insights.table.SaleLines;
import org.colmado.insights.table.Segments;
import org.colmado.insights.table.Stores;
import org.colmado.insights.table.TransactionFeatures;

/**
 * Turns the result tables into one row a segment: store_id, segment_type, segment_id and {@link
 * #COUNTED}, the JSON of {@link Counted}. Segments of too few visits have none, and no figure rests
 * on fewer than the rules allow.
 */
record SegmentFacts(PersonaRules rules) {
  /** Name of the JSON column. */
  static final String COUNTED = "counted";

  private static final String[] KEY = {
    Segments.STORE_ID, Segments.SEGMENT_TYPE, Segments.SEGMENT_ID
  };
  private static final String VISITS = "visits";
  private static final String RANK = "rank";
  private static final int SLOTS = 12;
  private static final int PRODUCTS = 12;
  private static final int PAIRS = 40;
  private static final int BASKETS_OF_A_PART = 2;

  /**
   * The facts.
   *
   * @param segments of one night
   * @param visits of {@link SegmentVisits}; read five times
   * @param pairs of the night, or the last before it
   */
  Dataset<Row> from(
      Dataset<Row> segments,
      Dataset<Row> visits,
      Dataset<Row> lines,
      Dataset<Row> pairs,
      Dataset<Row> products,
      Dataset<Row> stores,
      Dataset<Row> feedback) {
    Dataset<Row> told =
        segments.where(col(Segments.TRANSACTION_COUNT).geq(rules.leastSegmentVisits()));

    return told.join(stores.select(Stores.STORE_ID, Stores.CURRENCY), Stores.STORE_ID)
        .withColumn("window_days", datediff(col(Segments.LAST_ON), col(Segments.FIRST_ON)).plus(1))
        .join(slots(visits), KEY, "left")
        .join(paydays(visits), KEY, "left")
        .join(categories(visits), KEY, "left")
        .join(products(visits, lines), KEY, "left")
        .join(baskets(visits), KEY, "left")
        .join(opinions(feedback), KEY, "left")
        .join(edits(feedback), KEY, "left")
        .join(strongest(pairs, products), Segments.STORE_ID, "left")
        .select(
            col(Segments.STORE_ID),
            col(Segments.SEGMENT_TYPE),
            col(Segments.SEGMENT_ID),
            to_json(struct(counted())).as(COUNTED));
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

  /** When a segment comes: weekday and hour. */
  private Dataset<Row> slots(Dataset<Row> visits) {
    Dataset<Row> counts =
        visits
            .groupBy(
                keyed(
                    col(TransactionFeatures.DAY_OF_WEEK).as("weekday"),
                    col(TransactionFeatures.HOUR_OF_DAY).as("hour")))
            .agg(count(lit(1)).as(VISITS));

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
            .groupBy(keyed())
            .agg(
                count(when(isIn, lit(1))).as("visits_in"),
                count(when(not(isIn), lit(1))).as("visits_out"));
    Column payday =
        struct(col("visits_in"), col("days_in"), col("visits_out"), col("days_out")).as("payday");

    return counts.join(days, Segments.STORE_ID).select(keyed(payday));
  }

  private Dataset<Row> categories(Dataset<Row> visits) {
    Dataset<Row> counts =
        visits
            .select(keyed(explode(col(TransactionFeatures.CATEGORIES)).as("category")))
            .groupBy(keyed(col("category")))
            .agg(count(lit(1)).as(VISITS));

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
            .select(keyed(col(TransactionFeatures.SALE_ID)))
            .join(bought, new String[] {SaleLines.STORE_ID, SaleLines.SALE_ID})
            .groupBy(keyed(col(SaleLines.PRODUCT_KEY), col(SaleLines.CATEGORY)))
            .agg(count(lit(1)).as(VISITS));

    return most(counts, PRODUCTS, "products", SaleLines.PRODUCT_KEY, SaleLines.CATEGORY);
  }

  /**
   * Combinations of categories, drawn within each part of the day with chances as their visits
   * (Efraimidis and Spirakis, Information Processing Letters 2006, 97:181).
   */
  private Dataset<Row> baskets(Dataset<Row> visits) {
    Column hour = col(TransactionFeatures.HOUR_OF_DAY);
    Column part =
        when(hour.lt(4).or(hour.geq(18)), 3).when(hour.lt(11), 0).when(hour.lt(14), 1).otherwise(2);
    Dataset<Row> kinds =
        visits
            .select(
                keyed(
                    array_sort(col(TransactionFeatures.CATEGORIES)).as("categories"),
                    part.as("part"),
                    col(TransactionFeatures.TOTAL_VALUE)))
            .groupBy(keyed(col("categories"), col("part")))
            .agg(count(lit(1)).as(VISITS), avg(TransactionFeatures.TOTAL_VALUE).as("average_value"))
            .where(col(VISITS).geq(rules.leastVisits()));
    Column[] drawnBy =
        Stream.concat(
                Stream.of(lit(rules.seed())), Arrays.stream(keyed(col("categories"), col("part"))))
            .toArray(Column[]::new);
    Column chance = pmod(xxhash64(drawnBy), lit(1L << 40)).plus(1).divide(lit((1L << 40) + 1));
    Column place =
        row_number()
            .over(
                Window.partitionBy(keyed(col("part")))
                    .orderBy(log(chance).divide(col(VISITS)).desc(), col("categories")));

    return kinds
        .withColumn(RANK, place)
        .where(col(RANK).leq(BASKETS_OF_A_PART))
        .groupBy(keyed())
        .agg(listed("part", RANK, "categories", VISITS, "average_value").as("baskets"));
  }

  /** The newest of each segment. */
  private static Dataset<Row> opinions(Dataset<Row> feedback) {
    Column said = struct(col(PersonaFeedback.VERDICT), col(PersonaFeedback.NOTE));

    return feedback
        .where(col(PersonaFeedback.PART).isNull())
        .groupBy(keyed())
        .agg(max_by(said, col(PersonaFeedback.ENTERED_AT)).as("feedback"));
  }

  /** The newest of each part. */
  private static Dataset<Row> edits(Dataset<Row> feedback) {
    Column text = max_by(col(PersonaFeedback.NOTE), col(PersonaFeedback.ENTERED_AT)).as("text");

    return feedback
        .where(col(PersonaFeedback.PART).isNotNull())
        .groupBy(keyed(col(PersonaFeedback.PART)))
        .agg(text)
        .groupBy(keyed())
        .agg(listed(PersonaFeedback.PART, "text").as("edits"));
  }

  /** Of each store and level; what makes the most joint visits beyond chance comes first. */
  private static Dataset<Row> strongest(Dataset<Row> pairs, Dataset<Row> products) {
    Dataset<Row> last =
        pairs.groupBy(col(BasketRules.STORE_ID)).agg(max(BasketRules.AS_OF).as(BasketRules.AS_OF));
    Column strength = col(BasketRules.COUNT).multiply(log(col(BasketRules.LIFT)));
    Column place =
        row_number()
            .over(
                Window.partitionBy(col(BasketRules.STORE_ID), col(BasketRules.LEVEL))
                    .orderBy(
                        strength.desc(), col(BasketRules.ANTECEDENT), col(BasketRules.CONSEQUENT)));

    return pairs
        .join(last, new String[] {BasketRules.STORE_ID, BasketRules.AS_OF})
        .withColumn(RANK, place)
        .where(col(RANK).leq(PAIRS))
        .join(side(products, "antecedent_category"), BasketRules.ANTECEDENT, "left")
        .join(side(products, "consequent_category"), BasketRules.CONSEQUENT, "left")
        .groupBy(col(BasketRules.STORE_ID))
        .agg(
            listed(
                    BasketRules.LEVEL,
                    RANK,
                    BasketRules.ANTECEDENT,
                    "antecedent_category",
                    BasketRules.CONSEQUENT,
                    "consequent_category",
                    BasketRules.CONFIDENCE,
                    BasketRules.LIFT)
                .as("pairs"));
  }

  /** What a product is; the side of a pair of categories is none. */
  private static Dataset<Row> side(Dataset<Row> products, String category) {
    return products
        .groupBy(col(ProductCategories.PRODUCT_KEY).as(category.replace("_category", "")))
        .agg(max(ProductCategories.CATEGORY).as(category));
  }

  /** The first so many of a segment by visits, none of fewer visits than may be told. */
  private Dataset<Row> most(Dataset<Row> counts, int number, String name, String... columns) {
    Column[] order =
        Stream.concat(
                Stream.of(col(VISITS).desc()), Arrays.stream(columns).map(column -> col(column)))
            .toArray(Column[]::new);
    String[] fields =
        Stream.concat(Stream.of(RANK, VISITS), Arrays.stream(columns)).toArray(String[]::new);

    return counts
        .where(col(VISITS).geq(rules.leastVisits()))
        .withColumn(RANK, row_number().over(Window.partitionBy(keyed()).orderBy(order)))
        .where(col(RANK).leq(number))
        .groupBy(keyed())
        .agg(listed(fields).as(name));
  }

  private static Column listed(String... fields) {
    return array_sort(
        collect_list(
            struct(Arrays.stream(fields).map(field -> col(field)).toArray(Column[]::new))));
  }

  private static Column[] keyed(Column... others) {
    return Stream.concat(List.of(KEY).stream().map(name -> col(name)), Arrays.stream(others))
        .toArray(Column[]::new);
  }
}
