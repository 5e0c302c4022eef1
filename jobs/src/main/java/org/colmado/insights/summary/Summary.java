package org.colmado.insights.summary;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.colmado.insights.run.Run;
import org.colmado.insights.schema.Columns;
import org.colmado.insights.table.HourlySales;
import org.colmado.insights.table.JobRuns;
import org.colmado.insights.table.MissionEvents;
import org.colmado.insights.table.SaleLines;
import org.colmado.insights.table.Sales;
import org.colmado.insights.table.SegmentPersonas;
import org.colmado.insights.table.SegmentTrends;
import org.colmado.insights.table.Segments;
import org.colmado.insights.table.StoreNotices;
import org.colmado.insights.table.Stores;
import org.colmado.insights.text.Language;

/** Prints the summary of a night for the owner, in the configured language. */
public final class Summary {
  private static final int STORES_SHOWN = 5;
  private static final int TICKETS_NAMED = 5;

  /** Missions are fitted once a week. */
  private static final int NEWS_DAYS = 7;

  private static final String STORE = Stores.STORE_ID;

  private final Run run;
  private final PrintStream out;
  private final Messages texts;

  private Summary(Run run, PrintStream out) {
    this.run = run;
    this.out = out;
    this.texts = new Messages(Language.of(run.config().language()));
  }

  public static void print(Run run, PrintStream out) {
    new Summary(run, out).print();
    out.flush();
  }

  private void print() {
    List<SalesFigures> trade =
        StoreFigures.trade(hours()).stream()
            .sorted(
                Comparator.comparing(SalesFigures::tickets)
                    .reversed()
                    .thenComparing(SalesFigures::store))
            .toList();
    if (trade.isEmpty()) {
      boolean hasSales = !run.lake().read(Sales.TABLE).isEmpty();
      say(hasSales ? "none.counted" : "none.sales", run.asOf());
      records();
      return;
    }

    List<SalesFigures> shown = trade.subList(0, Math.min(STORES_SHOWN, trade.size()));
    stores(shown);
    if (trade.size() > shown.size()) {
      out.println();
      say("more.stores", trade.size() - shown.size());
    }
    out.println();
    records();
  }

  private void stores(List<SalesFigures> shown) {
    Object[] ids = shown.stream().map(SalesFigures::store).toArray();
    Map<String, String> currencies = new HashMap<>();
    run.small()
        .rows(Stores.TABLE)
        .forEach(row -> currencies.put(row.getAs(STORE), row.getAs(Stores.CURRENCY)));
    Column isShown = StoreFigures.within(shown);
    Map<String, BestSlots> best = StoreFigures.bestSlots(hours().where(isShown));
    Map<String, List<Row>> segments =
        rows(segments(), ids).stream()
            .collect(Collectors.groupingBy(row -> row.<String>getAs(STORE)));
    Map<String, UnclassifiedFigures> unclassified =
        StoreFigures.unclassified(run.lake().read(SaleLines.TABLE).where(isShown));

    Map<String, List<PairFigures>> together = PairFigures.of(run, col(STORE).isin(ids));
    Map<String, ForecastFigures> coming = ForecastFigures.of(run, col(STORE).isin(ids));
    Map<String, ForecastFigures.Busiest> busiest = ForecastFigures.hands(run, col(STORE).isin(ids));
    Map<String, String> personas = personas(ids);
    Map<String, List<String>> notices = notices(ids);
    Map<String, List<String>> transitions = missionEvents();
    Map<String, List<String>> trends = trends(ids);

    for (SalesFigures trade : shown) {
      String store = trade.store();
      String currency = currencies.getOrDefault(store, run.config().storeDefaults().currency());
      StoreSummary section = new StoreSummary(out, texts, run.asOf(), currency);
      out.println();
      say("store", store);
      section.trade(trade);
      section.notices(notices.getOrDefault(store, List.of()));
      section.best(best.getOrDefault(store, BestSlots.NONE));
      section.segments(segments.getOrDefault(store, List.of()));
      section.changes(
          Stream.concat(
                  transitions.getOrDefault(store, List.of()).stream(),
                  trends.getOrDefault(store, List.of()).stream())
              .toList());
      section.together(together.getOrDefault(store, List.of()));
      Optional.ofNullable(coming.get(store)).ifPresent(section::coming);
      Optional.ofNullable(busiest.get(store)).ifPresent(section::hands);
      Optional.ofNullable(personas.get(store)).ifPresent(section::persona);
      Optional.ofNullable(unclassified.get(store)).ifPresent(section::unclassified);
    }
  }

  /** The text about the segment with the highest revenue of each store, preferably a mission. */
  private Map<String, String> personas(Object[] ids) {
    String[] key = {STORE, Segments.SEGMENT_TYPE, Segments.SEGMENT_ID};
    Column most =
        struct(
            col(Segments.SEGMENT_TYPE).equalTo("mission"),
            col(Segments.REVENUE_SHARE),
            col(Segments.SEGMENT_ID));
    Column text = col("persona_" + texts.language().code());

    return run
        .lake()
        .read(SegmentPersonas.TABLE)
        .where(col(Segments.AS_OF).equalTo(lit(run.asOf())).and(col(STORE).isin(ids)))
        .join(
            segments().select(col(STORE), col(key[1]), col(key[2]), col(Segments.REVENUE_SHARE)),
            key)
        .groupBy(col(STORE))
        .agg(max_by(text, most))
        .collectAsList()
        .stream()
        .collect(Collectors.toMap(row -> row.getString(0), row -> row.getString(1)));
  }

