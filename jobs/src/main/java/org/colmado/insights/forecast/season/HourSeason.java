package org.colmado.insights.forecast.season;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.colmado.insights.forecast.fit.LogLinear;
import org.colmado.insights.forecast.history.MeasureHistory;
import org.colmado.insights.forecast.history.SellingHours;
import org.colmado.insights.forecast.history.StoreHistory;
import org.colmado.insights.table.Seasonality;

/**
 * The effect of the hour of the day over the last 26 weeks, in the hours the store is usually open:
 * each day has a level and each hour a share, fitted alternately to the totals of both (iterative
 * proportional fitting: Deming and Stephan 1940, Annals of Mathematical Statistics 11:427).
 */
public final class HourSeason {
  private static final int WINDOW_DAYS = 182;
  private static final int MIN_DAYS = 7;
  private static final int PASSES = 30;

  private final List<Double> values = new ArrayList<>();
  private final List<Integer> hours = new ArrayList<>();
  private final List<Integer> days = new ArrayList<>();
  private int daysSeen;

  private HourSeason() {}

  /** The phases, or one row with the reason why there are none. */
  public static List<SeasonPhase> phases(
      MeasureHistory past, SellingHours slots, StoreHistory history) {
    HourSeason season = new HourSeason();
    for (int day : past.counted(WINDOW_DAYS)) {
      if (!past.shop().isSpecial(day)) {
        season.add(past, slots, day);
      }
    }
    long distinct = season.hours.stream().distinct().count();
    return season.daysSeen < MIN_DAYS || distinct < 2
        ? List.of(SeasonPhase.unknown(Seasonality.HOUR, season.daysSeen, Seasonality.TOO_SHORT))
        : season.fit(history).phases();
  }

  private void add(MeasureHistory past, SellingHours slots, int day) {
    double sum = 0;
    for (int hour = 0; hour < MeasureHistory.HOURS; hour++) {
      sum += slots.isRegular(day, hour) ? past.value(day, hour) : 0;
    }
    for (int hour = 0; hour < MeasureHistory.HOURS && sum > 0; hour++) {
      if (slots.isRegular(day, hour)) {
        values.add(past.value(day, hour));
        hours.add(hour);
        days.add(daysSeen);
      }
    }
    daysSeen += sum > 0 ? 1 : 0;
  }

  private SeasonFit fit(StoreHistory history) {
    List<String> order =
        IntStream.range(0, MeasureHistory.HOURS).mapToObj(place -> name(history, place)).toList();
    PhasedValues phased =
        PhasedValues.of(
            Seasonality.HOUR, order, hours.stream().map(place -> name(history, place)).toList());
    double[] y = values.stream().mapToDouble(Double::doubleValue).toArray();
    double[][] design = new double[y.length][1 + phased.columns()];
    double[][] plain = new double[y.length][1];
    for (int i = 0; i < y.length; i++) {
      design[i][0] = 1;
      plain[i][0] = 1;
      phased.fill(design[i], 1, i);
    }
    double[] even = new double[MeasureHistory.HOURS];
    Arrays.fill(even, 1);
    LogLinear with = LogLinear.of(design, y, levels(shares()));
    LogLinear without = LogLinear.of(plain, y, levels(even));
    return new SeasonFit(phased, with, without, 1, with.degrees() - daysSeen + 1);
  }

  private static String name(StoreHistory history, int place) {
    return String.format(Locale.ROOT, "%02d", history.clock(place));
  }

  /** Share of each hour at a day level of 1. */
  private double[] shares() {
    double[] shares = new double[MeasureHistory.HOURS];
    Arrays.fill(shares, 1);
    for (int pass = 0; pass < PASSES; pass++) {
      double[] levels = levels(shares);
      double[] sold = new double[MeasureHistory.HOURS];
      double[] expected = new double[MeasureHistory.HOURS];
      for (int i = 0; i < levels.length; i++) {
        sold[hours.get(i)] += values.get(i);
        expected[hours.get(i)] += levels[i];
      }
      Arrays.setAll(shares, hour -> expected[hour] > 0 ? sold[hour] / expected[hour] : 0);
    }
    return shares;
  }

  /** The level of the day of each observation. */
  private double[] levels(double[] shares) {
    double[] sold = new double[daysSeen];
    double[] expected = new double[daysSeen];
    for (int i = 0; i < values.size(); i++) {
      sold[days.get(i)] += values.get(i);
      expected[days.get(i)] += shares[hours.get(i)];
    }
    return IntStream.range(0, values.size())
        .mapToDouble(i -> sold[days.get(i)] / expected[days.get(i)])
        .toArray();
  }
}
