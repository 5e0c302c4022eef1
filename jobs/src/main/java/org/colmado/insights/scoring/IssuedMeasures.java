package org.colmado.insights.scoring;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.colmado.insights.table.IssuedScores.ACTUAL;
import static org.colmado.insights.table.IssuedScores.AS_OF;
import static org.colmado.insights.table.IssuedScores.ERROR;
import static org.colmado.insights.table.IssuedScores.GRANULARITY;
import static org.colmado.insights.table.IssuedScores.HORIZON_DAYS;
import static org.colmado.insights.table.IssuedScores.MEASURE;
import static org.colmado.insights.table.IssuedScores.STORE_ID;
import static org.colmado.insights.table.IssuedScores.TARGET_ON;
import static org.colmado.insights.table.IssuedScores.YHAT;

import java.time.LocalDate;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.colmado.insights.table.ForecastAccuracy;
import org.colmado.insights.table.IssuedScores;

/**
 * Scorecard measures of issued forecasts, from {@link IssuedScores}: their error, also compared
 * with the error in the back-test.
 */
record IssuedMeasures(ScoreRules.Issued rules) {
  private static final String DAYS = "days";
  private static final String SCORED = "scored";
  private static final String ERRORS = "errors";
  private static final String ACTUALS = "actuals";
  private static final String OVER = "over";
  private static final String IN80 = "in80";
  private static final String JUDGED_ERRORS = "judged_errors";
  private static final String EXPECTED_ERRORS = "expected_errors";
  private static final String FROM = "used_from";
  private static final String UNTIL = "used_until";

  /**
   * Minimum expected tickets of a scored hour: at ln 2 a ticket is as likely as not. Of quieter
   * hours only those with a sale are known, so every forecast would look too low.
   */
  private static final double MIN_HOURLY = 0.69;

  /** Four measures of each series. */
  List<Measure> all() {
    return ScoredSeries.ALL.stream().flatMap(this::of).toList();
  }

  private Stream<Measure> of(ScoredSeries series) {
    double drift = rules.mostWapeOverBacktest();
    double least = rules.leastIn80Share();
    double most = rules.mostIn80Share();
    double bias = rules.mostBiasShare();

    return Stream.of(
        measure(series, "wape", ERRORS, ACTUALS, "0 or more, the less the better", v -> v >= 0),
        measure(
            series,
            "wape_over_backtest",
            JUDGED_ERRORS,
            EXPECTED_ERRORS,
            drift + " or less",
            value -> value <= drift),
        measure(
            series,
            "in80_share",
            IN80,
            SCORED,
            least + " to " + most,
            value -> value >= least && value <= most),
        measure(
            series,
            "bias",
            OVER,
            ACTUALS,
            "-%1$s to %1$s".formatted(bias),
            value -> Math.abs(value) <= bias));
  }

  private Measure measure(
      ScoredSeries series,
      String name,
      String part,
      String whole,
      String target,
      DoublePredicate holds) {
    String unlessFew =
        "%s; no value: fewer than %d scored days%s"
            .formatted(
                target,
                rules.leastDays(),
                whole.equals(EXPECTED_ERRORS) ? ", or no back-test at issue" : "");

    return new Measure(
        "issued_" + series.sum(name),
        series.ratio(part, whole, DAYS, rules.leastDays()),
        unlessFew,
        holds);
  }

  /**
   * One row for each store: its id, then its sums by series and name.
   *
   * @param scores rows of {@link IssuedScores}
   * @param accuracy rows of {@link ForecastAccuracy}
   * @param asOf last day included, for scores and back-tests
   */
  Dataset<Row> sums(Dataset<Row> scores, Dataset<Row> accuracy, LocalDate asOf) {
    Column isRecent =
        col(TARGET_ON)
            .gt(date_sub(lit(asOf), rules.windowDays()))
            .and(col(TARGET_ON).leq(lit(asOf)))
            .and(col(HORIZON_DAYS).leq(rules.aheadDays()));
    Column wasUsed = col(AS_OF).geq(col(FROM)).and(col(AS_OF).lt(col(UNTIL)));
    Column[] sums = ScoredSeries.ALL.stream().flatMap(IssuedMeasures::sums).toArray(Column[]::new);
    Dataset<Row> judged = champions(accuracy.where(col(AS_OF).leq(lit(asOf))));
    Dataset<Row> recent = scores.where(isRecent);

    return recent
        .join(judged, sameSeries(recent, judged).and(wasUsed), "left")
        .groupBy(recent.col(STORE_ID))
        .agg(count(lit(1)).as("issued_scored"), sums);
  }

  private static Column sameSeries(Dataset<Row> recent, Dataset<Row> judged) {
    return Stream.of(STORE_ID, GRANULARITY, MEASURE)
        .map(name -> recent.col(name).equalTo(judged.col("judged_" + name)))
        .reduce(Column::and)
        .orElseThrow();
  }

  /**
   * WAPE of each champion in its back-test, and the first and last issue day on which it was used.
   */
  private static Dataset<Row> champions(Dataset<Row> accuracy) {
    WindowSpec inOrder = Window.partitionBy(STORE_ID, GRANULARITY, MEASURE).orderBy(AS_OF);
    Column next = coalesce(lead(AS_OF, 1).over(inOrder), lit(LocalDate.of(9999, 12, 31)));

    return accuracy
        .where(col(ForecastAccuracy.IS_CHAMPION))
        .select(
            col(STORE_ID).as("judged_" + STORE_ID),
            col(GRANULARITY).as("judged_" + GRANULARITY),
            col(MEASURE).as("judged_" + MEASURE),
            col(AS_OF).as(FROM),
            next.as(UNTIL),
            col(ForecastAccuracy.WAPE));
  }

  private static Stream<Column> sums(ScoredSeries series) {
    Column ofSeries =
        col(GRANULARITY).equalTo(series.granularity()).and(col(MEASURE).equalTo(series.measure()));
    Column is = series.isHourly() ? ofSeries.and(col(YHAT).geq(MIN_HOURLY)) : ofSeries;
    Column error = abs(col(ERROR));
    Column isIn80 = col(ACTUAL).between(col(IssuedScores.LO80), col(IssuedScores.HI80));
    Column isJudged = is.and(col(ForecastAccuracy.WAPE).isNotNull());
    Column expected = col(ForecastAccuracy.WAPE).multiply(col(ACTUAL));

    return Stream.of(
        size(collect_set(when(is, col(TARGET_ON)))).as(series.sum(DAYS)),
        count(when(is, 1)).as(series.sum(SCORED)),
        sum(when(is, error)).as(series.sum(ERRORS)),
        sum(when(is, col(ACTUAL))).as(series.sum(ACTUALS)),
        sum(when(is, col(ERROR).multiply(-1))).as(series.sum(OVER)),
        count(when(is.and(isIn80), 1)).as(series.sum(IN80)),
        sum(when(isJudged, error)).as(series.sum(JUDGED_ERRORS)),
        sum(when(isJudged, expected)).as(series.sum(EXPECTED_ERRORS)));
  }
}
