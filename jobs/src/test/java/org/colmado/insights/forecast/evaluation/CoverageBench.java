package org.colmado.insights.forecast.evaluation;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.StructType;
import org.colmado.insights.calendar.CalendarRows;
import org.colmado.insights.calendar.ShopCalendar;
import org.colmado.insights.config.ConfFolder;
import org.colmado.insights.forecast.history.CalendarEffects;
import org.colmado.insights.forecast.history.ControlShop;
import org.colmado.insights.forecast.history.Effect;
import org.colmado.insights.forecast.history.ShopDays;
import org.colmado.insights.forecast.history.StoreHistory;
import org.colmado.insights.forecast.model.CrossStoreForecasts;
import org.colmado.insights.forecast.model.ModelName;
import org.colmado.insights.lake.SparkTypes;
import org.colmado.insights.run.ConfiguredCalendars;
import org.colmado.insights.table.CalendarDays;

/**
 * Prints how often actual values fall into the prediction intervals, from the first week of a shop
 * on: by age of the shop, by size of the hour, and around holidays. Run by {@code bin/bench
 * forecast}.
 */
public final class CoverageBench {
  private static final int DAY_STARTS_AT_HOUR = 4;
  private static final int YOUNG_WEEKS = 3;
  private static final int MIDDLE_WEEKS = 9;

  /** Between openings of the same shop; not whole months, so that paydays fall differently. */
  private static final int LATER_WEEKS = 7;

  private static final int LAST_LATER_WEEKS = 49;
  private static final int YOUNG_SPAN_WEEKS = 10;

  private static final List<ForecastSeries> SERIES =
      List.of(
          new ForecastSeries(Granularity.HOUR, "tickets"),
          new ForecastSeries(Granularity.HOUR, "revenue"),
          new ForecastSeries(Granularity.DAY, "tickets"),
          new ForecastSeries(Granularity.DAY, "revenue"),
          new ForecastSeries(Granularity.WEEK, "tickets"),
          new ForecastSeries(Granularity.WEEK, "revenue"));

  /** A scored forecast of the combined model, and what it is told apart by. */
  private record Scored(BacktestForecast trial, int week, double size, boolean isHoliday) {}

  private CoverageBench() {}

  /**
   * Prints the tables.
   *
   * @param args folder of the product, then files of hours: store, business_on, hour, state,
   *     tickets, revenue
   */
  public static void main(String[] args) throws IOException {
    ShopCalendar calendar =
        ConfiguredCalendars.read(
            new ConfFolder(Path.of(args[0]).resolve("conf/insights.yaml"), Path.of(args[0])), "do");
    List<Scored> simulated = new ArrayList<>();
    for (int i = 1; i < args.length; i++) {
      for (List<Row> hours : shops(Path.of(args[i]))) {
        simulated.addAll(scored(history(hours, calendar)));
        openedLater(hours).forEach(young -> simulated.addAll(scored(history(young, calendar))));
      }
    }
    print("simulated", simulated);

    List<Scored> controls = new ArrayList<>();
    ControlShop.all().forEach(shop -> controls.addAll(scored(shop)));
    print("without signal", controls);
  }

  private static Iterable<List<Row>> shops(Path file) throws IOException {
    Map<String, List<Row>> byStore = new TreeMap<>();
    try (Stream<String> lines = Files.lines(file)) {
      lines
          .map(line -> line.split(","))
          .filter(cells -> !cells[0].equals("store_id"))
          .forEach(
              cells ->
                  byStore
                      .computeIfAbsent(cells[0], store -> new ArrayList<>())
                      .add(
                          RowFactory.create(
                              LocalDate.parse(cells[1]),
                              Integer.parseInt(cells[2]),
                              cells[3],
                              Long.parseLong(cells[4]),
                              new BigDecimal(cells[5]))));
    }
    return byStore.values();
  }

  /**
   * The first weeks of the same shop if it had opened so many weeks later: of young shops, more.
   */
  private static List<List<Row>> openedLater(List<Row> hours) {
    LocalDate first = first(hours);
    List<List<Row>> young = new ArrayList<>();
    for (int week = LATER_WEEKS; week <= LAST_LATER_WEEKS; week += LATER_WEEKS) {
      LocalDate from = first.plusWeeks(week);
      List<Row> some =
          hours.stream()
              .filter(row -> !row.getLocalDate(0).isBefore(from))
              .filter(row -> row.getLocalDate(0).isBefore(from.plusWeeks(YOUNG_SPAN_WEEKS)))
              .toList();
      if (!some.isEmpty()) {
        young.add(some);
      }
    }
    return young;
  }

  private static LocalDate first(List<Row> hours) {
    return hours.stream().map(row -> row.getLocalDate(0)).min(LocalDate::compareTo).orElseThrow();
  }

