package org.colmado.insights.forecast.history;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Reads the history of a store from the arrays that Spark passes to a function.
 *
 * @param lastOn last day with data
 * @param daysAhead number of future days
 * @param byStore settings by store_id
 * @param calendars effects by calendar and day
 */
public record StoreHistoryReader(
    LocalDate lastOn,
    int daysAhead,
    Map<String, StoreSetting> byStore,
    Map<String, Map<LocalDate, List<Effect>>> calendars)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Coefficient of variation of a visit's value, for a store with too few visits to measure it. */
  private static final double USUAL_BASKET_CV = 0.8;

  /** Reads hours only: no categories, weather or events. */
  public StoreHistory read(String store, Seq<Row> hours) {
    return read(store, hours, null, null, null);
  }

  /**
   * Reads the history of a store.
   *
   * @param categories null: not needed
   * @param basketCv coefficient of variation of a visit's value; null: the default
   * @param outsideDays null: neither weather nor events
   */
  public StoreHistory read(
      String store, Seq<Row> hours, Seq<Row> categories, Double basketCv, Seq<Row> outsideDays) {
    StoreSetting setting = byStore.get(store);

    return StoreHistory.of(
        list(hours),
        list(categories),
        CalendarEffects.together(
            calendars.getOrDefault(setting.calendarId(), Map.of()),
            ExternalEffects.of(list(outsideDays))),
        new StoreHistory.Settings(
            lastOn,
            daysAhead,
            setting.dayStartsAtHour(),
            basketCv == null ? USUAL_BASKET_CV : basketCv));
  }

  /** Rows of an array; null: none. */
  public static List<Row> list(Seq<Row> rows) {
    return rows == null ? List.of() : CollectionConverters.asJava(rows);
  }
}
