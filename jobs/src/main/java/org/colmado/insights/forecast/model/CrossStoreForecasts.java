package org.colmado.insights.forecast.model;

import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.colmado.insights.forecast.history.ShopDays;

/** Forecasts for one store that were learned from all stores. */
public final class CrossStoreForecasts {
  /** No such forecasts. */
  public static CrossStoreForecasts none() {
    return new CrossStoreForecasts();
  }

  /** Key: the forecasts of a measure at an origin. */
  private record Asked(int origin, String measure) {}

  /** From so many stores on, each model that they taught is worth as much as the store's own. */
  private static final long MANY_STORES = 3;

  private final Map<Asked, Map<ModelName, double[]>> days = new HashMap<>();
  private final Set<Asked> fromMany = new HashSet<>();
  private final Map<Asked, TypicalWeek> weeks = new HashMap<>();

  /**
   * Reads the forecasts of the pooled models; a day without a row is forecast as 0.
   *
   * @param rows origin_on, target_on, measure, model, yhat, stores
   */
  public static CrossStoreForecasts of(ShopDays shop, List<Row> rows, int horizon) {
    CrossStoreForecasts others = new CrossStoreForecasts();
    for (Row row : rows) {
      int origin = (int) ChronoUnit.DAYS.between(shop.first(), row.getLocalDate(0));
      int ahead = (int) ChronoUnit.DAYS.between(row.getLocalDate(0), row.getLocalDate(1));
      Asked asked = new Asked(origin, row.getString(2));
      if (row.getLong(5) >= MANY_STORES) {
        others.fromMany.add(asked);
      }
      others.days.computeIfAbsent(asked, it -> new EnumMap<>(ModelName.class))
              .computeIfAbsent(ModelName.of(row.getString(3)), model -> new double[horizon])[
              ahead] =
          row.getDouble(4);
    }
    return others;
  }

  /** Adds the typical week of the other stores as known at an origin. */
  public void add(int origin, Map<String, TypicalWeek> byMeasure) {
    byMeasure.forEach((measure, week) -> weeks.put(new Asked(origin, measure), week));
  }

  /** Daily totals from an origin on, by model; empty if no model was used. */
  public Map<ModelName, double[]> days(int origin, String measure) {
    return days.getOrDefault(new Asked(origin, measure), Map.of());
  }

  /** Whether at least three stores taught the models. */
  boolean areFromMany(int origin, String measure) {
    return fromMany.contains(new Asked(origin, measure));
  }

  /** The typical week of the other stores; empty if there are none. */
  Optional<TypicalWeek> week(int origin, String measure) {
    return Optional.ofNullable(weeks.get(new Asked(origin, measure)));
  }
}
