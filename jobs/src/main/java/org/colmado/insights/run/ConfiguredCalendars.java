package org.colmado.insights.run;

import org.colmado.insights.calendar.ShopCalendar;
import org.colmado.insights.config.ConfFolder;

/** Reads the calendar with a configured name. */
public final class ConfiguredCalendars {
  private ConfiguredCalendars() {}

  /** The calendar of {@code calendars/NAME.yaml}; {@code none} has no file. */
  public static ShopCalendar read(ConfFolder conf, String name) {
    return name.equals(ShopCalendar.none().id())
        ? ShopCalendar.none()
        : ShopCalendar.read(name, conf.find("calendars/" + name + ".yaml"));
  }
}
