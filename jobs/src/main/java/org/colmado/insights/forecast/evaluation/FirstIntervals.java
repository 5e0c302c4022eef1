package org.colmado.insights.forecast.evaluation;

import java.util.List;
import org.colmado.insights.forecast.history.MeasureHistory;
import org.colmado.insights.forecast.history.ShopDays;
import org.colmado.insights.forecast.model.Dispersion;
import org.colmado.insights.forecast.model.OriginForecast;
import org.colmado.insights.table.DemandForecast;

/**
 * Intervals for a store whose forecasts have too few known errors. What the values vary by is
 * measured on its history, and drawn to a prior: the chance of counts, and the usual moves of days
 * and weeks.
 *
 * @param areVisits the values are counts of visits; else money
 * @param chance dispersion by the chance of counts alone: 1 for visits; mean basket * (1 + cv^2)
 *     for the money of Poisson visits
 * @param visit mean value of a visit; 1 for visits
 */
public record FirstIntervals(MeasureHistory past, boolean areVisits, double chance, double visit) {
  /** Number of days that the prior is worth, and of hours and weeks. */
  private static final double PRIOR_DAYS = 5;

  private static final double PRIOR_HOURS = 40;
  private static final double PRIOR_WEEKS = 3;

  /** Standard deviation of a day's level, beside the chance of counts, as a share. */
  private static final double DAY_MOVES = 0.07;

  /** Of a week's: in the Dominican Republic weeks of paydays and the others differ so. */
  private static final double WEEK_MOVES = 0.07;

  /** With fewer days, the mean tells more than pairs a week apart. */
  private static final int PAIRS_FROM_DAYS = 2 * ShopDays.WEEK;

  /** The prediction interval of a forecast value of the series. */
  public static PredictionInterval around(
      double yhat, boolean isNearHoliday, OriginForecast forecast, ForecastSeries series) {
    return of(forecast, series).around(yhat, isNearHoliday);
  }

  /** The interval of every value of the series. */
  static CountInterval of(OriginForecast forecast, ForecastSeries series) {
    return read(forecast, series).interval(series.granularity());
  }

  private static FirstIntervals read(OriginForecast forecast, ForecastSeries series) {
    MeasureHistory tickets = forecast.tickets().past();
    if (series.measure().equals(DemandForecast.TICKETS)) {
      return new FirstIntervals(tickets, true, 1, 1);
    }

    MeasureHistory revenue = forecast.revenue().past();
    MeasureHistory past =
        series.measure().equals(DemandForecast.REVENUE)
            ? revenue
            : forecast
                .history()
                .category(
                    series.measure().substring(DemandForecast.OF_CATEGORY.length()),
                    revenue.origin());
    double cv = forecast.history().basketCv();
    double visits = tickets.total(0, tickets.origin());
    double visit = visits == 0 ? 1 : revenue.total(0, revenue.origin()) / visits;
    return new FirstIntervals(past, false, visit * (1 + cv * cv), visit);
  }

  private CountInterval interval(Granularity granularity) {
    List<Integer> days = past.counted(past.origin());
    boolean hasPairs = days.size() >= PAIRS_FROM_DAYS;
    double weeks = Math.max(1, days.size() / (double) ShopDays.WEEK);
    double observed = hasPairs ? weeks : Math.max(1, days.size());
    double mean = days.stream().mapToDouble(past::total).average().orElse(0);
    double scale = Math.sqrt(HolidayScale.usual(granularity));

    return switch (granularity) {
      case HOUR ->
          interval(
              areVisits,
              visit,
              hasPairs ? Dispersion.ofHours(past, days) : Dispersion.ofHoursAroundMean(past, days),
              chance,
              PRIOR_HOURS,
              observed,
              scale);
      case DAY ->
          interval(
              false,
              0,
              hasPairs ? Dispersion.ofDays(past, days) : Dispersion.ofDaysAroundMean(past, days),
              chance + DAY_MOVES * DAY_MOVES * mean,
              PRIOR_DAYS,
              observed,
              scale);
      case WEEK ->
          interval(
              false,
              0,
              Dispersion.ofWeeks(past),
              chance + WEEK_MOVES * WEEK_MOVES * mean * ShopDays.WEEK,
              PRIOR_WEEKS,
              weeks,
              scale);
    };
  }

  private static CountInterval interval(
      boolean areWhole,
      double visit,
      Dispersion dispersion,
      double thought,
      double weight,
      double observed,
      double scale) {
    return new CountInterval(
        areWhole,
        visit,
        dispersion.drawnTo(thought, weight),
        observed,
        weight + dispersion.pairs(),
        scale);
  }
}