  /** What is odd about each store. */
  private Map<String, List<String>> notices(Object[] ids) {
    Column isOfTheNight = col(StoreNotices.AS_OF).equalTo(lit(run.asOf()));

    return texts(
        run.lake()
            .read(StoreNotices.TABLE)
            .where(isOfTheNight.and(col(STORE).isin(ids)))
            .collectAsList());
  }

  /** How segments of each store moved, as far as it is no chance, the surest first. */
  private Map<String, List<String>> trends(Object[] ids) {
    Column isOfTheNight = col(SegmentTrends.AS_OF).equalTo(lit(run.asOf()));
    Column isShown =
        col(STORE)
            .isin(ids)
            .and(col(SegmentTrends.SEGMENT_TYPE).isin(StoreSummary.TYPES.toArray()));
    List<Row> moved =
        new ArrayList<>(
            run.lake()
                .read(SegmentTrends.TABLE)
                .where(isOfTheNight.and(isShown))
                .where(col(SegmentTrends.VERDICT).isin("up", "down"))
                .collectAsList());
    moved.sort(Comparator.comparingDouble(row -> row.<Double>getAs(SegmentTrends.P_ADJUSTED)));
    return texts(moved);
  }

  /** What became of the missions of each store in the last week; not that they were found first. */
  private Map<String, List<String>> missionEvents() {
    return texts(
        run.small().rows(MissionEvents.TABLE).stream()
            .filter(row -> !row.getAs(MissionEvents.EVENT).equals(MissionEvents.FIRST))
            .filter(row -> isNews(row.getAs(MissionEvents.AS_OF)))
            .toList());
  }

  private boolean isNews(LocalDate on) {
    return on.isAfter(run.asOf().minusDays(NEWS_DAYS)) && !on.isAfter(run.asOf());
  }

  /** The texts in the owner's language, by store. */
  private Map<String, List<String>> texts(List<Row> rows) {
    String text = "text_" + texts.language().code();

    return rows.stream()
        .collect(
            Collectors.groupingBy(
                row -> row.<String>getAs(STORE),
                Collectors.mapping(row -> row.<String>getAs(text), Collectors.toList())));
  }

  /** Prints the dispositions of the records of this run. */
  private void records() {
    List<Row> ingests =
        run.lake()
            .read(JobRuns.TABLE)
            .where(
                col(JobRuns.STAGE)
                    .equalTo("ingest")
                    .and(col(Columns.RUN_ID).equalTo(run.runId()))
                    .and(col(JobRuns.STARTED_AT).geq(lit(run.startedAt()))))
            .collectAsList();
    for (Row ingest : ingests) {
      say(
          "records",
          ingest.<Long>getAs(JobRuns.ROWS_IN),
          ingest.<Long>getAs(JobRuns.ROWS_OUT),
          ingest.<Long>getAs(JobRuns.ROWS_REJECTED),
          ingest.<Long>getAs(JobRuns.ROWS_DUPLICATE));
      if (ingest.<Long>getAs(JobRuns.ROWS_REJECTED) > 0) {
        say("records.rejected");
        incomplete();
      }
    }
  }

  /** Names the tickets of this run that lost a row to the quarantine. */
  private void incomplete() {
    Dataset<Row> tickets =
        run.lake()
            .read(Sales.TABLE)
            .where(
                col(Sales.HAS_REFUSED_ROWS).and(col(Sales.INGESTED_AT).geq(lit(run.startedAt()))));
    long count = tickets.count();
    if (count > 0) {
      String named =
          tickets
              .orderBy(Sales.SALE_ID)
              .select(Sales.SALE_ID)
              .limit(TICKETS_NAMED)
              .as(Encoders.STRING())
              .collectAsList()
              .stream()
              .collect(Collectors.joining(", "));
      say("records.incomplete", count, named);
    }
  }

  private Dataset<Row> hours() {
    return run.lake()
        .read(HourlySales.TABLE)
        .where(col(HourlySales.BUSINESS_ON).leq(lit(run.asOf())));
  }

  private Dataset<Row> segments() {
    return run.lake()
        .read(Segments.TABLE)
        .where(
            col(Segments.AS_OF)
                .equalTo(lit(run.asOf()))
                .and(col(Segments.SEGMENT_TYPE).isin(StoreSummary.TYPES.toArray()))
                .and(col(Segments.TRANSACTION_COUNT).gt(0)));
  }

  private static List<Row> rows(Dataset<Row> rows, Object[] stores) {
    return new ArrayList<>(rows.where(col(STORE).isin(stores)).collectAsList());
  }

  private void say(String key, Object... values) {
    out.println(texts.of(key, values));
  }
}
