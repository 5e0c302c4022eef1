package org.colmado.insights.forecast.history;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.colmado.insights.table.Stores;

/**
 * Settings of a store that its forecast needs.
 *
 * @param dayStartsAtHour first hour of the business day
 */
public record StoreSetting(String calendarId, int dayStartsAtHour) implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int MINUTES_PER_HOUR = 60;

  /**
   * Settings by store_id.
   *
   * @param stores rows of {@link Stores}
   */
  public static Map<String, StoreSetting> byStore(List<Row> stores) {
    return stores.stream()
        .collect(
            Collectors.toMap(
                store -> store.<String>getAs(Stores.STORE_ID),
                store ->
                    new StoreSetting(
                        store.getAs(Stores.CALENDAR_ID),
                        store.<Integer>getAs(Stores.DAY_STARTS_AT_MINUTE) / MINUTES_PER_HOUR)));
  }
}
