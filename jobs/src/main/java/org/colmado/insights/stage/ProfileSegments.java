package org.colmado.insights.stage;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.colmado.insights.run.Outcome;
import org.colmado.insights.run.Run;
import org.colmado.insights.run.Stage;
import org.colmado.insights.schema.Columns;
import org.colmado.insights.segments.SegmentProfiles;
import org.colmado.insights.segments.SegmentRules;
import org.colmado.insights.segments.missions.MissionModel;
import org.colmado.insights.table.HourlySales;
import org.colmado.insights.table.MissionModels;
import org.colmado.insights.table.Segments;
import org.colmado.insights.table.TransactionFeatures;

/** Reads {@link TransactionFeatures} and {@link HourlySales}, writes {@link Segments}. */
public final class ProfileSegments implements Stage {
  @Override
  public String name() {
    return "segments";
  }

  @Override
  public Outcome run(Run run) {
    SegmentRules rules = SegmentRules.read(run.conf().find("segments.yaml"));
    Map<String, MissionModel> models = MissionModel.inUse(run.small().rows(MissionModels.TABLE));
    Column counted = col(TransactionFeatures.BUSINESS_ON).leq(lit(run.asOf()));
    Dataset<Row> features = run.lake().read(TransactionFeatures.TABLE).where(counted);
    Dataset<Row> hourly = run.lake().read(HourlySales.TABLE).where(counted);

    Dataset<Row> segments =
        new SegmentProfiles(rules, models, run.config().segments().windowDays())
            .from(features, hourly)
            .withColumn(Columns.AS_OF, lit(run.asOf()))
            .withColumn(Columns.RUN_ID, lit(run.runId()))
            .withColumn(Segments.RULES_VERSION, lit(RulesVersion.of(run, rules)));
    String[] columns = Segments.TABLE.schema().names().toArray(String[]::new);
    List<Row> rows = segments.selectExpr(columns).collectAsList();
    if (rows.isEmpty()) {
      return Outcome.NOTHING;
    }

    run.lake().upsert(Segments.TABLE, rows);
    return Outcome.wrote(rows.size(), rows.size());
  }
}
