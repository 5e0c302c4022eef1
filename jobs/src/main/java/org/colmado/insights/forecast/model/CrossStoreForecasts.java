package org.colmado.insights.forecast.model;

import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.colmado.insights.forecast.history.ShopDays;

/** What was learned from all stores at once about the days of one. */
public final class CrossStoreForecasts {
  /** Nothing was. */
  public static CrossStoreForecasts none() {
    return new CrossStoreForecasts();
  }

  /** An origin's forecasts of a measure. */
  private record Asked(int origin, String measure) {}

  private final Map<Asked, Map<ModelName, double[]>> days = new HashMap<>();
  private final Map<Asked, TypicalWeek> weeks = new HashMap<>();

  /**
   * What pooled models say; a day that nothing is said of is one that sells nothing.
   *
   * @param rows origin_on, target_on, measure, model, yhat
   */
  public static CrossStoreForecasts of(ShopDays shop, List<Row> rows, int horizon) {
    CrossStoreForecasts others = new CrossStoreForecasts();
    for (Row row : rows) {
      int origin = (int) ChronoUnit.DAYS.between(shop.first(), row.getLocalDate(0));
      int ahead = (int) ChronoUnit.DAYS.between(row.getLocalDate(0), row.getLocalDate(1));
      others.days.computeIfAbsent(
                  new Asked(origin, row.getString(2)), asked -> new EnumMap<>(ModelName.class))
              .computeIfAbsent(ModelName.of(row.getString(3)), model -> new double[horizon])[
              ahead] =
          row.getDouble(4);
    }
    return others;
  }

  /** Adds how the week of the others goes, as far as it was known at an origin. */
  public void add(int origin, Map<String, TypicalWeek> byMeasure) {
    byMeasure.forEach((measure, week) -> weeks.put(new Asked(origin, measure), week));
  }

  /** Totals of the days from an origin on, by model; empty: no model was asked. */
  public Map<ModelName, double[]> days(int origin, String measure) {
    return days.getOrDefault(new Asked(origin, measure), Map.of());
  }

  /** How the week of the others goes; empty: there are none, or it was not asked. */
  Optional<TypicalWeek> week(int origin, String measure) {
    return Optional.ofNullable(weeks.get(new Asked(origin, measure)));
  }
}
