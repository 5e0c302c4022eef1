package org.colmado.insights.forecast.season;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.colmado.insights.forecast.fit.LogLinear;
import org.colmado.insights.forecast.history.MeasureHistory;
import org.colmado.insights.forecast.history.ShopDays;
import org.colmado.insights.table.Seasonality;

/**
 * The effect of the calendar month: a regression of monthly sums, adjusted for weekdays and
 * paydays, on constant growth and the month. The residual compares months of different years, so
 * that a drifting level is not taken for a season. With only 54 weeks each month occurs once: the
 * effect is estimated, but there are no degrees of freedom to test it.
 */
public final class YearSeason {
  private static final int MIN_SPAN_DAYS = 54 * ShopDays.WEEK;
  private static final int MIN_DAYS = 7;
  private static final int MONTHS = 12;
  private static final int MIN_DEGREES = 3;

  /** Number of columns before the months: level and growth. */
  private static final int LEVEL = 2;

  private YearSeason() {}

  /** The phases, or one row with the reason why there are none. */
  public static List<SeasonPhase> phases(MeasureHistory past, DaySeasons seasons) {
    List<Integer> days = seasons.days();
    List<Totals> months = days.isEmpty() ? List.of() : months(past, seasons);
    long distinct = months.stream().map(Totals::phase).distinct().count();
    boolean isShort = days.isEmpty() || past.origin() - days.get(0) < MIN_SPAN_DAYS;
    if (isShort || distinct < MONTHS || months.size() <= MONTHS) {
      return List.of(SeasonPhase.unknown(Seasonality.YEAR, days.size(), Seasonality.TOO_SHORT));
    }

    SeasonFit fit = fit(months);
    String status = fit.degrees() < 1 ? Seasonality.ONE_YEAR : Seasonality.OK;
    return fit.phases().stream()
        .map(phase -> phase.with(daysOf(months, phase.phase()), status))
        .toList();
  }

  /**
   * Sums of a calendar month.
   *
   * @param sold in all of its days
   * @param ordinary expected sales at a level of 1, given weekdays and paydays
   * @param days number of ordinary days that count
   */
  private record Totals(YearMonth month, double sold, double ordinary, int days) {
    String phase() {
      return String.format(Locale.ROOT, "%02d", month.getMonthValue());
    }

    Totals and(Totals other) {
      return new Totals(month, sold + other.sold, ordinary + other.ordinary, days + other.days);
    }
  }

  private static List<Totals> months(MeasureHistory past, DaySeasons seasons) {
    Map<YearMonth, Totals> months = new TreeMap<>();
    for (int i = 0; i < seasons.days().size(); i++) {
      int day = seasons.days().get(i);
      YearMonth month = YearMonth.from(past.shop().on(day));
      months.merge(month, new Totals(month, past.total(day), seasons.factor(i), 1), Totals::and);
    }
    return months.values().stream().filter(month -> month.days() >= MIN_DAYS).toList();
  }

  private static SeasonFit fit(List<Totals> months) {
    List<String> order =
        IntStream.rangeClosed(1, MONTHS)
            .mapToObj(m -> String.format(Locale.ROOT, "%02d", m))
            .toList();
    PhasedValues phased =
        PhasedValues.of(Seasonality.YEAR, order, months.stream().map(Totals::phase).toList());
    double[][] design = new double[months.size()][LEVEL + phased.columns()];
    double[][] plain = new double[months.size()][LEVEL];
    for (int i = 0; i < design.length; i++) {
      double years = growth(months, i);
      plain[i] = new double[] {1, years};
      design[i][0] = 1;
      design[i][1] = years;
      phased.fill(design[i], LEVEL, i);
    }
    double[] sold = months.stream().mapToDouble(Totals::sold).toArray();
    double[] ordinary = months.stream().mapToDouble(Totals::ordinary).toArray();
    LogLinear with = LogLinear.of(design, sold, ordinary);
    int degrees = with.degrees() < MIN_DEGREES ? 0 : with.degrees();
    return new SeasonFit(phased, with, LogLinear.of(plain, sold, ordinary), LEVEL, degrees);
  }

  /** Years since the first month. */
  private static double growth(List<Totals> months, int i) {
    YearMonth first = months.get(0).month();

    return first.until(months.get(i).month(), ChronoUnit.MONTHS) / (double) MONTHS;
  }

  private static int daysOf(List<Totals> months, String phase) {
    List<Totals> of = new ArrayList<>(months);
    of.removeIf(month -> !month.phase().equals(phase));

    return of.stream().mapToInt(Totals::days).sum();
  }
}
