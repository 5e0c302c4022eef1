package org.colmado.insights.forecast.history;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.colmado.insights.table.CalendarDays;

/**
 * Something that is said of a day, most often by the calendar, and may move its sales.
 *
 * @param name the same on every day it is said of
 * @param width how large the effect is thought to be before any is seen: standard deviation of its
 *     logarithm
 * @param value how much of it the day has; 1 is all, 0 the usual
 */
public record Effect(String name, Group group, double width, double value) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Effects that are believed together or not at all. */
  public enum Group {
    PAYDAY,
    HOLIDAY,
    SEASON,
    WEATHER,
    EVENT
  }

  /** What the calendar says. */
  public static final List<Group> CALENDAR = List.of(Group.PAYDAY, Group.HOLIDAY, Group.SEASON);

  /** What the owner's files say. */
  public static final List<Group> OUTSIDE = List.of(Group.WEATHER, Group.EVENT);

  public static final String EVE = "eve";

  /** Days since the last payday, in words. */
  public static final List<String> PAYDAY_PHASES =
      List.of(
          "payday day 0",
          "payday day 1",
          "payday day 2",
          "payday day 3",
          "payday middle",
          "payday lean");

  private static final double SLIGHT = 0.15;
  private static final double MARKED = 0.2;

  /** Wages are paid. */
  public static final Effect PAYDAY = sincePayday(0);

  /** A holiday, whichever. */
  public static final Effect HOLIDAY = new Effect("holiday", Group.HOLIDAY, MARKED);

  public static final Effect BRIDGE = new Effect("bridge", Group.HOLIDAY, MARKED);

  private static final String ORDINARY = "normal";
  private static final int SECOND_REGALIA_FROM = 15;
  private static final int NEAR_PAYDAY = 3;
  private static final int LEAN_FROM_DAY = 10;

  /** All of it. */
  public Effect(String name, Group group, double width) {
    this(name, group, width, 1);
  }

  /**
   * What the calendar says of a day.
   *
   * @param day row of {@link CalendarDays}
   */
  static List<Effect> of(Row day) {
    List<Effect> effects = new ArrayList<>();
    Integer sincePayday = day.getAs(CalendarDays.DAYS_SINCE_PAYDAY);
    if (sincePayday != null) {
      effects.add(sincePayday(sincePayday));
    }
    effects.addAll(ofHolidays(day));
    if (day.<Boolean>getAs(CalendarDays.IS_REGALIA)) {
      boolean isFirst = day.<LocalDate>getAs(CalendarDays.ON).getDayOfMonth() < SECOND_REGALIA_FROM;
      effects.add(new Effect("regalia " + (isFirst ? "first" : "second"), Group.SEASON, SLIGHT));
    }
    String season = day.getAs(CalendarDays.SEASON);
    if (!season.equals(ORDINARY)) {
      effects.add(new Effect("season " + season, Group.SEASON, SLIGHT));
    }
    return List.copyOf(effects);
  }

  private static List<Effect> ofHolidays(Row day) {
    List<Effect> effects = new ArrayList<>();
    String holiday = day.getAs(CalendarDays.HOLIDAY);
    if (holiday != null) {
      effects.add(HOLIDAY);
      effects.add(holiday(holiday));
    }
    if (day.<Boolean>getAs(CalendarDays.IS_HOLIDAY_EVE)) {
      effects.add(new Effect(EVE, Group.HOLIDAY, MARKED));
    }
    if (day.<Boolean>getAs(CalendarDays.IS_BRIDGE)) {
      effects.add(BRIDGE);
    }
    String commercial = day.getAs(CalendarDays.COMMERCIAL_DAY);
    if (commercial != null) {
      effects.add(new Effect("day " + commercial, Group.HOLIDAY, MARKED));
    }
    return effects;
  }

  /** What one holiday does beyond what they all do. */
  public static Effect holiday(String name) {
    return new Effect(HOLIDAY.name() + " " + name, Group.HOLIDAY, SLIGHT);
  }

  private static Effect sincePayday(int days) {
    int phase =
        days <= NEAR_PAYDAY ? days : days < LEAN_FROM_DAY ? NEAR_PAYDAY + 1 : NEAR_PAYDAY + 2;

    return new Effect(PAYDAY_PHASES.get(phase), Group.PAYDAY, SLIGHT);
  }
}
