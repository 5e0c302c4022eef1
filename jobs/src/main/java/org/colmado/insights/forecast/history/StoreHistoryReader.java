package org.colmado.insights.forecast.history;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Makes the history of a store from the arrays that Spark hands to a function.
 *
 * @param lastOn last day that is known
 * @param daysAhead days to come
 * @param byStore what is set for each
 * @param calendars effects by calendar and day
 */
public record StoreHistoryReader(
    LocalDate lastOn,
    int daysAhead,
    Map<String, StoreSetting> byStore,
    Map<String, Map<LocalDate, List<Effect>>> calendars)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Of a visit's value where a store has too few visits to say. */
  private static final double USUAL_BASKET_CV = 0.8;

  /** Of hours alone: no categories, neither weather nor events. */
  public StoreHistory read(String store, Seq<Row> hours) {
    return read(store, hours, null, null, null);
  }

  /**
   * What is known of a store.
   *
   * @param categories null: not asked for
   * @param basketCv null: the usual
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
