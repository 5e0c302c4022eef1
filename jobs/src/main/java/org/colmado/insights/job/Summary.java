package org.colmado.insights.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.colmado.insights.table.Columns;
import org.colmado.insights.table.DemandForecast;
import org.colmado.insights.table.HourlySales;
import org.colmado.insights.table.JobRuns;
import org.colmado.insights.table.SaleLines;
import org.colmado.insights.table.Sales;
import org.colmado.insights.table.SegmentPersonas;
import org.colmado.insights.table.Segments;
import org.colmado.insights.table.Stores;

/** What the shop's owner reads after a night, in the language of the settings. */
final class Summary {
  private static final int STORES_SHOWN = 5;
  private static final int SEGMENTS_SHOWN = 4;
  private static final List<String> TYPES = List.of("mission", "product_preference", "temporal");
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
    List<Trade> trade =
        StoreFigures.trade(hours()).stream()
            .sorted(Comparator.comparing(Trade::tickets).reversed().thenComparing(Trade::store))
            .toList();
    if (trade.isEmpty()) {
      boolean hasSales = !run.lake().read(Sales.TABLE).isEmpty();
      say(hasSales ? "none.counted" : "none.sales", run.asOf());
      records();
      return;
    }

    List<Trade> shown = trade.subList(0, Math.min(STORES_SHOWN, trade.size()));
    stores(shown);
    if (trade.size() > shown.size()) {
      out.println();
      say("more.stores", trade.size() - shown.size());
    }
    out.println();
    records();
  }

  private void stores(List<Trade> shown) {
    Object[] ids = shown.stream().map(Trade::store).toArray();
    Map<String, String> currencies = new HashMap<>();
    run.small()
        .rows(Stores.TABLE)
        .forEach(row -> currencies.put(row.getAs(STORE), row.getAs(Stores.CURRENCY)));
    Column isShown = StoreFigures.within(shown);
    Map<String, BestSlots> best = StoreFigures.bestSlots(hours().where(isShown));
    Map<String, List<Row>> segments =
        rows(segments(), ids).stream()
            .collect(Collectors.groupingBy(row -> row.<String>getAs(STORE)));
    Map<String, Unclassified> unclassified =
        StoreFigures.unclassified(run.lake().read(SaleLines.TABLE).where(isShown));

    Map<String, List<Together>> together = Together.of(run, col(STORE).isin(ids));
    Map<String, Coming> coming = Coming.of(run, col(STORE).isin(ids));
    Map<String, Coming.Busiest> busiest = Coming.hands(run, col(STORE).isin(ids));
    Map<String, String> personas = personas(ids);

    for (Trade trade : shown) {
      String store = trade.store();
      String currency = currencies.getOrDefault(store, run.config().storeDefaults().currency());
      out.println();
      say("store", store);
      trade(trade, currency);
      best(best.getOrDefault(store, BestSlots.NONE));
      segments(segments.getOrDefault(store, List.of()), currency);
      together(together.getOrDefault(store, List.of()));
      Optional.ofNullable(coming.get(store)).ifPresent(it -> coming(it, currency));
      Optional.ofNullable(busiest.get(store)).ifPresent(this::hands);
      Optional.ofNullable(personas.get(store)).ifPresent(this::persona);
      Optional.ofNullable(unclassified.get(store)).ifPresent(this::unclassified);
    }
  }

  private void trade(Trade trade, String currency) {
    LocalDate lastOn = trade.last().on();
    say("last.day", texts.day(lastOn));
    if (lastOn.isBefore(run.asOf())) {
      say("last.day.old", texts.day(run.asOf()));
    }

    BigDecimal average =
        trade.revenue().divide(BigDecimal.valueOf(trade.tickets()), 2, RoundingMode.HALF_UP);
    say(
        "recent",
        trade.days(),
        trade.tickets(),
        Texts.money(trade.revenue(), currency),
        Texts.money(average, currency));
    lastDay(trade, currency, texts.weekday(lastOn.getDayOfWeek().getValue() % 7));
  }

  private void lastDay(Trade trade, String currency, String weekday) {
    long tickets = trade.last().tickets();
    String revenue = Texts.money(trade.last().revenue(), currency);
    trade
        .usual()
        .ifPresentOrElse(
            usual ->
                say(
                    "last.usual",
                    tickets,
                    revenue,
                    weekday,
                    usual.tickets(),
                    Texts.money(usual.revenue(), currency)),
            () -> say("last.only", tickets, revenue, weekday));
  }

  private void best(BestSlots best) {
    say("best.hours", slots(best.hours(), "%d:00"::formatted));
    say("best.days", slots(best.weekdays(), texts::weekday));
  }

  private String slots(List<Integer> slots, Function<Integer, String> name) {
    return slots.isEmpty()
        ? texts.of("no.peak")
        : slots.stream().map(name).collect(Collectors.joining(", "));
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

  private void together(List<Together> pairs) {
    if (!pairs.isEmpty()) {
      say("together");
    }
    for (Together pair : pairs) {
      say(
          "together.pair",
          pair.first(),
          pair.second(),
          Math.round(100 * pair.confidence()),
          pair.lift());
    }
  }

  private void coming(Coming coming, String currency) {
    Coming.Measure tickets = coming.byMeasure().get(DemandForecast.TICKETS);
    Coming.Measure revenue = coming.byMeasure().get(DemandForecast.REVENUE);
    if (tickets == null || revenue == null) {
      return;
    }

    say("coming");
    coming(texts.day(tickets.dayOn()), tickets.day(), revenue.day(), currency);
    if (tickets.week().isPresent() && revenue.week().isPresent()) {
      coming(texts.of("coming.week"), tickets.week().get(), revenue.week().get(), currency);
    }
    if (tickets.isGuess()) {
      say("coming.guess");
    }
  }

  private void coming(String when, Coming.Span tickets, Coming.Span revenue, String currency) {
    say(
        "coming.span",
        when,
        tickets.yhat(),
        tickets.low(),
        tickets.high(),
        pesos(revenue.yhat(), currency),
        pesos(revenue.low(), currency),
        pesos(revenue.high(), currency));
  }

  private static String pesos(double amount, String currency) {
    return Texts.money(BigDecimal.valueOf(amount), currency);
  }

  private void hands(Coming.Busiest busiest) {
    say("coming.hands", busiest.clerks(), texts.day(busiest.on()), busiest.hour());
  }

  /** Of each store, the text about the segment of the most money: a mission where there are any. */
  private Map<String, String> personas(Object[] ids) {
    String[] key = {STORE, Segments.SEGMENT_TYPE, Segments.SEGMENT_ID};
    Column most =
        struct(
            col(Segments.SEGMENT_TYPE).equalTo("mission"),
            col(Segments.REVENUE_SHARE),
            col(Segments.SEGMENT_ID));
    Column text = col("persona_" + texts.language());

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

  private void persona(String text) {
    say("persona", text);
    say("persona.more");
  }

  private void unclassified(Unclassified unclassified) {
    if (unclassified.products().isEmpty()) {
      say("classified");
    } else {
      say(
          "unclassified",
          Texts.percent(unclassified.share()),
          String.join("; ", unclassified.products()));
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

  private void say(String key, Object... values) {
    out.println(texts.of(key, values));
  }
}
