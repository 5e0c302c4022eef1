package org.colmado.insights.stage;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.colmado.insights.run.Outcome;
import org.colmado.insights.run.Run;
import org.colmado.insights.run.Stage;
import org.colmado.insights.schema.Columns;
import org.colmado.insights.schema.TableSpec;
import org.colmado.insights.segments.SegmentProfiles;
import org.colmado.insights.segments.SegmentRules;
import org.colmado.insights.segments.StoreTerms;
import org.colmado.insights.segments.missions.MissionModel;
import org.colmado.insights.table.HourlySales;
import org.colmado.insights.table.MissionModels;
import org.colmado.insights.table.SegmentTrends;
import org.colmado.insights.table.Segments;
import org.colmado.insights.table.Stores;
import org.colmado.insights.table.TransactionFeatures;

/**
 * Reads {@link TransactionFeatures} and {@link HourlySales}, writes {@link SegmentTrends} and
 * {@link Segments}, both from one count of the visits.
 */
public final class ProfileSegments implements Stage {
  @Override
  public String name() {
    return "segments";
  }

  @Override
  public Outcome run(Run run) {
    SegmentRules rules = SegmentRules.read(run.conf().find("segments.yaml"));
    String ofRules = RulesVersion.of(run, rules);
    List<Row> stores = perStore(run, rules, ofRules).collectAsList();
    List<Row> segments = rows(run, Segments.TABLE, stores, SegmentProfiles.PROFILES, ofRules);
    if (segments.isEmpty()) {
      return Outcome.NOTHING;
    }

    List<Row> trends = rows(run, SegmentTrends.TABLE, stores, SegmentProfiles.TRENDS, ofRules);
    run.lake().upsert(SegmentTrends.TABLE, trends);
    run.lake().upsert(Segments.TABLE, segments);
    long written = (long) segments.size() + trends.size();
    return Outcome.wrote(written, written);
  }

  private static Dataset<Row> perStore(Run run, SegmentRules rules, String ofRules) {
    Map<String, MissionModel> models = MissionModel.inUse(run.small().rows(MissionModels.TABLE));
    Map<String, StoreTerms> terms =
        run.small().rows(Stores.TABLE).stream()
            .collect(
                Collectors.toMap(
                    store -> store.<String>getAs(Stores.STORE_ID),
                    store ->
                        new StoreTerms(
                            store.getAs(Stores.CURRENCY),
                            RulesVersion.of(
                                ofRules, models.get(store.<String>getAs(Stores.STORE_ID))))));
    Column counted = col(TransactionFeatures.BUSINESS_ON).leq(lit(run.asOf()));
    Dataset<Row> features = run.lake().read(TransactionFeatures.TABLE).where(counted);
    Dataset<Row> hourly = run.lake().read(HourlySales.TABLE).where(counted);

    return new SegmentProfiles(rules, models, terms, run.config().segments().windowDays())
        .from(features, hourly);
  }

  /** The entries of a field of every store as rows of a table. */
  private static List<Row> rows(
      Run run, TableSpec table, List<Row> stores, String field, String ofRules) {
    return stores.stream()
        .flatMap(
            store ->
                store.<Row>getList(store.fieldIndex(field)).stream()
                    .map(entry -> row(run, table, store, entry, ofRules)))
        .toList();
  }

  private static Row row(Run run, TableSpec table, Row store, Row entry, String ofRules) {
    List<String> ofEntry = List.of(entry.schema().fieldNames());

    return RowFactory.create(
        table.schema().names().stream()
            .map(
                column ->
                    switch (column) {
                      case Columns.AS_OF -> run.asOf();
                      case Columns.RUN_ID -> run.runId();
                      case Segments.RULES_VERSION -> ofRules;
                      default ->
                          ofEntry.contains(column) ? entry.getAs(column) : store.getAs(column);
                    })
            .toArray());
  }
}
