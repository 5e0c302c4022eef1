package org.colmado.insights.personas.facts;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;
import static org.colmado.insights.personas.facts.SegmentColumns.RANK;
import static org.colmado.insights.personas.facts.SegmentColumns.VISITS;
import static org.colmado.insights.personas.facts.SegmentColumns.keyed;
import static org.colmado.insights.personas.facts.SegmentColumns.listed;

import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.colmado.insights.table.TransactionFeatures;

/**
 * Samples typical baskets of every segment: one row for each segment, with {@code baskets}, a list
 * of part, rank, categories, visits and average_value. They are combinations of categories, sampled
 * within each day part with probability proportional to their visits (Efraimidis and Spirakis,
 * Information Processing Letters 2006, 97:181); none is based on fewer visits than the rules allow.
 */
record UsualBaskets(PersonaRules rules) {
  private static final int BASKETS_OF_A_PART = 2;

  /**
   * The baskets.
   *
   * @param visits of {@link SegmentVisits}
   */
  Dataset<Row> from(Dataset<Row> visits) {
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
}
