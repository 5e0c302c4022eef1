package org.colmado.insights.features;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.colmado.insights.lake.SparkTypes;
import org.colmado.insights.table.CalendarDays;
import org.colmado.insights.table.HourlySales;
import org.colmado.insights.table.Sales;
import org.colmado.insights.table.Stores;
import scala.collection.Iterator;
import scala.collection.Seq;

/**
 * Turns counts by hour into the columns of {@link HourlySales}. All hours of a store go to one
 * task, where {@link OpenHours} determines the state of each.
 *
 * @param byStore settings of every store
 */
public record HourlySeries(Map<String, StoreHours> byStore) implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int MINUTES = 60;
  private static final List<String> WEEKDAYS =
      List.of("sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday");

  static final StructType HOUR_TYPE =
      new StructType()
          .add(HourlySales.BUSINESS_ON, DataTypes.DateType)
          .add(HourlySales.HOUR, DataTypes.IntegerType)
          .add(HourlySales.STATE, DataTypes.StringType)
          .add(HourlySales.TICKETS, DataTypes.LongType)
          .add(HourlySales.REVENUE, SparkTypes.MONEY)
          .add(HourlySales.UNITS, DataTypes.createDecimalType(14, 3))
          .add(HourlySales.REFUNDS, SparkTypes.MONEY);

  /**
   * Reads the settings of the stores.
   *
   * @param stores rows of {@link Stores}
   * @param calendar rows of {@link CalendarDays}
   * @param normalHoursDays number of past days from which usual opening hours are learned
   */
  public static HourlySeries of(List<Row> stores, List<Row> calendar, int normalHoursDays) {
    Map<String, Set<LocalDate>> holidays = new HashMap<>();
    for (Row day : calendar) {
      if (day.<Boolean>getAs(CalendarDays.IS_HOLIDAY)) {
        holidays
            .computeIfAbsent(day.getAs(CalendarDays.CALENDAR_ID), id -> new HashSet<>())
            .add(day.getAs(CalendarDays.ON));
      }
    }

    Map<String, StoreHours> byStore = new HashMap<>();
    for (Row store : stores) {
      OpenHours open =
          new OpenHours(
              configured(store),
              holidays.getOrDefault(store.<String>getAs(Stores.CALENDAR_ID), new HashSet<>()),
              normalHoursDays);
      byStore.put(
          store.getAs(Stores.STORE_ID),
          new StoreHours(open, store.<Integer>getAs(Stores.DAY_STARTS_AT_MINUTE) / MINUTES));
    }
    return new HourlySeries(byStore);
  }

  /**
   * One row for each store, day and hour of the day in which the store ever sold, zeros included.
   *
   * @param counted as {@link SalesByHour} makes it
   */
  public Dataset<Row> from(Dataset<Row> counted) {
    UDF2<String, Seq<Row>, Row[]> series = (store, hours) -> byStore.get(store).rows(sold(hours));
    Column counts =
        collect_list(
            struct(
                col(Sales.BUSINESS_ON),
                col(Sales.HOUR),
                col(SalesByHour.TICKETS),
                col(SalesByHour.REVENUE),
                col(SalesByHour.UNITS),
                col(SalesByHour.REFUNDS)));

    return counted
        .groupBy(col(Sales.STORE_ID))
        .agg(counts.as("counts"))
        .select(
            col(Sales.STORE_ID),
            explode(
                    udf(series, DataTypes.createArrayType(HOUR_TYPE))
                        .apply(col(Sales.STORE_ID), col("counts")))
                .as("series"))
        .select(col(Sales.STORE_ID), col("series.*"));
  }

  private static List<StoreHours.Sold> sold(Seq<Row> hours) {
    List<StoreHours.Sold> sold = new ArrayList<>(hours.size());
    for (Iterator<Row> each = hours.iterator(); each.hasNext(); ) {
      Row hour = each.next();
      sold.add(
          new StoreHours.Sold(
              hour.getLocalDate(0),
              hour.getInt(1),
              hour.getLong(2),
              hour.getDecimal(3),
              hour.getDecimal(4),
              hour.getDecimal(5)));
    }
    return sold;
  }

  /** Open hours by weekday, from "07:00-22:00" or "closed"; they may go over midnight. */
  private static Map<Integer, Set<Integer>> configured(Row store) {
    Map<Integer, Set<Integer>> configured = new HashMap<>();
    Map<String, String> hours = store.getJavaMap(store.fieldIndex(Stores.OPENING_HOURS));
    hours.forEach((weekday, span) -> configured.put(WEEKDAYS.indexOf(weekday), hoursIn(span)));
    return configured;
  }

  private static Set<Integer> hoursIn(String span) {
    Set<Integer> hours = new HashSet<>();
    if (!span.equals("closed")) {
      int opens = LocalTime.parse(span.substring(0, 5)).getHour();
      int closes = Integer.parseInt(span.substring(6, 8));
      int length = Math.floorMod(closes - opens - 1, 24) + 1;
      for (int slot = opens; slot < opens + length; slot++) {
        hours.add(slot % 24);
      }
    }
    return hours;
  }
}
