package org.colmado.insights.summary;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.colmado.insights.table.DemandForecast;
import org.colmado.insights.table.Segments;
import org.colmado.insights.text.Language;

/**
 * Prints the sections of {@link Summary} about one store.
 *
 * @param asOf day of the run
 * @param currency ISO code of the store's money
 */
record StoreSummary(PrintStream out, Messages texts, LocalDate asOf, String currency) {
  /** Segment types in the summary, in order. */
  static final List<String> TYPES = List.of("mission", "product_preference", "temporal");

  private static final int SEGMENTS_SHOWN = 4;
  private static final int CHANGES_SHOWN = 6;

  void trade(SalesFigures trade) {
    LocalDate lastOn = trade.last().on();
    say("last.day", texts.day(lastOn));
    if (lastOn.isBefore(asOf)) {
      say("last.day.old", texts.day(asOf));
    }

    BigDecimal average =
        trade.revenue().divide(BigDecimal.valueOf(trade.tickets()), 2, RoundingMode.HALF_UP);
    say(
        "recent",
        trade.days(),
        trade.tickets(),
        Language.money(trade.revenue(), currency),
        Language.money(average, currency));
    lastDay(trade, texts.language().weekday(lastOn.getDayOfWeek().getValue() % 7));
  }

  void notices(List<String> notices) {
    notices.forEach(notice -> say("notice", notice));
  }

  private void lastDay(SalesFigures trade, String weekday) {
    long tickets = trade.last().tickets();
    String revenue = Language.money(trade.last().revenue(), currency);
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
                    Language.money(usual.revenue(), currency)),
            () -> say("last.only", tickets, revenue, weekday));
  }

  void best(BestSlots best) {
    say("best.hours", slots(best.hours(), "%d:00"::formatted));
    say("best.days", slots(best.weekdays(), texts.language()::weekday));
  }

  private String slots(List<Integer> slots, Function<Integer, String> name) {
    return slots.isEmpty()
        ? texts.of("no.peak")
        : slots.stream().map(name).collect(Collectors.joining(", "));
  }

  void segments(List<Row> segments) {
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
            segment.<String>getAs("segment_name_" + texts.language().code()),
            Messages.percent(segment.<Double>getAs(Segments.TRANSACTION_SHARE)),
            Messages.percent(segment.<Double>getAs(Segments.REVENUE_SHARE)),
            Language.money(segment.getAs(Segments.AVG_BASKET_VALUE), currency));
      }
    }
  }

  /** What became of the missions, then how segments moved. */
  void changes(List<String> changes) {
    if (!changes.isEmpty()) {
      say("changes");
    }
    changes.stream().limit(CHANGES_SHOWN).forEach(change -> say("change", change));
    if (changes.size() > CHANGES_SHOWN) {
      say("changes.more", changes.size() - CHANGES_SHOWN);
    }
  }

  void together(List<PairFigures> pairs) {
    if (!pairs.isEmpty()) {
      say("together");
    }
    for (PairFigures pair : pairs) {
      say(
          "together.pair",
          pair.first(),
          pair.second(),
          Math.round(100 * pair.confidence()),
          pair.lift());
    }
  }

  void coming(ForecastFigures coming) {
    ForecastFigures.Measure tickets = coming.byMeasure().get(DemandForecast.TICKETS);
    ForecastFigures.Measure revenue = coming.byMeasure().get(DemandForecast.REVENUE);
    if (tickets == null || revenue == null) {
      return;
    }

    say("coming");
    coming(texts.day(tickets.dayOn()), tickets.day(), revenue.day());
    if (tickets.week().isPresent() && revenue.week().isPresent()) {
      coming(texts.of("coming.week"), tickets.week().get(), revenue.week().get());
    }
    if (tickets.isGuess()) {
      say("coming.guess");
    }
  }

  private void coming(String when, ForecastFigures.Span tickets, ForecastFigures.Span revenue) {
    say(
        "coming.span",
        when,
        tickets.yhat(),
        tickets.low(),
        tickets.high(),
        money(revenue.yhat()),
        money(revenue.low()),
        money(revenue.high()));
  }

  private String money(double amount) {
    return Language.money(BigDecimal.valueOf(amount), currency);
  }

  void hands(ForecastFigures.Busiest busiest) {
    say("coming.hands", busiest.clerks(), texts.day(busiest.on()), busiest.hour());
  }

  void persona(String text) {
    say("persona", text);
    say("persona.more");
  }

  void unclassified(UnclassifiedFigures unclassified) {
    if (unclassified.products().isEmpty()) {
      say("classified");
    } else {
      say(
          "unclassified",
          Messages.percent(unclassified.share()),
          String.join("; ", unclassified.products()));
    }
  }

  private void say(String key, Object... values) {
    out.println(texts.of(key, values));
  }
}
