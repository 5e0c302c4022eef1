package org.colmado.insights.run;

import java.util.stream.Stream;
import org.colmado.insights.calendar.ShopCalendar;
import org.colmado.insights.config.BadInputException;
import org.colmado.insights.config.ConfFolder;
import org.colmado.insights.config.InsightsConfig;
import org.colmado.insights.config.StoreOverrides;

/** Reads the calendar with a configured name. */
public final class ConfiguredCalendars {
  private ConfiguredCalendars() {}

  /** The calendar of {@code calendars/NAME.yaml}; {@code none} has no file. */
  public static ShopCalendar read(ConfFolder conf, String name) {
    return name.equals(ShopCalendar.none().id())
        ? ShopCalendar.none()
        : ShopCalendar.read(name, conf.find("calendars/" + name + ".yaml"));
  }

  /**
   * Checks every calendar that the stores of these sales may have.
   *
   * @throws BadInputException if one cannot be read
   */
  public static void check(ConfFolder conf, InsightsConfig config, StoreOverrides ofSource) {
    Stream<StoreOverrides> own = config.stores().values().stream();
    Stream.concat(Stream.of(StoreOverrides.NONE), own)
        .map(overrides -> overrides.over(ofSource.over(config.storeDefaults())).calendar())
        .distinct()
        .forEach(name -> check(conf, name));
  }

  private static void check(ConfFolder conf, String name) {
    try {
      read(conf, name);
    } catch (BadInputException e) {
      throw new BadInputException(
          "Cannot use calendar '%s' of a store: %s. Correct 'calendar' in the settings or in the mapping, or write that file."
              .formatted(name, e.getMessage()),
          e);
    }
  }
}