  private static StoreHistory history(List<Row> hours, ShopCalendar calendar) {
    LocalDate first =
        hours.stream().map(row -> row.getLocalDate(0)).min(LocalDate::compareTo).get();
    LocalDate last = hours.stream().map(row -> row.getLocalDate(0)).max(LocalDate::compareTo).get();
    StructType schema = SparkTypes.schema(CalendarDays.TABLE);
    List<Row> days =
        SparkTypes.rows(new CalendarRows(List.of(calendar)).from(first, last.plusDays(14))).stream()
            .<Row>map(row -> new GenericRowWithSchema(values(row), schema))
            .toList();
    Map<LocalDate, List<Effect>> effects = CalendarEffects.of(days).values().iterator().next();

    return StoreHistory.of(
        hours, List.of(), effects, new StoreHistory.Settings(last, 14, DAY_STARTS_AT_HOUR, 1.06));
  }

  private static Object[] values(Row row) {
    return IntStream.range(0, row.length()).mapToObj(row::get).toArray();
  }

  private static List<Scored> scored(StoreHistory history) {
    int known = history.shop().size() - 14;
    List<Integer> origins = new ArrayList<>();
    for (int origin = ShopDays.WEEK; origin + ShopDays.WEEK <= known; origin += ShopDays.WEEK) {
      origins.add(origin);
    }
    StoreBacktest backtest =
        StoreBacktest.of(history, CrossStoreForecasts.none(), origins, ShopDays.WEEK);
    List<Scored> scored = new ArrayList<>();
    backtest
        .byKey()
        .forEach(
            (key, trials) -> {
              if (key.model() == ModelName.COMBINED && SERIES.contains(key.series())) {
                trials.stream()
                    .filter(BacktestForecast::isScored)
                    .forEach(trial -> scored.add(scored(history, trial, mean(trials))));
              }
            });
    return scored;
  }

  private static double mean(List<BacktestForecast> trials) {
    return trials.stream()
        .filter(BacktestForecast::isScored)
        .mapToDouble(BacktestForecast::actual)
        .average()
        .orElse(1);
  }

  private static Scored scored(StoreHistory history, BacktestForecast trial, double mean) {
    boolean isHoliday = false;
    for (int day = trial.day() - 1; day <= trial.day() + 1; day++) {
      isHoliday |= history.shop().effects(day).contains(Effect.HOLIDAY);
    }
    return new Scored(trial, trial.origin() / ShopDays.WEEK, trial.yhat() / mean, isHoliday);
  }

  private static void print(String shops, List<Scored> all) {
    System.out.printf("%n%s: share of actual values within the interval%n", shops);
    System.out.printf(
        "%-26s %-16s %8s %7s %7s %9s %7s%n",
        "", "", "scored", "in 80 %", "in 95 %", "80 % wide", "WAPE");
    row("weeks 1 to 2", all, it -> it.week() < YOUNG_WEEKS);
    row("weeks 3 to 8", all, it -> it.week() >= YOUNG_WEEKS && it.week() < MIDDLE_WEEKS);
    row("from week 9", all, it -> it.week() >= MIDDLE_WEEKS);
    double[] sizes = {0, 0.25, 0.5, 1, 2, Double.POSITIVE_INFINITY};
    for (int i = 0; i + 1 < sizes.length; i++) {
      double from = sizes[i];
      double to = sizes[i + 1];
      row(
          String.format(Locale.ROOT, "hours of %.2f to %.2f means", from, to),
          all,
          it ->
              it.trial().series().granularity() == Granularity.HOUR
                  && it.week() >= MIDDLE_WEEKS
                  && it.size() >= from
                  && it.size() < to);
    }
    row("holiday, before and after", all, it -> it.isHoliday() && it.week() >= YOUNG_WEEKS);
    row("holidays from week 27", all, it -> it.isHoliday() && it.week() >= 27);
  }

  private static void row(String name, List<Scored> all, Predicate<Scored> which) {
    for (ForecastSeries series : SERIES) {
      List<BacktestForecast> trials =
          all.stream()
              .filter(which)
              .map(Scored::trial)
              .filter(trial -> trial.series().equals(series))
              .toList();
      if (!trials.isEmpty()) {
        Accuracy accuracy = Accuracy.of(trials);
        double width =
            trials.stream().mapToDouble(t -> t.band().get().high80() - t.band().get().low80()).sum()
                / trials.stream().mapToDouble(BacktestForecast::yhat).sum();
        System.out.printf(
            Locale.ROOT,
            "%-26s %-16s %8d %7.1f %7.1f %9.2f %7.2f%n",
            name,
            series.granularity().code() + " " + series.measure(),
            accuracy.scored(),
            100 * accuracy.coverage80(),
            100 * accuracy.coverage95(),
            width,
            100 * accuracy.wape());
      }
    }
  }
}
