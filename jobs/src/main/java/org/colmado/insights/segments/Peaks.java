package org.colmado.insights.segments;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.colmado.insights.table.Segments;

/**
 * Finds the slots, hours or weekdays, in which a segment's visits are more than in its other open
 * slots, beyond what chance does (D20, D22).
 *
 * <p>Of each slot the mean visits per time it was open is held against the mean of the others: z =
 * (m - r) / sqrt(f m / n + f r / k), where f is the dispersion of counts within slots, at least 1
 * as for Poisson counts (McCullagh and Nelder 1989, 4.5.1). A peak needs z above the limit, which
 * holds the chance of any false peak over all slots at 1 % (Bonferroni), at least three openings,
 * and a rate a tenth above the others'.
 *
 * @param slot column of hours or weekdays
 * @param peaks name of the result column
 * @param limit of z: the normal quantile of 1 - 0.01 / number of slots
 */
public record Peaks(String slot, String peaks, double limit) {
  /** For 24 hours: z of 1 - 0.01 / 24. */
  public static final double OF_HOURS = 3.34;

  /** For 7 weekdays: z of 1 - 0.01 / 7. */
  public static final double OF_WEEKDAYS = 2.98;

  private static final double LEAST_LIFT = 1.1;
  private static final int LEAST_OPENINGS = 3;

  private static final String VISITS = "visits";
  private static final String SQUARES = "squares";
  private static final String OPENINGS = "openings";

  /**
   * One row a segment that has a peak: store_id, segment_type, segment_id and the slots in order.
   *
   * @param counts visits of a segment by time the slot was open; times without a visit may be
   *     absent
   * @param openings how many times each slot was open, by store, segment_type, segment_id and slot
   */
  public Dataset<Row> from(Dataset<Row> counts, Dataset<Row> openings) {
    WindowSpec segment =
        Window.partitionBy(Segments.STORE_ID, Segments.SEGMENT_TYPE, Segments.SEGMENT_ID);
    Column mean = col(VISITS).divide(col(OPENINGS));
    Column within = col(SQUARES).minus(col(VISITS).multiply(mean));
    Column freedom =
        greatest(sum(OPENINGS).over(segment).minus(count(lit(1)).over(segment)), lit(1));
    Column dispersion =
        greatest(
            sum(when(mean.gt(0), within.divide(mean))).over(segment).divide(freedom), lit(1.0));
    Column otherOpenings = sum(OPENINGS).over(segment).minus(col(OPENINGS));
    Column otherMean =
        sum(VISITS).over(segment).minus(col(VISITS)).divide(greatest(otherOpenings, lit(1)));
    Column error =
        sqrt(
            dispersion.multiply(
                mean.divide(col(OPENINGS))
                    .plus(otherMean.divide(greatest(otherOpenings, lit(1))))));

    return totals(counts, openings)
        .withColumn("mean", mean)
        .withColumn("other_mean", otherMean)
        .withColumn("other_openings", otherOpenings)
        .withColumn("z", mean.minus(otherMean).divide(error))
        .where(isPeak())
        .groupBy(Segments.STORE_ID, Segments.SEGMENT_TYPE, Segments.SEGMENT_ID)
        .agg(array_sort(collect_list(col(slot).cast("int"))).as(peaks));
  }

  private Dataset<Row> totals(Dataset<Row> counts, Dataset<Row> openings) {
    Dataset<Row> sums =
        counts
            .groupBy(Segments.STORE_ID, Segments.SEGMENT_TYPE, Segments.SEGMENT_ID, slot)
            .agg(
                sum(VISITS).cast("double").as(VISITS),
                sum(col(VISITS).multiply(col(VISITS))).cast("double").as(SQUARES));

    return openings
        .join(
            sums,
            new String[] {Segments.STORE_ID, Segments.SEGMENT_TYPE, Segments.SEGMENT_ID, slot},
            "left")
        .withColumn(VISITS, coalesce(col(VISITS), lit(0.0)))
        .withColumn(SQUARES, coalesce(col(SQUARES), lit(0.0)));
  }

  private Column isPeak() {
    return col("mean")
        .gt(0)
        .and(col("z").gt(limit))
        .and(col(OPENINGS).geq(LEAST_OPENINGS))
        .and(col("other_openings").geq(LEAST_OPENINGS))
        .and(col("mean").geq(col("other_mean").multiply(LEAST_LIFT)));
  }
}
