package org.colmado.insights.simulate;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.colmado.insights.calendar.CalendarDay;

/**
 * Expected visits by mission and hour of a day, from weekday, hour, quincena, holidays, December,
 * season, growth, and planted weather and feasts. All of it is assumed. Random variation is added
 * to it.
 */
final class Demand {
  private static final double DAYS_PER_YEAR = 365.25;

  /** An uplift of payday is down to 1/e after so many days. */
  private static final double PAYDAY_DECAY_DAYS = 2.2;

  private static final int LEAN_FROM_DAY = 10;
  private static final double LEAN_FACTOR = 0.93;
  private static final int HOTTEST_DAY_OF_YEAR = 213;

  private final Shop shop;
  private final List<PlantedMission> missions;
  private final LocalDate middle;
  private final Town town;
  private final double scale;

  Demand(Shop shop, List<PlantedMission> missions, LocalDate middle, Town town) {
    this.town = town;
    this.shop = shop;
    this.missions = missions;
    this.middle = middle;
    this.scale = shop.level() * 7 / ordinaryWeek();
  }

  /** Expected visits by mission and hour, 0 in closed hours. */
  double[][] on(CalendarDay day) {
    double[][] expected = new double[missions.size()][OpeningHours.HOURS];
    for (int m = 0; m < expected.length; m++) {
      double factor =
          scale
              * growth(day.on())
              * shop.missionFactors().get(m)
              * response(m, day)
              * town.factor(day.on());
      for (int hour = 0; hour < OpeningHours.HOURS; hour++) {
        if (isOpen(day, hour)) {
          expected[m][hour] = factor * missions.get(m).weight(day.dayOfWeek(), hour);
        }
      }
    }
    return expected;
  }

  /** Expected visits of all missions in an hour. */
  static double total(double[][] expected, int hour) {
    return Arrays.stream(expected).mapToDouble(ofMission -> ofMission[hour]).sum();
  }

  boolean isOpen(CalendarDay day, int hour) {
    boolean isShut = shop.closesOnGoodFriday() && (isGoodFriday(day) || isNewYear(day));

    return !isShut && shop.hours().isOpen(day.dayOfWeek(), hour);
  }

  private double response(int m, CalendarDay day) {
    PlantedMission mission = missions.get(m);
    double festive = 1 + mission.festive() * (festivity(day) - 1);
    double holiday = day.isHoliday() ? mission.holiday() : 1;
    boolean isDry = isGoodFriday(day) && mission.festive() > 0;

    return isDry ? 0 : quincena(mission, day) * holiday * festive * month(mission, day);
  }

  private static double quincena(PlantedMission mission, CalendarDay day) {
    if (day.daysSincePayday().isEmpty()) {
      return 1;
    }

    int days = day.daysSincePayday().getAsInt();
    double uplift = mission.payday() * StrictMath.exp(-days / PAYDAY_DECAY_DAYS);
    return days >= LEAN_FROM_DAY ? LEAN_FACTOR : 1 + uplift;
  }

  /** What brings people out at night: an eve, a bridge, Holy Week, December, the hot months. */
  private static double festivity(CalendarDay day) {
    double eve = day.isHolidayEve() || day.isBridge() ? 1.35 : 1;
    double season = day.season().equals("holy_week") ? 1.25 : 1;
    double commercial = day.commercialDay().map(Demand::commercial).orElse(1.0);
    double angle = 2 * Math.PI * (day.on().getDayOfYear() - HOTTEST_DAY_OF_YEAR) / DAYS_PER_YEAR;

    return eve * season * commercial * (1 + 0.06 * StrictMath.cos(angle));
  }

  /** Beer and rum are stocked double for 31 December (mission research 4.4). */
  private static double commercial(String name) {
    return name.startsWith("Noche") ? 2 : 1.3;
  }

  /**
   * The Christmas salary comes in two steps, the state's early in December and the others' after
   * the 15th; January is lean.
   */
  private static double month(PlantedMission mission, CalendarDay day) {
    LocalDate on = day.on();
    if (day.isRegalia()) {
      double step = on.getDayOfMonth() < 15 ? 0.08 : 0.18;
      return 1 + step * (1 + mission.festive());
    }

    boolean isLean = on.getMonthValue() == 1 && on.getDayOfMonth() > 6;
    return isLean ? LEAN_FACTOR : 1;
  }

  private double growth(LocalDate on) {
    double years = ChronoUnit.DAYS.between(middle, on) / DAYS_PER_YEAR;

    return StrictMath.pow(1 + shop.yearlyGrowth(), years);
  }

  private double ordinaryWeek() {
    double total = 0;
    for (int dayOfWeek = 0; dayOfWeek < 7; dayOfWeek++) {
      for (int hour = 0; hour < OpeningHours.HOURS; hour++) {
        if (shop.hours().isOpen(dayOfWeek, hour)) {
          for (int m = 0; m < missions.size(); m++) {
            total += shop.missionFactors().get(m) * missions.get(m).weight(dayOfWeek, hour);
          }
        }
      }
    }
    return total;
  }

  private static boolean isGoodFriday(CalendarDay day) {
    return day.holiday().filter(name -> name.contains("Viernes Santo")).isPresent();
  }

  private static boolean isNewYear(CalendarDay day) {
    return day.isHoliday() && day.on().getDayOfYear() == 1;
  }
}
