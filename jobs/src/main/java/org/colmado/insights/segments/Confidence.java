package org.colmado.insights.segments;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.colmado.insights.table.Segments;
import org.colmado.insights.table.TransactionFeatures;

/**
 * How surely and how much a segment's visits differ from the others, 0 to 1 (D26).
 *
 * <p>A segment differs by its definition in what defines it, on random tickets too. So it is held
 * against the rest of the store in what does not: parts of the day by main category and value band,
 * the other families by hour and weekday. With Q the chi-squared statistic of segment against rest
 * and d its degrees of freedom:
 *
 * <ul>
 *   <li>how surely: the share of Q that is more than chance gives once in a hundred times, (Q -
 *       q99) / Q: Higgins and Thompson's I-squared (Statistics in Medicine 2002, 21:1539) with the
 *       quantile in the place of its mean, by Wilson and Hilferty's approximation;
 *   <li>how much: Cohen's w = sqrt((Q - d) (1 - n/N) / n), against his medium effect of 0.3
 *       (Statistical Power Analysis 1988, 7.2), at most 1.
 * </ul>
 *
 * <p>The confidence is their product: 0 for random tickets however many, 0 for few tickets however
 * odd, near 1 for many that clearly are of a kind.
 */
final class Confidence {
  private static final double MEDIUM_EFFECT = 0.3;
  private static final double Z_99 = 2.326;

  /** Cells with fewer expected visits say nothing by chi-squared (Cochran 1954). */
  private static final double LEAST_EXPECTED = 5;

  private static final String VARIABLE = "variable";
  private static final String CELL = "cell";
  private static final String VISITS = "visits";

  private Confidence() {}

  /** One row a segment: store_id, segment_type, segment_id, confidence_score. */
  static Dataset<Row> from(Dataset<Row> visits) {
    return visits
        .transform(Confidence::counted)
        .transform(Families::each)
        .where(doesNotDefine())
        .transform(Confidence::withExpected)
        .transform(Confidence::statistics)
        .select(
            col(Segments.STORE_ID),
            col(Segments.SEGMENT_TYPE),
            col(Segments.SEGMENT_ID),
            score().as(Segments.CONFIDENCE_SCORE));
  }

  /** Visits by all three segments and each cell of each variable: few rows, whatever the visits. */
  static Dataset<Row> counted(Dataset<Row> visits) {
    Column cells =
        array(
            cell("category", TransactionFeatures.MAIN_CATEGORY),
            cell("value", TransactionFeatures.VALUE_SEGMENT),
            cell("hour", TransactionFeatures.HOUR_OF_DAY),
            cell("weekday", TransactionFeatures.DAY_OF_WEEK));

    return visits
        .select(
            col(Segments.STORE_ID),
            col(Families.COLUMNS.get(0)),
            col(Families.COLUMNS.get(1)),
            col(Families.COLUMNS.get(2)),
            explode(cells).as("c"))
        .select(col("*"), col("c.*"))
        .groupBy(
            Segments.STORE_ID,
            Families.COLUMNS.get(0),
            Families.COLUMNS.get(1),
            Families.COLUMNS.get(2),
            VARIABLE,
            CELL)
        .agg(count(lit(1)).as(VISITS));
  }

  private static Column doesNotDefine() {
    Column ofDay = col(Segments.SEGMENT_TYPE).equalTo(Families.TEMPORAL);

    return when(ofDay, col(VARIABLE).isin("category", "value"))
        .otherwise(col(VARIABLE).isin("hour", "weekday"));
  }

  static Dataset<Row> withExpected(Dataset<Row> counts) {
    List<String> segment = List.of(Segments.STORE_ID, Segments.SEGMENT_TYPE, VARIABLE);
    Column ofSegment =
        sum("x")
            .over(
                Window.partitionBy(
                    Segments.STORE_ID, Segments.SEGMENT_TYPE, VARIABLE, Segments.SEGMENT_ID));
    Column ofCell =
        sum("x").over(Window.partitionBy(Segments.STORE_ID, Segments.SEGMENT_TYPE, VARIABLE, CELL));
    Column ofStore =
        sum("x").over(Window.partitionBy(segment.get(0), segment.get(1), segment.get(2)));

    return everyCell(counts)
        .withColumn("n", ofSegment)
        .withColumn("t", ofCell)
        .withColumn("total", ofStore)
        .withColumn("expected", col("t").multiply(col("n")).divide(col("total")));
  }

  /** A cell that the rest has and the segment has not counts too, as 0. */
  private static Dataset<Row> everyCell(Dataset<Row> counts) {
    Dataset<Row> cells =
        counts.select(Segments.STORE_ID, Segments.SEGMENT_TYPE, VARIABLE, CELL).distinct();
    Dataset<Row> segments =
        counts.select(Segments.STORE_ID, Segments.SEGMENT_TYPE, Segments.SEGMENT_ID).distinct();
    Dataset<Row> sums =
        counts
            .groupBy(Segments.STORE_ID, Segments.SEGMENT_TYPE, Segments.SEGMENT_ID, VARIABLE, CELL)
            .agg(sum(VISITS).cast("double").as("x"));

    return cells
        .join(segments, new String[] {Segments.STORE_ID, Segments.SEGMENT_TYPE})
        .join(
            sums,
            new String[] {
              Segments.STORE_ID, Segments.SEGMENT_TYPE, Segments.SEGMENT_ID, VARIABLE, CELL
            },
            "left")
        .na()
        .fill(0.0, new String[] {"x"});
  }

  /** Q and its degrees of freedom over the variables that do not define the segment. */
  static Dataset<Row> statistics(Dataset<Row> cells) {
    Column rest = lit(1.0).minus(col("n").divide(col("total")));
    Column usable = col("expected").geq(LEAST_EXPECTED).and(rest.gt(0));
    Column difference = col("x").minus(col("expected"));
    Column q =
        sum(when(usable, difference.multiply(difference).divide(col("expected").multiply(rest))));
    Column d = greatest(sum(when(usable, 1.0)).minus(1.0), lit(0.0));

    return cells
        .groupBy(
            Segments.STORE_ID, Segments.SEGMENT_TYPE, Segments.SEGMENT_ID, VARIABLE, "n", "total")
        .agg(q.as("q"), d.as("d"))
        .groupBy(Segments.STORE_ID, Segments.SEGMENT_TYPE, Segments.SEGMENT_ID)
        .agg(
            sum("q").as("q"),
            sum("d").as("d"),
            org.apache.spark.sql.functions.max("n").as("n"),
            org.apache.spark.sql.functions.max("total").as("total"));
  }

  private static Column score() {
    Column q = col("q");
    Column d = col("d");
    Column spread = lit(2.0).divide(lit(9.0).multiply(greatest(d, lit(1.0))));
    Column q99 =
        d.multiply(pow(lit(1.0).minus(spread).plus(sqrt(spread).multiply(Z_99)), lit(3.0)));
    Column surely = q.minus(q99).divide(q);
    Column rest = lit(1.0).minus(col("n").divide(col("total")));
    Column effect = sqrt(greatest(q.minus(d), lit(0.0)).multiply(rest).divide(col("n")));
    Column much = least(effect.divide(MEDIUM_EFFECT), lit(1.0));

    return when(d.gt(0).and(q.gt(q99)), surely.multiply(much)).otherwise(0.0);
  }

  private static Column cell(String variable, String column) {
    return struct(lit(variable).as(VARIABLE), col(column).cast("string").as(CELL));
  }
}
