package org.colmado.insights.forecast.history;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.colmado.insights.table.HourlySales;

/** Histories of a made-up store whose true rates are known. */
public final class SyntheticShop {
  public static final LocalDate FIRST = LocalDate.of(2026, 1, 5);
  public static final int OPENS = 8;
  public static final int CLOSES = 20;
  private static final double BASKET = 150;

  private SyntheticShop() {}

  /**
   * A store open from 8 to 20.
   *
   * @param days known days, from a Monday on
   * @param ofDay expected tickets of a day by its place; 0: closed
   */
  public static StoreHistory of(int days, IntToDoubleFunction ofDay, long seed) {
    return of(days, ofDay, Map.of(), seed);
  }

  public static StoreHistory of(
      int days, IntToDoubleFunction ofDay, Map<LocalDate, List<Effect>> calendar, long seed) {
    return StoreHistory.of(
        hours(days, ofDay, seed),
        List.of(),
        calendar,
        new StoreHistory.Settings(FIRST.plusDays(days - 1L), 14, 4, 0.8));
  }

  /** Hours as {@link StoreHistory} takes them. */
  public static List<Row> hours(int days, IntToDoubleFunction ofDay, long seed) {
    List<Row> hours = new ArrayList<>();
    Random random = new Random(seed);
    for (int day = 0; day < days; day++) {
      double expected = ofDay.applyAsDouble(day);
      for (int hour = OPENS; hour < CLOSES; hour++) {
        long tickets = expected == 0 ? 0 : draw(expected * share(hour), random);
        String state = expected == 0 ? HourlySales.CLOSED : HourlySales.OPEN;
        hours.add(
            RowFactory.create(
                FIRST.plusDays(day), hour, state, tickets, BigDecimal.valueOf(tickets * BASKET)));
      }
    }
    return hours;
  }

  /** Of a day's tickets: noon and evening are busy. */
  public static double share(int hour) {
    return (hour == 12 || hour == 18 ? 0.2 : 0.6 / (CLOSES - OPENS - 2));
  }

  private static long draw(double mean, Random random) {
    PoissonDistribution poisson = new PoissonDistribution(Math.max(mean, 1e-9));
    return poisson.inverseCumulativeProbability(random.nextDouble());
  }
}
