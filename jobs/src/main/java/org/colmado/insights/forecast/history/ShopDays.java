package org.colmado.insights.forecast.history;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The days of one store in order and without gaps, future days at the end, each with its effects
 * and whether its sales count.
 *
 * @param first the first day
 * @param days one for each calendar day
 */
public record ShopDays(LocalDate first, List<Day> days) implements Serializable {
  private static final long serialVersionUID = 1L;

  public static final int WEEK = 7;

  /**
   * A day.
   *
   * @param isKnown the day has sales and none of them are missing; false for future days
   * @param counts known and not an extreme outlier: models learn from it
   * @param effects of the calendar, the weather and events
   */
  record Day(boolean isKnown, boolean counts, List<Effect> effects) implements Serializable {
    private static final long serialVersionUID = 1L;

    Day {
      effects = List.copyOf(effects);
    }

    boolean isSpecial() {
      return effects.stream().anyMatch(effect -> effect.group() == Effect.Group.HOLIDAY);
    }
  }

  public ShopDays {
    days = List.copyOf(days);
  }

  public int size() {
    return days.size();
  }

  public LocalDate on(int day) {
    return first.plusDays(day);
  }

  /** 0 Monday to 6 Sunday. */
  public int weekday(int day) {
    return Math.floorMod(first.getDayOfWeek().getValue() - 1 + day, WEEK);
  }

  public boolean isKnown(int day) {
    return days.get(day).isKnown();
  }

  public boolean counts(int day) {
    return days.get(day).counts();
  }

  public List<Effect> effects(int day) {
    return days.get(day).effects();
  }

  public boolean isSpecial(int day) {
    return days.get(day).isSpecial();
  }

  /** Whether the day is a holiday, or the day before or after one. */
  public boolean isNearHoliday(int day) {
    for (int near = Math.max(0, day - 1); near <= Math.min(days.size() - 1, day + 1); near++) {
      if (effects(near).contains(Effect.HOLIDAY)) {
        return true;
      }
    }
    return false;
  }

  /** Whether any day has an effect of weather or events. */
  public boolean hasExternalEffects() {
    return days.stream()
        .flatMap(day -> day.effects().stream())
        .anyMatch(effect -> Effect.OUTSIDE.contains(effect.group()));
  }

  /** The days that count in [from, to), in order. */
  public List<Integer> counted(int from, int to) {
    List<Integer> counted = new ArrayList<>();
    for (int day = Math.max(0, from); day < to; day++) {
      if (counts(day)) {
        counted.add(day);
      }
    }
    return counted;
  }
}
