package org.colmado.insights.ingest.ticket;

import java.io.Serializable;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import org.colmado.insights.config.InsightsConfig;
import org.colmado.insights.config.StoreOverrides;
import org.colmado.insights.config.StoreSettings;

/**
 * Time zone and start of the business day of each store.
 *
 * @param byStore stores that differ from the default
 * @param others default for all other stores
 */
public record StoreClocks(Map<String, Clock> byStore, Clock others) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Time zone and start of the business day: an earlier sale belongs to the day before. */
  public record Clock(ZoneId zone, LocalTime dayStarts) implements Serializable {
    private static final long serialVersionUID = 1L;

    static Clock of(StoreSettings store) {
      return new Clock(store.timeZone(), store.businessDayStarts());
    }
  }

  public static StoreClocks of(InsightsConfig config, StoreOverrides fromSource) {
    TreeMap<String, Clock> byStore = new TreeMap<>();
    config.stores().keySet().forEach(id -> byStore.put(id, Clock.of(config.store(id, fromSource))));

    return new StoreClocks(byStore, Clock.of(fromSource.over(config.storeDefaults())));
  }

  public Clock of(String storeId) {
    return byStore.getOrDefault(storeId, others);
  }
}
