package org.colmado.insights.forecast.notices;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.colmado.insights.forecast.history.MeasureHistory;
import org.colmado.insights.forecast.history.StoreHistory;
import org.colmado.insights.forecast.model.LevelChange;
import org.colmado.insights.forecast.model.MeasureForecast;
import org.colmado.insights.table.HourlySales;
import org.colmado.insights.text.Language;

/**
 * What is odd about one store, the most serious first.
 *
 * @param asOf day of the night
 * @param currency ISO code of the store's money
 */
record NoticeRules(LocalDate asOf, String currency) {
  /** Changes of level and giant sales of so many last days are told. */
  private static final int TOLD_DAYS = 28;

  /** Missing hours of so many last days are told. */
  private static final int MISSING_TOLD_DAYS = 14;

  /** Times without sales that end in so many last days are told. */
  private static final int SHUT_TOLD_DAYS = 56;

  /** A shorter time without sales is a holiday. */
  private static final int SHUT_DAYS = 7;

  private static final int MIN_MISSING_HOURS = 2;
  private static final int MIN_BIAS_DAYS = 14;
  private static final double MIN_BIAS = 0.15;

  /** Standard errors from which a bias is no chance. */
  private static final double CLEARLY = 3;

  /** A sale that is smaller than this part of a usual day does not move a forecast. */
  private static final double PART_OF_DAY = 0.5;

  private static final int GIANTS_NAMED = 3;

  /** The sales of a business day. */
  record Day(LocalDate on, long tickets, double revenue, long missingHours) {}

  /** A sale far above the store's median. */
  record Giant(String saleId, LocalDate on, double value, double median) {}

  /** Errors of the forecasts of the next day: forecast less actual. */
  record Bias(long days, double error, double deviation, double actual) {}

  /**
   * The notices.
   *
   * @param days with sales or missing hours, of the last {@link NoticeTables#WINDOW_DAYS}
   */
  List<Notice> of(List<Day> days, List<Giant> giants, Optional<Bias> bias) {
    List<Day> sold =
        days.stream()
            .filter(day -> day.tickets() > 0)
            .sorted(Comparator.comparing(Day::on))
            .toList();
    List<Notice> notices = new ArrayList<>();
    if (sold.isEmpty()) {
      return notices;
    }

    giants(sold, giants).forEach(notices::add);
    missing(days).ifPresent(notices::add);
    shut(sold).ifPresent(notices::add);
    level(days, sold.get(0).on()).ifPresent(notices::add);
    bias.flatMap(this::leaning).ifPresent(notices::add);
    if (sold.size() < MeasureForecast.MIN_DAYS) {
      notices.add(
          new Notice(
              Notice.Kind.LITTLE_HISTORY, "", null, null, sold.size(), null, List.of(sold.size())));
    }
    return notices;
  }

  private List<Notice> giants(List<Day> sold, List<Giant> giants) {
    double[] revenue = sold.stream().mapToDouble(Day::revenue).sorted().toArray();
    double usualDay = revenue[revenue.length / 2];

    return giants.stream()
        .filter(giant -> giant.on().isAfter(asOf.minusDays(TOLD_DAYS)))
        .filter(giant -> giant.value() > PART_OF_DAY * usualDay)
        .sorted(Comparator.comparingDouble(giant -> -giant.value()))
        .limit(GIANTS_NAMED)
        .map(
            giant ->
                new Notice(
                    Notice.Kind.GIANT_SALE,
                    giant.saleId(),
                    giant.on(),
                    giant.on(),
                    giant.value(),
                    giant.median(),
                    List.of(
                        giant.on(),
                        Language.money(giant.value(), currency),
                        giant.saleId(),
                        Language.money(giant.median(), currency))))
        .toList();
  }

  private Optional<Notice> missing(List<Day> days) {
    List<Day> some =
        days.stream()
            .filter(day -> day.missingHours() > 0)
            .filter(day -> day.on().isAfter(asOf.minusDays(MISSING_TOLD_DAYS)))
            .sorted(Comparator.comparing(Day::on))
            .toList();
    long hours = some.stream().mapToLong(Day::missingHours).sum();
    if (hours < MIN_MISSING_HOURS) {
      return Optional.empty();
    }

    LocalDate from = some.get(0).on();
    LocalDate until = some.get(some.size() - 1).on();
    return Optional.of(
        new Notice(
            Notice.Kind.HOURS_MISSING, "", from, until, hours, null, List.of(hours, from, until)));
  }

  /**
   * The longest gap of the last weeks, of a store that sold before and after it or still is shut.
   */
  private Optional<Notice> shut(List<Day> sold) {
    Notice longest = null;
    for (int i = 0; i < sold.size(); i++) {
      LocalDate from = sold.get(i).on().plusDays(1);
      LocalDate until = i + 1 < sold.size() ? sold.get(i + 1).on().minusDays(1) : asOf;
      long days = from.datesUntil(until.plusDays(1)).count();
      if (days >= SHUT_DAYS
          && until.isAfter(asOf.minusDays(SHUT_TOLD_DAYS))
          && (longest == null || days > longest.value())) {
        longest =
            new Notice(Notice.Kind.SHUT, "", from, until, days, null, List.of(from, until, days));
      }
    }
    return Optional.ofNullable(longest);
  }

  private Optional<Notice> level(List<Day> days, LocalDate first) {
    MeasureHistory past = history(days, first);
    if (past.counted(past.origin()).size() < MeasureForecast.MIN_DAYS) {
      return Optional.empty();
    }

    return LevelChange.of(past)
        .filter(change -> first.plusDays(change.day()).isAfter(asOf.minusDays(TOLD_DAYS)))
        .map(change -> told(change, past, first));
  }

  private static Notice told(LevelChange change, MeasureHistory past, LocalDate first) {
    double after =
        past.counted(past.origin() - change.day()).stream()
            .mapToDouble(past::total)
            .average()
            .orElse(0);
    double before = after / change.ratio();
    LocalDate since = first.plusDays(change.day());

    return new Notice(
        change.ratio() > 1 ? Notice.Kind.LEVEL_UP : Notice.Kind.LEVEL_DOWN,
        "",
        since,
        null,
        after,
        before,
        List.of(Language.number(before), Language.number(after), since));
  }

  /** Visits by day, as one hour of each. */
  private MeasureHistory history(List<Day> days, LocalDate first) {
    List<Row> rows =
        days.stream()
            .filter(day -> !day.on().isBefore(first))
            .map(
                day ->
                    RowFactory.create(
                        day.on(),
                        12,
                        day.missingHours() > 0 ? HourlySales.MISSING : HourlySales.OPEN,
                        day.tickets(),
                        BigDecimal.valueOf(day.revenue())))
            .toList();
    StoreHistory history =
        StoreHistory.of(rows, List.of(), Map.of(), new StoreHistory.Settings(asOf, 0, 0, 0));

    return history.tickets(history.shop().size());
  }

  private Optional<Notice> leaning(Bias bias) {
    double share = bias.error() / bias.actual();
    double chance = bias.deviation() / Math.sqrt((double) bias.days());
    boolean isClear =
        bias.days() >= MIN_BIAS_DAYS
            && Math.abs(share) >= MIN_BIAS
            && Math.abs(bias.error()) > CLEARLY * chance;

    return isClear
        ? Optional.of(
            new Notice(
                Notice.Kind.FORECAST_BIAS,
                "",
                null,
                null,
                share,
                null,
                List.of(Language.percent(Math.abs(100 * share)))))
        : Optional.empty();
  }
}
