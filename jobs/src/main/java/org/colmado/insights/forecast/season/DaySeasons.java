package org.colmado.insights.forecast.season;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.colmado.insights.forecast.fit.LogLinear;
import org.colmado.insights.forecast.history.Effect;
import org.colmado.insights.forecast.history.MeasureHistory;
import org.colmado.insights.forecast.history.ShopDays;
import org.colmado.insights.table.Seasonality;

/**
 * The effects of weekday and quincena (half-month pay period) on daily totals: one regression on
 * both and on a piecewise linear level with knots three weeks apart, so that the three are not
 * confused. Holidays, their eves and bridge days are left out.
 *
 * @param days ordinary days that count and have sales, in order
 * @param weekday every day's weekday
 * @param quincena phase after the last payday; empty if unknown or the history is too short
 * @param all the fitted regression; empty if there are too few days
 */
public record DaySeasons(
    List<Integer> days,
    PhasedValues weekday,
    Optional<PhasedValues> quincena,
    Optional<LogLinear> all) {
  private static final int WINDOW_DAYS = 730;
  private static final int MIN_DAYS = 21;
  private static final int MIN_QUINCENA_DAYS = 45;
  private static final int KNOT_DAYS = 21;
  private static final List<String> WEEKDAYS =
      Arrays.stream(DayOfWeek.values()).map(day -> day.name().toLowerCase(Locale.ROOT)).toList();
  private static final String PAYDAY = "payday ";

  public static DaySeasons of(MeasureHistory past) {
    List<Integer> days =
        past.counted(WINDOW_DAYS).stream()
            .filter(day -> !past.shop().isSpecial(day) && past.total(day) > 0)
            .toList();
    PhasedValues weekday =
        PhasedValues.of(
            Seasonality.WEEKDAY,
            WEEKDAYS,
            days.stream().map(day -> WEEKDAYS.get(past.shop().weekday(day))).toList());
    Optional<PhasedValues> quincena =
        days.size() < MIN_QUINCENA_DAYS ? Optional.empty() : quincena(past.shop(), days);
    DaySeasons seasons = new DaySeasons(days, weekday, quincena, Optional.empty());
    return days.size() < MIN_DAYS || weekday.columns() < 1
        ? seasons
        : new DaySeasons(
            days,
            weekday,
            quincena,
            Optional.of(seasons.fit(past, Optional.of(weekday), quincena)));
  }

  private static Optional<PhasedValues> quincena(ShopDays shop, List<Integer> days) {
    List<String> order =
        List.of("day 0", "day 1", "day 2", "day 3", "middle", "lean").stream()
            .map(PAYDAY::concat)
            .toList();
    List<String> phases =
        days.stream().flatMap(day -> payday(shop, day).stream()).filter(order::contains).toList();
    PhasedValues phased = PhasedValues.of(Seasonality.QUINCENA, order, phases);

    return phases.size() < days.size() || phased.columns() < 1
        ? Optional.empty()
        : Optional.of(phased);
  }

  private static Optional<String> payday(ShopDays shop, int day) {
    return shop.effects(day).stream()
        .filter(effect -> effect.group() == Effect.Group.PAYDAY)
        .map(Effect::name)
        .findFirst();
  }

  private LogLinear fit(
      MeasureHistory past, Optional<PhasedValues> ofWeek, Optional<PhasedValues> ofQuincena) {
    int first = days.get(0);
    int span = days.get(days.size() - 1) - first;
    int knots = knots();
    int week = ofWeek.map(PhasedValues::columns).orElse(0);
    double[][] design = new double[days.size()][knots + week + columns(ofQuincena)];
    double[] totals = new double[days.size()];
    for (int i = 0; i < totals.length; i++) {
      totals[i] = past.total(days.get(i));
      double at = (knots - 1) * (days.get(i) - first) / (double) span;
      for (int knot = 0; knot < knots; knot++) {
        design[i][knot] = Math.max(0, 1 - Math.abs(at - knot));
      }
      int row = i;
      ofWeek.ifPresent(phased -> phased.fill(design[row], knots, row));
      ofQuincena.ifPresent(phased -> phased.fill(design[row], knots + week, row));
    }
    return LogLinear.of(
        design, totals, IntStream.range(0, totals.length).mapToDouble(i -> 1).toArray());
  }

  private int knots() {
    int span = days.get(days.size() - 1) - days.get(0);

    return 1 + Math.max(1, span / KNOT_DAYS);
  }

  private static int columns(Optional<PhasedValues> phased) {
    return phased.map(PhasedValues::columns).orElse(0);
  }

  /** The phases of both seasons; a season that cannot be estimated has one row with its reason. */
  public List<SeasonPhase> phases(MeasureHistory past) {
    List<SeasonPhase> phases = new ArrayList<>();
    phases.addAll(
        all.map(with -> fit(weekday, with, fit(past, Optional.empty(), quincena), knots()).phases())
            .orElse(List.of(unknown(Seasonality.WEEKDAY, Seasonality.TOO_SHORT))));
    if (all.isPresent() && quincena.isPresent()) {
      LogLinear without = fit(past, Optional.of(weekday), Optional.empty());
      int from = knots() + weekday.columns();
      phases.addAll(fit(quincena.get(), all.get(), without, from).phases());
    } else {
      boolean isPaid = days.stream().anyMatch(day -> payday(past.shop(), day).isPresent());
      phases.add(
          unknown(Seasonality.QUINCENA, isPaid ? Seasonality.TOO_SHORT : Seasonality.NO_PAYDAYS));
    }
    return phases;
  }

  private static SeasonFit fit(PhasedValues phased, LogLinear with, LogLinear without, int from) {
    return new SeasonFit(phased, with, without, from, with.degrees());
  }

  private SeasonPhase unknown(String season, String status) {
    return SeasonPhase.unknown(season, days.size(), status);
  }

  /** Combined factor of weekday and quincena on a day; 1 if not known. */
  double factor(int place) {
    return all.isEmpty() ? 1 : Math.exp(log(weekday, place, 0) + logOfQuincena(place));
  }

  private double logOfQuincena(int place) {
    return quincena.map(phased -> log(phased, place, weekday.columns())).orElse(0.0);
  }

  private double log(PhasedValues phased, int place, int after) {
    int phase = phased.at().get(place);

    return phase == 0 ? 0 : all.orElseThrow().coefficient(knots() + after + phase - 1);
  }
}
