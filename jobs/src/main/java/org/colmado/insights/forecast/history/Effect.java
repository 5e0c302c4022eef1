package org.colmado.insights.forecast.history;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.colmado.insights.table.CalendarDays;

/**
 * A property of a day that may raise or lower its sales: a payday, a holiday, rain, an event.
 *
 * @param name the same on every day that has the effect
 * @param width standard deviation of the prior on the logarithm of the effect
 * @param value strength on this day: 1 is the full effect, 0 is an ordinary day
 */
public record Effect(String name, Group group, double width, double value) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Effects that a regression keeps or drops together. */
  public enum Group {
    PAYDAY,
    HOLIDAY,
    SEASON,
    WEATHER,
    EVENT
  }

  /** Groups that come from the calendar. */
  public static final List<Group> CALENDAR = List.of(Group.PAYDAY, Group.HOLIDAY, Group.SEASON);

  /** Groups that come from the owner's weather and event files. */
  public static final List<Group> OUTSIDE = List.of(Group.WEATHER, Group.EVENT);

  public static final String EVE = "eve";

  /** Names of the effects for days since the last payday. */
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

  /** The day on which wages are paid. */
  public static final Effect PAYDAY = sincePayday(0);

  /** Any holiday. */
  public static final Effect HOLIDAY = new Effect("holiday", Group.HOLIDAY, MARKED);

  public static final Effect BRIDGE = new Effect("bridge", Group.HOLIDAY, MARKED);

  private static final String ORDINARY = "normal";
  private static final int SECOND_REGALIA_FROM = 15;
  private static final int NEAR_PAYDAY = 3;
  private static final int LEAN_FROM_DAY = 10;

  /** An effect with the full value of 1. */
  public Effect(String name, Group group, double width) {
    this(name, group, width, 1);
  }

  /**
   * The calendar effects of a day.
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

  /** The effect of one named holiday, in addition to {@link #HOLIDAY}. */
  public static Effect holiday(String name) {
    return new Effect(HOLIDAY.name() + " " + name, Group.HOLIDAY, SLIGHT);
  }

  private static Effect sincePayday(int days) {
    int phase =
        days <= NEAR_PAYDAY ? days : days < LEAN_FROM_DAY ? NEAR_PAYDAY + 1 : NEAR_PAYDAY + 2;

    return new Effect(PAYDAY_PHASES.get(phase), Group.PAYDAY, SLIGHT);
  }
}
