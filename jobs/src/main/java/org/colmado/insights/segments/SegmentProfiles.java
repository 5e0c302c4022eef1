package org.colmado.insights.segments;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.dayofweek;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.colmado.insights.spark.Partitions;
import org.colmado.insights.spark.Scratch;
import org.colmado.insights.table.Columns;
import org.colmado.insights.table.HourlySales;
import org.colmado.insights.table.Segments;
import org.colmado.insights.table.TransactionFeatures;

/**
 * Turns the visits of the last days of each store into the columns of {@link Segments}: one row a
 * segment of the rules, empty ones too.
 *
 * @param windowDays how many days count, up to the store's last day with visits
 * @param scratch where the counts are kept that several columns are made of
 */
public record SegmentProfiles(SegmentRules rules, int windowDays, Scratch scratch) {
  private static final String[] SEGMENT = {
    Segments.STORE_ID, Segments.SEGMENT_TYPE, Segments.SEGMENT_ID
  };
  private static final List<String> SHARES =
      List.of(
          Segments.CATEGORY_SHARES,
          Segments.CATEGORY_LIFTS,
          Segments.PAYMENT_PREFERENCES,
          Segments.PAYMENT_VALUE_SHARES);
  private static final String VISITS = "visits";
  private static final String OPENINGS = "openings";
  private static final String OPEN_HOURS = "open_hours";
  private static final String OPEN_DAYS = "open_days";
  private static final double DAILY = 6.0 / 7;
  private static final double WEEKLY = 1.0 / 7;

  /**
   * The profiles, without as_of and run_id.
   *
   * @param features rows of {@link TransactionFeatures} up to the as-of day
   * @param hourly rows of {@link HourlySales}
   */
  public Dataset<Row> from(Dataset<Row> features, Dataset<Row> hourly) {
    Dataset<Row> visits = features.where(col(TransactionFeatures.IS_VISIT));
    Dataset<Row> windows = scratch.computed(windows(visits));
    Dataset<Row> counted = scratch.keep(byStore(inWindow(visits, windows)));
    Dataset<Row> open =
        scratch.keep(
            byStore(
                inWindow(hourly, windows).where(col(HourlySales.STATE).equalTo(HourlySales.OPEN))));
    Dataset<Row> cells = scratch.keep(cells(counted));

    return windows
        .crossJoin(broadcast(Families.definitions(features.sparkSession(), rules)))
        .join(totals(cells), SEGMENT, "left")
        .join(openTime(open), Segments.STORE_ID)
        .join(Mixes.categories(counted), SEGMENT, "left")
        .join(Mixes.tenders(counted), SEGMENT, "left")
        .join(Confidence.from(counted), SEGMENT, "left")
        .join(peakHours(cells, open), SEGMENT, "left")
        .join(peakDays(cells, open), SEGMENT, "left")
        .transform(SegmentProfiles::withShares)
        .transform(SegmentProfiles::withoutNulls);
  }

  /** Of each store the days that count: a store that closed last month keeps its last profile. */
  Dataset<Row> windows(Dataset<Row> visits) {
    return visits
        .groupBy(col(Segments.STORE_ID))
        .agg(
            max(TransactionFeatures.BUSINESS_ON).as(Segments.LAST_ON),
            min(TransactionFeatures.BUSINESS_ON).as("earliest_on"))
        .withColumn(
            Segments.FIRST_ON,
            greatest(col("earliest_on"), date_sub(col(Segments.LAST_ON), windowDays - 1)))
        .drop("earliest_on");
  }

  /** Each store whole in one partition: all that follows is by store, and moves no row again. */
  private static Dataset<Row> byStore(Dataset<Row> rows) {
    return rows.repartition(Partitions.of(rows.sparkSession()), col(Segments.STORE_ID));
  }

  private static Dataset<Row> inWindow(Dataset<Row> rows, Dataset<Row> windows) {
    Column day = col(TransactionFeatures.BUSINESS_ON);

    return rows.join(broadcast(windows), Segments.STORE_ID)
        .where(day.between(col(Segments.FIRST_ON), col(Segments.LAST_ON)))
        .drop(Segments.FIRST_ON, Segments.LAST_ON);
  }

  /** Visits of every segment by business day and hour. */
  private static Dataset<Row> cells(Dataset<Row> visits) {
    return visits
        .transform(Families::each)
        .groupBy(
            col(Segments.STORE_ID),
            col(Segments.SEGMENT_TYPE),
            col(Segments.SEGMENT_ID),
            col(TransactionFeatures.BUSINESS_ON),
            col(TransactionFeatures.DAY_OF_WEEK),
            col(TransactionFeatures.HOUR_OF_DAY).as(HourlySales.HOUR))
        .agg(
            count(lit(1)).as(VISITS),
            sum(TransactionFeatures.TOTAL_VALUE).as("value"),
            sum(TransactionFeatures.LINE_COUNT).as("lines"),
            sum(when(col(TransactionFeatures.IS_ANONYMOUS), 1L).otherwise(0L)).as("anonymous"));
  }

