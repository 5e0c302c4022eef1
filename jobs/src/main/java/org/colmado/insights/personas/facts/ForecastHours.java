package org.colmado.insights.personas.facts;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.colmado.insights.table.DemandForecast;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** Forecast tickets of a store by hour for the coming week. */
public record ForecastHours(List<Hour> hours) {
  /** Result column of {@link #from}. */
  public static final String HOURS = "hours";

  private static final int WEEK = 7;

  /**
   * Forecast tickets of the store in one hour, with the 80 % interval.
   *
   * @param isGuess whether the forecast is based on few days
   */
  public record Hour(
      LocalDate on, int hour, double expected, double low, double high, boolean isGuess) {
    private static Hour of(Row row) {
      return new Hour(
          row.getLocalDate(0),
          row.getInt(1),
          row.getDouble(2),
          row.getDouble(3),
          row.getDouble(4),
          row.getBoolean(5));
    }
  }

  /**
   * Collects the forecast of a night to one row for each store: store_id, hours.
   *
   * @param forecast rows of {@link DemandForecast}
   * @param asOf the night
   */
  public static Dataset<Row> from(Dataset<Row> forecast, LocalDate asOf) {
    Column isComing =
        col(DemandForecast.AS_OF)
            .equalTo(lit(asOf))
            .and(col(DemandForecast.GRANULARITY).equalTo(DemandForecast.HOUR))
            .and(col(DemandForecast.MEASURE).equalTo(DemandForecast.TICKETS))
            .and(col(DemandForecast.TARGET_ON).leq(lit(asOf.plusDays(WEEK))));
    Column hour =
        struct(
            col(DemandForecast.TARGET_ON),
            col(DemandForecast.TARGET_HOUR),
            col(DemandForecast.YHAT),
            col(DemandForecast.LO80),
            col(DemandForecast.HI80),
            col(DemandForecast.STATUS).equalTo(DemandForecast.LOW_DATA));

    return forecast
        .where(isComing)
        .groupBy(col(DemandForecast.STORE_ID))
        .agg(array_sort(collect_list(hour)).as(HOURS));
  }

  /**
   * Reads the column of one store.
   *
   * @param hours null if the store has no forecast
   */
  public static ForecastHours of(Seq<Row> hours) {
    return hours == null
        ? new ForecastHours(List.of())
        : new ForecastHours(CollectionConverters.asJava(hours).stream().map(Hour::of).toList());
  }

  /**
   * The next hour with this weekday and hour.
   *
   * @param weekday 0 Sunday to 6 Saturday
   */
  public Optional<Hour> next(int weekday, int hour) {
    return hours.stream()
        .filter(it -> it.hour() == hour && it.on().getDayOfWeek().getValue() % WEEK == weekday)
        .min(Comparator.comparing(Hour::on));
  }
}
