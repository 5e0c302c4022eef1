package org.colmado.insights.stage;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.colmado.insights.features.TicketFeatures;
import org.colmado.insights.run.Outcome;
import org.colmado.insights.run.Run;
import org.colmado.insights.run.Stage;
import org.colmado.insights.segments.missions.FitSettings;
import org.colmado.insights.segments.missions.FittedStores;
import org.colmado.insights.segments.missions.MissionRules;
import org.colmado.insights.segments.missions.Predecessor;
import org.colmado.insights.segments.missions.VisitSample;
import org.colmado.insights.table.CalendarDays;
import org.colmado.insights.table.MissionEvents;
import org.colmado.insights.table.MissionModels;
import org.colmado.insights.table.Sales;
import org.colmado.insights.table.SegmentQuality;
import org.colmado.insights.table.Stores;

/**
 * Reads a sample of {@link Sales}, writes {@link SegmentQuality}, {@link MissionEvents} and {@link
 * MissionModels}: of the stores that are due: once a week, or if the settings changed. The models
 * are written last, as they record which stores are done.
 */
public final class FindMissions implements Stage {
  @Override
  public String name() {
    return "missions";
  }

  @Override
  public Outcome run(Run run) {
    MissionRules rules = MissionRules.read(run.conf().find("missions.yaml"));
    Map<String, Predecessor> before = Predecessor.byStore(run.small().rows(MissionModels.TABLE));
    List<String> due = due(run, rules, before);
    if (due.isEmpty()) {
      return Outcome.NOTHING;
    }

    VisitSample sample = new VisitSample(rules);
    Dataset<Row> sales = sales(run, due);
    List<Row> windows = sample.windows(sales).collectAsList();
    if (windows.isEmpty()) {
      return Outcome.NOTHING;
    }

    FitSettings settings =
        new FitSettings(rules, run.asOf(), run.lake().version(Sales.TABLE), run.runId());
    List<Row> fits =
        new FittedStores(settings, before)
            .from(features(run, sample.from(sales, windows)), windows.size())
            .collectAsList();
    write(run, fits);
    return Outcome.wrote(fits.size(), fits.size());
  }

  /** Stores to fit. */
  private static List<String> due(Run run, MissionRules rules, Map<String, Predecessor> before) {
    return run.small().rows(Stores.TABLE).stream()
        .map(row -> row.<String>getAs(Stores.STORE_ID))
        .filter(store -> before.getOrDefault(store, Predecessor.NONE).isDue(run.asOf(), rules))
        .toList();
  }

  private static Dataset<Row> sales(Run run, List<String> due) {
    Column counted = col(Sales.BUSINESS_ON).leq(lit(run.asOf()));

    return run.lake().read(Sales.TABLE).where(counted.and(col(Sales.STORE_ID).isin(due.toArray())));
  }

  private static Dataset<Row> features(Run run, Dataset<Row> drawn) {
    Dataset<Row> stores = run.small().read(Stores.TABLE);
    Dataset<Row> calendar = run.small().read(CalendarDays.TABLE);

    return new TicketFeatures(stores, calendar).from(drawn);
  }

  private static void write(Run run, List<Row> fits) {
    List<Row> quality = listed(fits, FittedStores.QUALITY);
    List<Row> models = fits.stream().map(fit -> fit.<Row>getAs(FittedStores.MODEL)).toList();
    if (!quality.isEmpty()) {
      run.lake().upsert(SegmentQuality.TABLE, quality);
    }
    writeEvents(run, models, listed(fits, FittedStores.EVENTS));
    run.small().upsert(MissionModels.TABLE, models);
  }

  /** Also deletes events that a killed or earlier run of the same night wrote of these stores. */
  static void writeEvents(Run run, List<Row> models, List<Row> events) {
    Set<String> fitted =
        models.stream()
            .map(model -> model.<String>getAs(MissionModels.STORE_ID))
            .collect(Collectors.toSet());
    List<Row> known = run.small().rows(MissionEvents.TABLE);
    List<Row> others =
        known.stream()
            .filter(
                event ->
                    !event.getAs(MissionEvents.AS_OF).equals(run.asOf())
                        || !fitted.contains(event.<String>getAs(MissionEvents.STORE_ID)))
            .toList();
    if (others.size() == known.size()) {
      run.small().upsert(MissionEvents.TABLE, events);
    } else {
      run.small()
          .overwrite(MissionEvents.TABLE, Stream.concat(others.stream(), events.stream()).toList());
    }
  }

  private static List<Row> listed(List<Row> fits, String field) {
    return fits.stream().flatMap(fit -> fit.<Row>getList(fit.fieldIndex(field)).stream()).toList();
  }
}
