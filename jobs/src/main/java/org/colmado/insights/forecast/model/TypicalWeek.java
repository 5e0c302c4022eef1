package org.colmado.insights.forecast.model;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.weekday;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.colmado.insights.forecast.history.MeasureHistory;
import org.colmado.insights.forecast.history.ShopDays;
import org.colmado.insights.table.DemandForecast;
import org.colmado.insights.table.HourlySales;
import org.colmado.insights.table.Sales;

/**
 * The average weekly profile of the known stores: the share of a week's sales in each hour. It is
 * the prior for a store that has just opened.
 *
 * @param shares of the week, 24 hours of the clock for each day, Monday first
 */
public record TypicalWeek(List<Double> shares) implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int WINDOW_DAYS = 56;

  /** Minimum history of a store to be part of the average. */
  private static final int MIN_DAYS = 28;

  private static final String WEEKDAY = "weekday";

  public TypicalWeek {
    shares = List.copyOf(shares);
  }

  /**
   * weekday (0: Monday), hour, and the mean share of tickets and revenue: 168 rows at most.
   *
   * @param hours rows of {@link HourlySales}
   * @param lastOn last day that is known
   */
  public static Dataset<Row> rows(Dataset<Row> hours, LocalDate lastOn) {
    Column store = col(Sales.STORE_ID);
    Dataset<Row> recent =
        hours
            .where(col(HourlySales.STATE).equalTo(HourlySales.OPEN))
            .where(col(HourlySales.BUSINESS_ON).gt(lit(lastOn.minusDays(WINDOW_DAYS))));
    Dataset<Row> known =
        recent
            .groupBy(store)
            .agg(countDistinct(HourlySales.BUSINESS_ON).as("days"))
            .where(col("days").geq(MIN_DAYS));
    Column stores = lit(known.count());

    return recent
        .join(known, Sales.STORE_ID)
        .groupBy(store, weekday(col(HourlySales.BUSINESS_ON)).as(WEEKDAY), col(HourlySales.HOUR))
        .agg(
            sum(HourlySales.TICKETS).as(DemandForecast.TICKETS),
            sum(HourlySales.REVENUE).cast("double").as(DemandForecast.REVENUE))
        .select(
            col(WEEKDAY),
            col(HourlySales.HOUR),
            shareOfStore(DemandForecast.TICKETS),
            shareOfStore(DemandForecast.REVENUE))
        .groupBy(WEEKDAY, HourlySales.HOUR)
        .agg(
            sum(DemandForecast.TICKETS).divide(stores).as(DemandForecast.TICKETS),
            sum(DemandForecast.REVENUE).divide(stores).as(DemandForecast.REVENUE))
        .orderBy(WEEKDAY, HourlySales.HOUR);
  }

  private static Column shareOfStore(String measure) {
    Column all = sum(measure).over(Window.partitionBy(Sales.STORE_ID));

    return col(measure).divide(all).as(measure);
  }

  /**
   * Profiles by measure; empty if no store has enough history.
   *
   * @param rows as {@link #rows} gives them
   */
  public static Map<String, TypicalWeek> of(List<Row> rows) {
    Map<String, TypicalWeek> byMeasure = new HashMap<>();
    for (String measure : List.of(DemandForecast.TICKETS, DemandForecast.REVENUE)) {
      List<Double> shares =
          new ArrayList<>(Collections.nCopies(ShopDays.WEEK * MeasureHistory.HOURS, 0.0));
      for (Row row : rows) {
        int place =
            row.<Integer>getAs(WEEKDAY) * MeasureHistory.HOURS
                + row.<Integer>getAs(HourlySales.HOUR);
        shares.set(place, row.<Double>getAs(measure));
      }
      if (!rows.isEmpty()) {
        byMeasure.put(measure, new TypicalWeek(shares));
      }
    }
    return byMeasure;
  }

  /** Share of an hour of the clock. */
  double share(int weekday, int clock) {
    return shares.get(weekday * MeasureHistory.HOURS + clock);
  }
}