  private static Dataset<Row> totals(Dataset<Row> cells) {
    Column visits = sum(VISITS);

    return cells
        .groupBy(Segments.STORE_ID, Segments.SEGMENT_TYPE, Segments.SEGMENT_ID)
        .agg(
            visits.as(Segments.TRANSACTION_COUNT),
            sum("value").as(Segments.REVENUE_TOTAL),
            sum("value").divide(visits).as(Segments.AVG_BASKET_VALUE),
            sum("lines").divide(visits).as(Segments.AVG_ITEMS_PER_BASKET),
            sum("anonymous").divide(visits).as(Segments.ANONYMOUS_SHARE),
            count_distinct(col(TransactionFeatures.BUSINESS_ON)).as("active_days"));
  }

  private static Dataset<Row> openTime(Dataset<Row> open) {
    return open.groupBy(col(Segments.STORE_ID))
        .agg(
            count(lit(1)).as(OPEN_HOURS),
            count_distinct(col(HourlySales.BUSINESS_ON)).as(OPEN_DAYS));
  }

  private Dataset<Row> peakHours(Dataset<Row> cells, Dataset<Row> open) {
    Dataset<Row> openings =
        open.groupBy(Segments.STORE_ID, HourlySales.HOUR).agg(count(lit(1)).as(OPENINGS));
    Dataset<Row> segmentHours =
        cells.select(Segments.STORE_ID, Segments.SEGMENT_TYPE, Segments.SEGMENT_ID).distinct();
    Dataset<Row> ofParts =
        cells
            .where(col(Segments.SEGMENT_TYPE).equalTo(Families.TEMPORAL))
            .select(Segments.STORE_ID, Segments.SEGMENT_TYPE, Segments.SEGMENT_ID, HourlySales.HOUR)
            .distinct();
    Dataset<Row> slots =
        segmentHours
            .where(col(Segments.SEGMENT_TYPE).notEqual(Families.TEMPORAL))
            .join(openings, Segments.STORE_ID)
            .unionByName(
                ofParts.join(openings, new String[] {Segments.STORE_ID, HourlySales.HOUR}));

    return new Peaks(HourlySales.HOUR, Segments.PEAK_HOURS, Peaks.OF_HOURS).from(cells, slots);
  }

  private Dataset<Row> peakDays(Dataset<Row> cells, Dataset<Row> open) {
    String weekday = TransactionFeatures.DAY_OF_WEEK;
    Dataset<Row> openings =
        open.select(Segments.STORE_ID, HourlySales.BUSINESS_ON)
            .distinct()
            .withColumn(weekday, dayofweek(col(HourlySales.BUSINESS_ON)).minus(1))
            .groupBy(Segments.STORE_ID, weekday)
            .agg(count(lit(1)).as(OPENINGS));
    Dataset<Row> slots =
        cells
            .select(Segments.STORE_ID, Segments.SEGMENT_TYPE, Segments.SEGMENT_ID)
            .distinct()
            .join(openings, Segments.STORE_ID);
    Dataset<Row> daily =
        cells
            .groupBy(
                Segments.STORE_ID,
                Segments.SEGMENT_TYPE,
                Segments.SEGMENT_ID,
                weekday,
                TransactionFeatures.BUSINESS_ON)
            .agg(sum(VISITS).as(VISITS));

    return new Peaks(weekday, Segments.PEAK_DAYS, Peaks.OF_WEEKDAYS).from(daily, slots);
  }

  static Dataset<Row> withShares(Dataset<Row> profiles) {
    var family = Window.partitionBy(Segments.STORE_ID, Segments.SEGMENT_TYPE);
    Column visits = coalesce(col(Segments.TRANSACTION_COUNT), lit(0L));
    Column revenue = coalesce(col(Segments.REVENUE_TOTAL), lit(0).cast(Columns.MONEY));
    Column active = coalesce(col("active_days"), lit(0L)).divide(col(OPEN_DAYS));

    return profiles
        .withColumn(Segments.TRANSACTION_COUNT, visits)
        .withColumn(Segments.REVENUE_TOTAL, revenue)
        .withColumn(Segments.TRANSACTION_SHARE, visits.divide(sum(visits).over(family)))
        .withColumn(
            Segments.REVENUE_SHARE,
            revenue.cast("double").divide(sum(revenue.cast("double")).over(family)))
        .withColumn(Segments.VISITS_PER_OPEN_HOUR, visits.divide(col(OPEN_HOURS)))
        .withColumn(Segments.ACTIVE_DAY_SHARE, active)
        .withColumn(
            Segments.FREQUENCY_PATTERN,
            when(active.geq(DAILY), "daily")
                .when(active.geq(WEEKLY), "weekly")
                .when(active.gt(0), "occasional")
                .otherwise("none"));
  }

  private static Dataset<Row> withoutNulls(Dataset<Row> profiles) {
    Column noSlots = array().cast("array<int>");
    Column noNames = array().cast("array<string>");
    Dataset<Row> filled =
        profiles
            .withColumn(Segments.PEAK_HOURS, coalesce(col(Segments.PEAK_HOURS), noSlots))
            .withColumn(Segments.PEAK_DAYS, coalesce(col(Segments.PEAK_DAYS), noSlots))
            .withColumn(Segments.TOP_CATEGORIES, coalesce(col(Segments.TOP_CATEGORIES), noNames))
            .withColumn(
                Segments.CONFIDENCE_SCORE, coalesce(col(Segments.CONFIDENCE_SCORE), lit(0.0)));
    for (String shares : SHARES) {
      filled = filled.withColumn(shares, coalesce(col(shares), map().cast("map<string,double>")));
    }
    return filled;
  }
}
