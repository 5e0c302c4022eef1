package org.colmado.insights.forecast.history;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.colmado.insights.table.HourlySales;

/**
 * Shops in which there is nothing to learn: the same expected visits every day and hour, or the
 * same profile every day. Baskets are lognormal.
 *
 * @param visits expected visits of a day
 * @param days known days
 * @param isFlat every hour expects the same; else noon and evening are busy
 */
public record ControlShop(double visits, int days, boolean isFlat, long seed) {
  private static final int DAYS = 250;
  private static final double BASKET = 150;

  /** Coefficient of variation of a visit's value. */
  private static final double BASKET_CV = 0.8;

  /** Shops of several sizes. */
  public static List<StoreHistory> all() {
    List<StoreHistory> shops = new ArrayList<>();
    for (double visits : new double[] {10, 58, 58, 200}) {
      for (int seed = 1; seed <= 3; seed++) {
        shops.add(new ControlShop(visits, DAYS, seed == 1, seed).history());
      }
    }
    return shops;
  }

  public StoreHistory history() {
    return StoreHistory.of(
        hours(),
        List.of(),
        Map.of(),
        new StoreHistory.Settings(SyntheticShop.FIRST.plusDays(days - 1L), 14, 4, BASKET_CV));
  }

  /** Hours as {@link StoreHistory} takes them. */
  public List<Row> hours() {
    List<Row> hours = new ArrayList<>();
    Random random = new Random(seed * 1000 + Math.round(visits));
    int open = SyntheticShop.CLOSES - SyntheticShop.OPENS;
    for (int day = 0; day < days; day++) {
      LocalDate on = SyntheticShop.FIRST.plusDays(day);
      for (int hour = SyntheticShop.OPENS; hour < SyntheticShop.CLOSES; hour++) {
        double expected = visits * (isFlat ? 1.0 / open : SyntheticShop.share(hour));
        long tickets =
            new PoissonDistribution(expected).inverseCumulativeProbability(random.nextDouble());
        hours.add(RowFactory.create(on, hour, HourlySales.OPEN, tickets, value(tickets, random)));
      }
    }
    return hours;
  }

  private static BigDecimal value(long tickets, Random random) {
    double sigma = Math.sqrt(Math.log(1 + BASKET_CV * BASKET_CV));
    double value = 0;
    for (int i = 0; i < tickets; i++) {
      value += BASKET * Math.exp(sigma * random.nextGaussian() - sigma * sigma / 2);
    }
    return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
  }
}
