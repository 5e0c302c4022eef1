package org.colmado.insights.segments;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.colmado.insights.segments.missions.MissionModel;
import org.colmado.insights.table.HourlySales;
import org.colmado.insights.table.SegmentTrends;
import org.colmado.insights.table.Segments;
import org.colmado.insights.table.TransactionFeatures;

/**
 * Turns the visits of the last days of each store into the columns of {@link Segments} and {@link
 * SegmentTrends}: for each rule segment and each mission, also for empty ones. Spark counts in one
 * pass; the statistics of a store are computed in plain Java on the executor.
 *
 * @param models of the missions in use, by store
 * @param stores by id; a store that is absent has no trends
 * @param windowDays how many days count, up to the store's last day with visits
 */
public record SegmentProfiles(
    SegmentRules rules,
    Map<String, MissionModel> models,
    Map<String, StoreTerms> stores,
    int windowDays) {
  /** Field of the result: columns of {@link Segments}, one entry for each segment. */
  public static final String PROFILES = StoreProfiles.PROFILES;

  /** Field of the result: columns of {@link SegmentTrends}, two entries for each segment. */
  public static final String TRENDS = StoreProfiles.TRENDS;

  private static final String OLDEST_RULES = "oldest_rules";
  private static final String NEWEST_RULES = "newest_rules";
  private static final String DAY = TransactionFeatures.BUSINESS_ON;

  /**
   * One row a store: store_id, first_on, last_on, {@link #PROFILES} and {@link #TRENDS}.
   *
   * @param features rows of {@link TransactionFeatures} up to the as-of day; read here for each
   *     store's last day
   * @param hourly rows of {@link HourlySales}
   */
  public Dataset<Row> from(Dataset<Row> features, Dataset<Row> hourly) {
    Dataset<Row> visits = features.where(col(TransactionFeatures.IS_VISIT));
    List<Row> found = windows(visits).collectAsList();
    Dataset<Row> windows =
        broadcast(features.sparkSession().createDataFrame(found, windows(visits).schema()));
    Column isLate = col(DAY).geq(lit(earliest(found)));
    Dataset<Row> counted =
        visits
            .where(isLate)
            .join(windows, Segments.STORE_ID)
            .where(col(DAY).between(col(Segments.FIRST_ON), col(Segments.LAST_ON)));
    Dataset<Row> open = hourly.where(isLate.and(col(HourlySales.STATE).equalTo(HourlySales.OPEN)));

    return VisitCounts.byStore(counted, open)
        .join(windows, Segments.STORE_ID)
        .select(
            col(Segments.STORE_ID),
            col(Segments.FIRST_ON),
            col(Segments.LAST_ON),
            computed(found).as("computed"))
        .select("*", "computed.*")
        .drop("computed");
  }

  /** The window of each store: a store that closed last month keeps its last profile. */
  private Dataset<Row> windows(Dataset<Row> visits) {
    Column last = max(DAY);

    return visits
        .groupBy(col(Segments.STORE_ID))
        .agg(
            greatest(min(DAY), date_sub(last, windowDays - 1)).as(Segments.FIRST_ON),
            last.as(Segments.LAST_ON),
            min(TransactionFeatures.RULES_VERSION).as(OLDEST_RULES),
            max(TransactionFeatures.RULES_VERSION).as(NEWEST_RULES));
  }

  /** The first day of any window, so that older files are skipped. */
  private static LocalDate earliest(List<Row> windows) {
    return windows.stream()
        .map(window -> window.<LocalDate>getAs(Segments.FIRST_ON))
        .min(Comparator.naturalOrder())
        .orElse(LocalDate.EPOCH);
  }

  private Column computed(List<Row> windows) {
    Map<String, List<Segment>> missions = new TreeMap<>();
    models.forEach((store, model) -> missions.put(store, SegmentFamilies.segments(model)));
    StoreProfiles profiles =
        new StoreProfiles(SegmentFamilies.segments(rules), missions, comparable(windows));
    UserDefinedFunction computed = udf(profiles, StoreProfiles.RESULT);

    return computed.apply(
        col(Segments.STORE_ID),
        struct(col(VisitCounts.COUNTS)),
        col(Segments.FIRST_ON),
        col(Segments.LAST_ON));
  }

  /** Every store's currency, and whether all its visits were assigned by the rules in use. */
  private Map<String, StoreProfiles.Terms> comparable(List<Row> windows) {
    return windows.stream()
        .filter(window -> stores.containsKey(window.<String>getAs(Segments.STORE_ID)))
        .collect(
            Collectors.toMap(window -> window.<String>getAs(Segments.STORE_ID), this::comparable));
  }

  private StoreProfiles.Terms comparable(Row window) {
    StoreTerms store = stores.get(window.<String>getAs(Segments.STORE_ID));
    boolean areOfTodaysRules =
        store.rulesVersion().equals(window.getAs(OLDEST_RULES))
            && store.rulesVersion().equals(window.getAs(NEWEST_RULES));

    return new StoreProfiles.Terms(store.currency(), areOfTodaysRules);
  }
}
