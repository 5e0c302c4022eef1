package org.colmado.insights.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.colmado.insights.table.Columns;
import org.colmado.insights.table.HourlySales;
import org.colmado.insights.table.JobRuns;
import org.colmado.insights.table.SaleLines;
import org.colmado.insights.table.Sales;
import org.colmado.insights.table.Segments;
import org.colmado.insights.table.Stores;

/** What the shop's owner reads after a night, in the language of the settings. */
final class Summary {
  private static final int STORES_SHOWN = 5;
  private static final int SEGMENTS_SHOWN = 3;
  private static final List<String> TYPES = List.of("product_preference", "temporal");
  private static final String STORE = Stores.STORE_ID;

  private final Run run;
  private final PrintStream out;
  private final Texts texts;

  private Summary(Run run, PrintStream out) {
    this.run = run;
    this.out = out;
    this.texts = new Texts(run.config().language());
  }

  static void print(Run run, PrintStream out) {
    new Summary(run, out).print();
    out.flush();
  }

  private void print() {
    List<Row> trade =
        StoreFigures.trade(hours()).collectAsList().stream()
            .sorted(
                Comparator.comparing((Row row) -> -row.<Long>getAs(StoreFigures.TICKETS))
                    .thenComparing(row -> row.<String>getAs(STORE)))
            .toList();
    if (trade.isEmpty()) {
      boolean hasSales = !run.lake().read(Sales.TABLE).isEmpty();
      say(hasSales ? "none.counted" : "none.sales", run.asOf());
      records();
      return;
    }

    List<Row> shown = trade.subList(0, Math.min(STORES_SHOWN, trade.size()));
    stores(shown);
    if (trade.size() > shown.size()) {
      out.println();
      say("more.stores", trade.size() - shown.size());
    }
    out.println();
    records();
  }

  private void stores(List<Row> shown) {
    Object[] ids = shown.stream().map(row -> row.getAs(STORE)).toArray();
    Map<String, String> currencies = new HashMap<>();
    rows(run.lake().read(Stores.TABLE), ids)
        .forEach(row -> currencies.put(row.getAs(STORE), row.getAs(Stores.CURRENCY)));
    Map<String, List<Row>> peaks =
        byStore(rows(StoreFigures.peaks(hours().where(StoreFigures.within(shown))), ids));
    Map<String, List<Row>> segments = byStore(rows(segments(), ids));
    Dataset<Row> lines = run.lake().read(SaleLines.TABLE).where(StoreFigures.within(shown));
    Map<String, List<Row>> unclassified = byStore(rows(StoreFigures.unclassified(lines), ids));

    for (Row trade : shown) {
      String store = trade.getAs(STORE);
      String currency = currencies.getOrDefault(store, run.config().storeDefaults().currency());
      out.println();
      say("store", store);
      trade(trade, currency);
      peaks(peaks.getOrDefault(store, List.of()));
      segments(segments.getOrDefault(store, List.of()), currency);
      unclassified.getOrDefault(store, List.of()).forEach(this::unclassified);
    }
  }

  private void trade(Row trade, String currency) {
    LocalDate lastOn = trade.getAs(StoreFigures.LAST_ON);
    say("last.day", texts.day(lastOn));
    if (lastOn.isBefore(run.asOf())) {
      say("last.day.old", texts.day(run.asOf()));
    }

    long tickets = trade.<Long>getAs(StoreFigures.TICKETS);
    BigDecimal revenue = trade.getAs(StoreFigures.REVENUE);
    BigDecimal average = revenue.divide(BigDecimal.valueOf(tickets), 2, RoundingMode.HALF_UP);
    say(
        "recent",
        trade.<Long>getAs("days"),
        tickets,
        Texts.money(revenue, currency),
        Texts.money(average, currency));
    lastDay(trade, currency, texts.weekday(lastOn.getDayOfWeek().getValue() % 7));
  }

  private void lastDay(Row trade, String currency, String weekday) {
    long tickets = trade.<Long>getAs(StoreFigures.LAST_TICKETS);
    BigDecimal revenue = trade.getAs(StoreFigures.LAST_REVENUE);
    Double usualTickets = trade.getAs(StoreFigures.USUAL_TICKETS);
    BigDecimal usualRevenue = trade.getAs(StoreFigures.USUAL_REVENUE);
    if (usualTickets == null) {
      say("last.only", tickets, Texts.money(revenue, currency), weekday);
    } else {
      say(
          "last.usual",
          tickets,
          Texts.money(revenue, currency),
          weekday,
          usualTickets,
          Texts.money(usualRevenue, currency));
    }
  }

  private void peaks(List<Row> peaks) {
    String hours = slots(peaks, HourlySales.HOUR, "%d:00"::formatted);
    String days = slots(peaks, "weekday", texts::weekday);

    say("best.hours", hours);
    say("best.days", days);
  }

  private String slots(
      List<Row> peaks, String kind, java.util.function.Function<Integer, String> name) {
    return peaks.stream()
        .filter(row -> row.<String>getAs(StoreFigures.PEAK).equals(kind))
        .flatMap(row -> row.<Integer>getList(row.fieldIndex("slots")).stream())
        .map(name)
        .reduce((a, b) -> a + ", " + b)
        .orElse(texts.of("no.peak"));
  }

  private void segments(List<Row> segments, String currency) {
    for (String type : TYPES) {
      List<Row> biggest =
          segments.stream()
              .filter(row -> row.<String>getAs(Segments.SEGMENT_TYPE).equals(type))
              .sorted(
                  Comparator.comparing((Row row) -> -row.<Double>getAs(Segments.TRANSACTION_SHARE))
                      .thenComparing(row -> row.<String>getAs(Segments.SEGMENT_ID)))
              .limit(SEGMENTS_SHOWN)
              .toList();
      if (!biggest.isEmpty()) {
        say("segments." + type);
      }
      for (Row segment : biggest) {
        say(
            "segment",
            segment.<String>getAs("segment_name_" + texts.language()),
            Texts.percent(segment.<Double>getAs(Segments.TRANSACTION_SHARE)),
            Texts.percent(segment.<Double>getAs(Segments.REVENUE_SHARE)),
            Texts.money(segment.getAs(Segments.AVG_BASKET_VALUE), currency));
      }
    }
  }

  private void unclassified(Row row) {
    List<String> products = row.getList(row.fieldIndex(StoreFigures.UNCLASSIFIED));
    String share = Texts.percent(row.<Double>getAs(StoreFigures.UNCLASSIFIED_SHARE));
    if (products.isEmpty()) {
      say("classified");
    } else {
      say("unclassified", share, String.join("; ", products));
    }
  }

  /** What became of the records that this run read. */
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
      }
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
                .and(col(Segments.SEGMENT_TYPE).isin(TYPES.toArray()))
                .and(col(Segments.TRANSACTION_COUNT).gt(0)));
  }

  private static List<Row> rows(Dataset<Row> rows, Object[] stores) {
    return new ArrayList<>(rows.where(col(STORE).isin(stores)).collectAsList());
  }

  private static Map<String, List<Row>> byStore(List<Row> rows) {
    return rows.stream().collect(Collectors.groupingBy(row -> row.<String>getAs(STORE)));
  }

  private void say(String key, Object... values) {
    out.println(texts.of(key, values));
  }
}
