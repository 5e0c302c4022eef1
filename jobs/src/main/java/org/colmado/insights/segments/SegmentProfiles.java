package org.colmado.insights.segments;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.inline;
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
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.colmado.insights.segments.missions.MissionModel;
import org.colmado.insights.table.HourlySales;
import org.colmado.insights.table.Segments;
import org.colmado.insights.table.TransactionFeatures;

/**
 * Turns the visits of the last days of each store into the columns of {@link Segments}: one row for
 * each rule segment and each mission, also for empty ones. Spark counts in one pass; the statistics
 * of a store are computed in plain Java on the executor.
 *
 * @param models of the missions in use, by store
 * @param windowDays how many days count, up to the store's last day with visits
 */
public record SegmentProfiles(
    SegmentRules rules, Map<String, MissionModel> models, int windowDays) {
  private static final String DAY = TransactionFeatures.BUSINESS_ON;

  /**
   * The profiles, without as_of and run_id.
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
            inline(profiles()));
  }

  /** The window of each store: a store that closed last month keeps its last profile. */
  private Dataset<Row> windows(Dataset<Row> visits) {
    Column last = max(DAY);

    return visits
        .groupBy(col(Segments.STORE_ID))
        .agg(
            greatest(min(DAY), date_sub(last, windowDays - 1)).as(Segments.FIRST_ON),
            last.as(Segments.LAST_ON));
  }

  /** The first day of any window, so that older files are skipped. */
  private static LocalDate earliest(List<Row> windows) {
    return windows.stream()
        .map(window -> window.<LocalDate>getAs(Segments.FIRST_ON))
        .min(Comparator.naturalOrder())
        .orElse(LocalDate.EPOCH);
  }

  private Column profiles() {
    ArrayType rows = DataTypes.createArrayType(SegmentProfile.COLUMNS, false);
    Map<String, List<Segment>> missions = new TreeMap<>();
    models.forEach((store, model) -> missions.put(store, SegmentFamilies.segments(model)));
    UserDefinedFunction profiles =
        udf(new StoreProfiles(SegmentFamilies.segments(rules), missions), rows);

    return profiles.apply(
        col(Segments.STORE_ID),
        struct(col(VisitCounts.COUNTS)),
        col(Segments.FIRST_ON),
        col(Segments.LAST_ON));
  }
}
