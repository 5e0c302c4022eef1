package org.colmado.insights.stage;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.colmado.insights.table.IssuedScores.ACTUAL;
import static org.colmado.insights.table.IssuedScores.AS_OF;
import static org.colmado.insights.table.IssuedScores.OVERRIDE_VALUE;
import static org.colmado.insights.table.IssuedScores.STORE_ID;
import static org.colmado.insights.table.IssuedScores.TARGET_ON;
import static org.colmado.insights.table.IssuedScores.YHAT;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.colmado.insights.forecast.evaluation.ScoredForecasts;
import org.colmado.insights.forecast.history.CategoryRevenue;
import org.colmado.insights.lake.BusinessDayStart;
import org.colmado.insights.plans.demand.AdjustedForecast;
import org.colmado.insights.run.Outcome;
import org.colmado.insights.run.Run;
import org.colmado.insights.schema.Columns;
import org.colmado.insights.scoring.ScoreRules;
import org.colmado.insights.spark.IntermediateResults;
import org.colmado.insights.table.DemandForecast;
import org.colmado.insights.table.ForecastOverrides;
import org.colmado.insights.table.HourlySales;
import org.colmado.insights.table.IssuedScores;
import org.colmado.insights.table.Sales;
import org.colmado.insights.table.Stores;

/**
 * Reads {@link DemandForecast} of the days that passed, {@link HourlySales}, {@link Sales} and
 * {@link ForecastOverrides}; writes {@link IssuedScores}. The work to do follows from the tables
 * alone: the days after the store's last scored day and some before it are scored, and new or
 * changed scores are written in one commit.
 *
 * @param from lower limit: only targets after this day
 * @param since one row for each recently scored store: only targets after its day
 */
record ScoreIssuedForecasts(Run run, LocalDate from, Dataset<Row> since) {
  private static final LocalDate EVER = LocalDate.of(1970, 1, 1);
  private static final int WEEK = 7;

  /** Maximum lead time of an issued forecast in days. */
  private static final int MAX_AHEAD_DAYS = 14;

  private static final String SINCE_ON = "since_on";
  private static final String BEFORE = "_before";
  private static final String WAS_THERE = "was_there";
  private static final String[] KEY = IssuedScores.TABLE.key().toArray(String[]::new);

  static Outcome run(Run run, ScoreRules.Scoring rules) {
    try (IntermediateResults intermediate = new IntermediateResults()) {
      LocalDate from = run.asOf().minusDays(rules.lateDays());
      Dataset<Row> since = intermediate.checkpointed(since(run, from, rules.rescoreDays()));

      return new ScoreIssuedForecasts(run, since.isEmpty() ? EVER : from, since)
          .written(intermediate);
    }
  }

  /**
   * One row for each recently scored store: the day from which it is scored again, extended to a
   * full week.
   */
  private static Dataset<Row> since(Run run, LocalDate from, int rescoreDays) {
    Column isLate = col(TARGET_ON).gt(lit(from)).and(col(TARGET_ON).leq(lit(run.asOf())));

    return run.lake()
        .read(IssuedScores.TABLE)
        .where(isLate)
        .groupBy(col(STORE_ID))
        .agg(date_sub(max(TARGET_ON), rescoreDays + WEEK - 1).as(SINCE_ON));
  }

  private Outcome written(IntermediateResults intermediate) {
    Dataset<Row> scores = intermediate.checkpointed(scores(intermediate));
    Dataset<Row> before =
        inWindow(run.lake().read(IssuedScores.TABLE).where(isPast(col(TARGET_ON))));
    Dataset<Row> changed = intermediate.checkpointed(changed(scores, before));
    Dataset<Row> gone = intermediate.checkpointed(before.join(scores, KEY, "left_anti"));
    Row counts = changed.agg(count(lit(1)), count(WAS_THERE)).first();
    if (counts.getLong(1) > 0 || !gone.isEmpty()) {
      Column within = col("kept." + TARGET_ON).gt(lit(from));
      run.lake().merge(IssuedScores.TABLE, changed, gone, within);
    } else if (counts.getLong(0) > 0) {
      run.lake().append(IssuedScores.TABLE, changed.coalesce(1), counts.getLong(0));
    }
    return Outcome.wrote(scores.count(), counts.getLong(0));
  }

  /** New and changed scores: {@link #WAS_THERE} is null or true. */
  private static Dataset<Row> changed(Dataset<Row> scores, Dataset<Row> before) {
    Column isSame =
        Stream.of(YHAT, ACTUAL, OVERRIDE_VALUE)
            .map(number -> scores.col(number).eqNullSafe(col(number + BEFORE)))
            .reduce(Column::and)
            .orElseThrow();
    List<Column> known = new ArrayList<>(Stream.of(KEY).map(functions::col).toList());
    Stream.of(YHAT, ACTUAL, OVERRIDE_VALUE)
        .forEach(number -> known.add(col(number).as(number + BEFORE)));
    known.add(lit(true).as(WAS_THERE));

    return scores
        .join(before.select(known.toArray(Column[]::new)), KEY, "left")
        .where(col(WAS_THERE).isNull().or(not(isSame)));
  }

  private Dataset<Row> scores(IntermediateResults intermediate) {
    Column earliest = lit(from.minusDays(MAX_AHEAD_DAYS));
    Dataset<Row> issued =
        run.lake()
            .read(DemandForecast.TABLE)
            .where(col(AS_OF).geq(earliest).and(col(AS_OF).lt(lit(run.asOf()))));
    Dataset<Row> hours =
        intermediate.checkpointed(
            run.lake().read(HourlySales.TABLE).where(isPast(col(HourlySales.BUSINESS_ON))));
    Dataset<Row> visits =
        run.lake()
            .read(Sales.TABLE)
            .where(isPast(col(Sales.BUSINESS_ON)))
            .where(not(col(Sales.IS_RETURN)).and(not(col(Sales.IS_CANCELLED))));

    Dataset<Row> categories = intermediate.checkpointed(CategoryRevenue.byDay(visits));
    Dataset<Row> beside =
        intermediate.checkpointed(
            new AdjustedForecast(enteredBefore()).withOverrides(inWindow(issued)));

    return new ScoredForecasts(hours, categories)
        .from(beside)
        .withColumn(IssuedScores.SCORED_ON, lit(run.asOf()))
        .withColumn(Columns.RUN_ID, lit(run.runId()));
  }

  /** Overrides that were entered before their target day began. */
  private Dataset<Row> enteredBefore() {
    Column begins =
        BusinessDayStart.at(
            col(TARGET_ON), col(Stores.DAY_STARTS_AT_MINUTE), col(Stores.TIME_ZONE));
    Dataset<Row> clocks =
        run.small()
            .read(Stores.TABLE)
            .select(Stores.STORE_ID, Stores.DAY_STARTS_AT_MINUTE, Stores.TIME_ZONE);

    return run.lake()
        .read(ForecastOverrides.TABLE)
        .where(isPast(col(TARGET_ON)))
        .join(clocks, STORE_ID)
        .where(col(ForecastOverrides.ENTERED_AT).lt(begins));
  }

  private Column isPast(Column day) {
    return day.gt(lit(from)).and(day.leq(lit(run.asOf())));
  }

  /** Includes future days, so that weeks are complete. */
  private Dataset<Row> inWindow(Dataset<Row> rows) {
    return rows.join(broadcast(since), new String[] {STORE_ID}, "left")
        .where(col(TARGET_ON).gt(coalesce(col(SINCE_ON), lit(from))))
        .drop(SINCE_ON);
  }
}
