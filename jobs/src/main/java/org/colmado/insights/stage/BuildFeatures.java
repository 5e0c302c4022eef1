package org.colmado.insights.stage;

import static org.apache.spark.sql.functions.bool_or;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.colmado.insights.config.BadInputException;
import org.colmado.insights.features.HourlySeries;
import org.colmado.insights.features.SalesByHour;
import org.colmado.insights.features.StaleDays;
import org.colmado.insights.features.TicketFeatures;
import org.colmado.insights.run.Outcome;
import org.colmado.insights.run.Run;
import org.colmado.insights.run.Stage;
import org.colmado.insights.schema.Columns;
import org.colmado.insights.segments.BandsOfStores;
import org.colmado.insights.segments.RuleSegments;
import org.colmado.insights.segments.SegmentRules;
import org.colmado.insights.segments.missions.AssignedMissions;
import org.colmado.insights.segments.missions.MissionModel;
import org.colmado.insights.spark.IntermediateResults;
import org.colmado.insights.table.CalendarDays;
import org.colmado.insights.table.HourlySales;
import org.colmado.insights.table.MissionModels;
import org.colmado.insights.table.Sales;
import org.colmado.insights.table.Stores;
import org.colmado.insights.table.TransactionFeatures;
import org.colmado.insights.table.ValueBands;

/**
 * Reads {@link Sales}, writes {@link HourlySales} and {@link TransactionFeatures} of the days that
 * changed. The features are written last, as they record which days are done.
 */
public final class BuildFeatures implements Stage {
  private static final String[] DAY = {Sales.STORE_ID, Sales.BUSINESS_ON};

  @Override
  public String name() {
    return "features";
  }

  @Override
  public Outcome run(Run run) {
    requireCalendar(run);
    SegmentRules rules = SegmentRules.read(run.conf().find("segments.yaml"));
    Map<String, MissionModel> models = MissionModel.inUse(run.small().rows(MissionModels.TABLE));
    Dataset<Row> versions = RulesVersion.byStore(run, rules, models);

    try (IntermediateResults intermediate = new IntermediateResults()) {
      Dataset<Row> counted = intermediate.cachedNow(SalesByHour.from(sales(run)));
      Dataset<Row> staleDays = intermediate.cachedNow(staleDays(run, counted, versions));
      Row span = spanOf(staleDays);
      if (span.isNullAt(0)) {
        return Outcome.NOTHING;
      }

      writeBands(run, rules);
      writeHours(run, counted, staleDays, intermediate);
      Dataset<Row> features =
          features(run, rules, ofDays(sales(run), staleDays, span))
              .transform(new AssignedMissions(models)::from)
              .transform(rows -> withVersion(rows, versions));
      writeFeatures(run, features, span);
      return Outcome.wrote(span.getLong(0), span.getLong(0));
    }
  }

  private static void requireCalendar(Run run) {
    if (run.lake().exists(Sales.TABLE) && !run.lake().exists(CalendarDays.TABLE)) {
      throw new BadInputException(
          "Cannot build features: the lake has no calendar; run nightly with its stage calendar");
    }
  }

  private static Dataset<Row> sales(Run run) {
    return run.lake().read(Sales.TABLE).where(col(Sales.BUSINESS_ON).leq(lit(run.asOf())));
  }

  private static Dataset<Row> staleDays(Run run, Dataset<Row> counted, Dataset<Row> versions) {
    return new StaleDays(run.asOf(), versions)
        .from(counted, run.lake().read(TransactionFeatures.TABLE));
  }

  /**
   * The number of tickets of the stale days, whether any of them was built before, and the first
   * and last day.
   */
  private static Row spanOf(Dataset<Row> staleDays) {
    return staleDays
        .agg(
            sum(StaleDays.TICKETS),
            bool_or(col(StaleDays.WAS_BUILT)),
            min(Sales.BUSINESS_ON),
            max(Sales.BUSINESS_ON))
        .first();
  }

  /** Rows of the stale days; the span lets Delta skip files of other days. */
  private static Dataset<Row> ofDays(Dataset<Row> sales, Dataset<Row> staleDays, Row span) {
    return sales
        .where(col(Sales.BUSINESS_ON).between(lit(span.get(2)), lit(span.get(3))))
        .join(broadcast(staleDays), DAY, "left_semi");
  }

  private static void writeBands(Run run, SegmentRules rules) {
    List<Row> stores = run.small().rows(Stores.TABLE);
    List<Row> known = run.small().rows(ValueBands.TABLE);

    run.small().upsert(ValueBands.TABLE, new BandsOfStores(rules).from(stores, known, sales(run)));
  }

  private static void writeFeatures(Run run, Dataset<Row> features, Row span) {
    boolean anyWasBuilt = span.getBoolean(1);
    if (anyWasBuilt) {
      run.lake().merge(TransactionFeatures.TABLE, features);
    } else {
      run.lake().append(TransactionFeatures.TABLE, features, span.getLong(0));
    }
  }

  private static Dataset<Row> withVersion(Dataset<Row> features, Dataset<Row> versions) {
    return features
        .join(broadcast(versions), TransactionFeatures.STORE_ID)
        .withColumnRenamed(StaleDays.VERSION, TransactionFeatures.RULES_VERSION);
  }

  private static Dataset<Row> features(Run run, SegmentRules rules, Dataset<Row> tickets) {
    Dataset<Row> stores = run.small().read(Stores.TABLE);
    Dataset<Row> calendar = run.small().read(CalendarDays.TABLE);
    Dataset<Row> bands = run.small().read(ValueBands.TABLE);

    return new RuleSegments(rules, bands)
        .from(new TicketFeatures(stores, calendar).from(tickets))
        .withColumn(Columns.AS_OF, lit(run.asOf()))
        .withColumn(Columns.RUN_ID, lit(run.runId()));
  }

  /** Writes the hours from a store's first stale day on, as later states depend on earlier days. */
  private static void writeHours(
      Run run, Dataset<Row> counted, Dataset<Row> staleDays, IntermediateResults intermediate) {
    Dataset<Row> since =
        staleDays.groupBy(Sales.STORE_ID).agg(min(Sales.BUSINESS_ON).as("since_on"));
    HourlySeries series =
        HourlySeries.of(
            run.small().rows(Stores.TABLE),
            run.small().rows(CalendarDays.TABLE),
            run.config().features().normalHoursDays());
    Dataset<Row> hours =
        series
            .from(counted)
            .join(broadcast(since), Sales.STORE_ID)
            .where(col(Sales.BUSINESS_ON).geq(col("since_on")))
            .withColumn(Columns.AS_OF, lit(run.asOf()))
            .withColumn(Columns.RUN_ID, lit(run.runId()));

    if (run.lake().exists(HourlySales.TABLE)) {
      writeHours(run, intermediate.cachedNow(hours), since);
    } else {
      run.lake().append(HourlySales.TABLE, hours);
    }
  }

  /** Also deletes hours that no longer exist because their sale moved to another day. */
  private static void writeHours(Run run, Dataset<Row> hours, Dataset<Row> since) {
    Dataset<Row> before =
        run.lake()
            .read(HourlySales.TABLE)
            .join(broadcast(since), Sales.STORE_ID)
            .where(col(Sales.BUSINESS_ON).geq(col("since_on")));
    if (before.isEmpty()) {
      run.lake().append(HourlySales.TABLE, hours, hours.count());
    } else {
      String[] key = HourlySales.TABLE.key().toArray(String[]::new);
      run.lake().merge(HourlySales.TABLE, hours, before.join(hours, key, "left_anti"));
    }
  }
}
