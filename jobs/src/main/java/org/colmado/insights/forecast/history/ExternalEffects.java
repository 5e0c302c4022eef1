package org.colmado.insights.forecast.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.DoublePredicate;
import org.apache.spark.sql.Row;
import org.colmado.insights.forecast.history.Effect.Group;

/**
 * The effects of weather and events on the days of one store. Rain is 10 mm a day or more, heavy
 * rain 25 mm or more, heat a maximum above nine tenths of those that are known (R10mm, R25mm and
 * TX90p of Zhang et al., WIREs Climate Change 2011, 2:851).
 *
 * <p>A weather effect is centred: its value is 1 (or 0) minus the share of days that had it. So 0
 * stands for average weather, and for a day without weather data. An event has the value 1.
 *
 * <p>A back-test sees the observed weather of the days after its origin, unless the file holds the
 * weather forecast of that time.
 */
public final class ExternalEffects {
  private static final double RAINY_MM = 10;
  private static final double VERY_RAINY_MM = 25;
  private static final double MOSTLY = 0.9;
  private static final double WEATHER_WIDTH = 0.2;

  /** Events are noted because they stand out, so their prior is wide. */
  private static final double EVENT_WIDTH = 0.3;

  private static final String OF_EVENT = "event ";

  private final Map<LocalDate, List<Effect>> effects = new HashMap<>();

  private ExternalEffects() {}

  /**
   * Effects by day.
   *
   * @param days in the columns of {@link ExternalDays#DAY}
   */
  public static Map<LocalDate, List<Effect>> of(List<Row> days) {
    ExternalEffects outside = new ExternalEffects();
    Map<LocalDate, Double> rain = known(days, 3);
    Map<LocalDate, Double> warmth = known(days, 4);
    double warm = percentile90(warmth.values());
    outside.add(rain, "rain", mm -> mm >= RAINY_MM);
    outside.add(rain, "heavy rain", mm -> mm >= VERY_RAINY_MM);
    outside.add(warmth, "heat", celsius -> celsius > warm);
    outside.addEvents(days);
    return outside.effects;
  }

  /** The store's own value, else the value for all stores; the maximum if a day has several. */
  private static Map<LocalDate, Double> known(List<Row> days, int place) {
    Map<LocalDate, Double> known = new HashMap<>();
    Map<LocalDate, Double> own = new HashMap<>();
    for (Row day : days) {
      if (!day.isNullAt(place)) {
        (day.getBoolean(0) ? own : known)
            .merge(day.getLocalDate(1), day.getDouble(place), Math::max);
      }
    }
    known.putAll(own);
    return known;
  }

  private static double percentile90(Collection<Double> values) {
    return values.stream()
        .sorted()
        .skip(Math.max(0, (long) Math.ceil(MOSTLY * values.size()) - 1))
        .findFirst()
        .orElse(Double.POSITIVE_INFINITY);
  }

  private void add(Map<LocalDate, Double> known, String name, DoublePredicate isSo) {
    double share = known.values().stream().filter(isSo::test).count() / (double) known.size();
    if (share > 0) {
      known.forEach(
          (on, value) ->
              on(on)
                  .add(
                      new Effect(
                          name, Group.WEATHER, WEATHER_WIDTH, (isSo.test(value) ? 1 : 0) - share)));
    }
  }

  private void addEvents(List<Row> days) {
    Map<LocalDate, TreeSet<String>> events = new HashMap<>();
    for (Row day : days) {
      if (!day.isNullAt(5)) {
        day.getLocalDate(1)
            .datesUntil(day.getLocalDate(2).plusDays(1))
            .forEach(on -> events.computeIfAbsent(on, unseen -> new TreeSet<>()).add(kind(day)));
      }
    }
    events.forEach((on, kinds) -> kinds.forEach(kind -> on(on).add(event(kind))));
  }

  /** The event's name in lower case, with single blanks. */
  private static String kind(Row day) {
    return day.getString(5).toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
  }

  static Effect event(String kind) {
    return new Effect(OF_EVENT + kind, Group.EVENT, EVENT_WIDTH);
  }

  private List<Effect> on(LocalDate on) {
    return effects.computeIfAbsent(on, unseen -> new ArrayList<>());
  }
}
