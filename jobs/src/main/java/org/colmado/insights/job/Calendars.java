package org.colmado.insights.job;

import org.colmado.insights.calendar.ShopCalendar;
import org.colmado.insights.config.ConfFolder;

/** Finds a calendar by the name the settings give it. */
final class Calendars {
  private Calendars() {}

  /** The calendar of {@code calendars/NAME.yaml}; {@code none} has no file. */
  static ShopCalendar read(ConfFolder conf, String name) {
    return name.equals(ShopCalendar.none().id())
        ? ShopCalendar.none()
        : ShopCalendar.read(name, conf.find("calendars/" + name + ".yaml"));
  }
}
