package org.colmado.insights.scoring;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.colmado.insights.table.IssuedScores.ACTUAL;
import static org.colmado.insights.table.IssuedScores.ERROR;
import static org.colmado.insights.table.IssuedScores.GRANULARITY;
import static org.colmado.insights.table.IssuedScores.HORIZON_DAYS;
import static org.colmado.insights.table.IssuedScores.MEASURE;
import static org.colmado.insights.table.IssuedScores.OVERRIDE_VALUE;
import static org.colmado.insights.table.IssuedScores.STORE_ID;
import static org.colmado.insights.table.IssuedScores.TARGET_ON;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.colmado.insights.table.DemandForecast;
import org.colmado.insights.table.IssuedScores;

/**
 * Compares the errors of the owner's overrides with those of the model on the same days, from
 * {@link IssuedScores}.
 *
 * @param aheadDays maximum lead time of the compared forecasts
 */
record OverrideMeasures(ScoreRules.Overrides rules, int aheadDays) {
  private static final List<ScoredSeries> SERIES =
      List.of(ScoredSeries.DAY_TICKETS, ScoredSeries.DAY_REVENUE);
  private static final String DAYS = "override_days";
  private static final String OWNERS = "override_errors";
  private static final String MODELS = "overridden_errors";
  private static final String ACTUALS = "overridden_actuals";

  /** Three measures of each series. */
  List<Measure> all() {
    return SERIES.stream().flatMap(this::of).toList();
  }

  private Stream<Measure> of(ScoredSeries series) {
    String noValue =
        "; no value: fewer than %d scored days with a number of the owner"
            .formatted(rules.leastDays());
    String anyIsGood = "0 or more, the less the better" + noValue;
    int least = rules.leastDays();

    return Stream.of(
        new Measure(
            "overrides_" + series.sum("wape"),
            series.ratio(OWNERS, ACTUALS, DAYS, least),
            anyIsGood,
            value -> value >= 0),
        new Measure(
            "overridden_" + series.sum("wape"),
            series.ratio(MODELS, ACTUALS, DAYS, least),
            anyIsGood,
            value -> value >= 0),
        new Measure(
            "overrides_" + series.sum("wape_over_model"),
            series.ratio(OWNERS, MODELS, DAYS, least),
            "1 or less" + noValue,
            value -> value <= 1));
  }

  /**
   * A row a store: its id, then its sums by series and name.
   *
   * @param scores rows of {@link IssuedScores}
   * @param asOf last day looked at
   */
  Dataset<Row> sums(Dataset<Row> scores, LocalDate asOf) {
    Column isRecent =
        col(TARGET_ON)
            .gt(date_sub(lit(asOf), rules.windowDays()))
            .and(col(TARGET_ON).leq(lit(asOf)));
    Column isOverridden =
        col(OVERRIDE_VALUE)
            .isNotNull()
            .and(col(GRANULARITY).equalTo(DemandForecast.DAY))
            .and(col(HORIZON_DAYS).leq(aheadDays));
    Column[] sums = SERIES.stream().flatMap(OverrideMeasures::sums).toArray(Column[]::new);

    return scores
        .where(isRecent.and(isOverridden))
        .groupBy(col(STORE_ID))
        .agg(count(lit(1)).as("overridden_scored"), sums);
  }

  private static Stream<Column> sums(ScoredSeries series) {
    Column is = col(MEASURE).equalTo(series.measure());
    Column owners = abs(col(ACTUAL).minus(col(OVERRIDE_VALUE)));

    return Stream.of(
        size(collect_set(when(is, col(TARGET_ON)))).as(series.sum(DAYS)),
        sum(when(is, owners)).as(series.sum(OWNERS)),
        sum(when(is, abs(col(ERROR)))).as(series.sum(MODELS)),
        sum(when(is, col(ACTUAL))).as(series.sum(ACTUALS)));
  }
}
