package org.colmado.insights.job;

import static org.apache.spark.sql.functions.bool_or;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.colmado.insights.config.BadInputException;
import org.colmado.insights.features.HourlySeries;
import org.colmado.insights.features.OpenHours;
import org.colmado.insights.features.StaleDays;
import org.colmado.insights.features.TicketFeatures;
import org.colmado.insights.segments.BandsOfStores;
import org.colmado.insights.segments.RuleSegments;
import org.colmado.insights.segments.SegmentRules;
import org.colmado.insights.spark.Scratch;
import org.colmado.insights.table.CalendarDays;
import org.colmado.insights.table.Columns;
import org.colmado.insights.table.HourlySales;
import org.colmado.insights.table.Sales;
import org.colmado.insights.table.Stores;
import org.colmado.insights.table.TransactionFeatures;
import org.colmado.insights.table.ValueBands;

/**
 * Reads {@link Sales}, writes {@link HourlySales} and {@link TransactionFeatures} of the days that
 * changed. The features are written last: they say which days are done.
 */
final class BuildFeatures {
  private static final String[] DAY = {Sales.STORE_ID, Sales.BUSINESS_ON};

  private BuildFeatures() {}

  static Outcome run(Run run) {
    if (run.lake().exists(Sales.TABLE) && !run.lake().exists(CalendarDays.TABLE)) {
      throw new BadInputException(
          "Cannot build features: the lake has no calendar; run nightly with its stage calendar");
    }

    SegmentRules rules = SegmentRules.read(run.conf().find("segments.yaml"));
    Dataset<Row> sales =
        run.lake().read(Sales.TABLE).where(col(Sales.BUSINESS_ON).leq(lit(run.asOf())));

    try (Scratch scratch = new Scratch()) {
      String version = RulesVersion.of(run, rules);
      Dataset<Row> built = run.lake().read(TransactionFeatures.TABLE);
      Dataset<Row> staleDays =
          scratch.computed(new StaleDays(run.asOf(), version).from(sales, built));
      if (staleDays.isEmpty()) {
        return Outcome.NOTHING;
      }

      Dataset<Row> bands = bands(run, rules, sales, scratch);
      writeHours(run, sales, staleDays, scratch);
      return writeFeatures(run, rules, version, bands, sales, staleDays);
    }
  }

  private static Outcome writeFeatures(
      Run run,
      SegmentRules rules,
      String version,
      Dataset<Row> bands,
      Dataset<Row> sales,
      Dataset<Row> staleDays) {
    Dataset<Row> stores = run.lake().read(Stores.TABLE);
    Dataset<Row> calendar = run.lake().read(CalendarDays.TABLE);
    Dataset<Row> tickets = ofDays(sales, staleDays);

    Dataset<Row> features =
        new RuleSegments(rules, bands)
            .from(new TicketFeatures(stores, calendar).from(tickets))
            .withColumn(TransactionFeatures.RULES_VERSION, lit(version))
            .withColumn(Columns.AS_OF, lit(run.asOf()))
            .withColumn(Columns.RUN_ID, lit(run.runId()));
    Row counts = staleDays.agg(sum(StaleDays.TICKETS), bool_or(col(StaleDays.WAS_BUILT))).first();
    if (counts.getBoolean(1)) {
      run.lake().merge(TransactionFeatures.TABLE, features);
    } else {
      run.lake().append(TransactionFeatures.TABLE, features);
    }
    return Outcome.wrote(counts.getLong(0), counts.getLong(0));
  }

  /** Hours from a store's first stale day on: a day's state leans on the weeks before it. */
  private static void writeHours(
      Run run, Dataset<Row> sales, Dataset<Row> staleDays, Scratch scratch) {
    Dataset<Row> stores = run.lake().read(Stores.TABLE);
    Dataset<Row> calendar = run.lake().read(CalendarDays.TABLE);
    Dataset<Row> since =
        staleDays.groupBy(Sales.STORE_ID).agg(min(Sales.BUSINESS_ON).as("since_on"));

    Dataset<Row> hours =
        new OpenHours(stores, calendar, run.config().features().normalHoursDays())
            .from(new HourlySeries(stores, scratch).from(sales))
            .join(broadcast(since), Sales.STORE_ID)
            .where(col(Sales.BUSINESS_ON).geq(col("since_on")))
            .withColumn(Columns.AS_OF, lit(run.asOf()))
            .withColumn(Columns.RUN_ID, lit(run.runId()));
    writeHours(run, scratch.computed(hours), since);
  }

  /** An hour that was there and is not any more, as its sale moved to another day, is taken out. */
  private static void writeHours(Run run, Dataset<Row> hours, Dataset<Row> since) {
    Dataset<Row> before =
        run.lake()
            .read(HourlySales.TABLE)
            .join(broadcast(since), Sales.STORE_ID)
            .where(col(Sales.BUSINESS_ON).geq(col("since_on")));
    if (before.isEmpty()) {
      run.lake().append(HourlySales.TABLE, hours);
    } else {
      String[] key = HourlySales.TABLE.key().toArray(String[]::new);
      run.lake().merge(HourlySales.TABLE, hours, before.join(hours, key, "left_anti"));
    }
  }

  private static Dataset<Row> bands(
      Run run, SegmentRules rules, Dataset<Row> sales, Scratch scratch) {
    Dataset<Row> stores = run.lake().read(Stores.TABLE);
    Dataset<Row> known = run.lake().read(ValueBands.TABLE);
    Dataset<Row> bands = scratch.computed(new BandsOfStores(rules).from(stores, known, sales));
    if (!bands.isEmpty()) {
      run.lake().put(ValueBands.TABLE, bands);
    }
    return run.lake().read(ValueBands.TABLE);
  }

  /** Rows of the days; the first and last of them let Delta pass over files of other days. */
  private static Dataset<Row> ofDays(Dataset<Row> rows, Dataset<Row> days) {
    Row span = days.agg(min(Sales.BUSINESS_ON), max(Sales.BUSINESS_ON)).first();

    return rows.where(col(Sales.BUSINESS_ON).between(lit(span.get(0)), lit(span.get(1))))
        .join(broadcast(days), DAY, "left_semi");
  }
}
