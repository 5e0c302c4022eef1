package org.colmado.insights.forecast.run;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.colmado.insights.forecast.history.Effect;
import org.colmado.insights.forecast.history.Effect.Group;

/**
 * What if a day were another.
 *
 * @param holiday its name in calendars; {@link #ANY_HOLIDAY}: one of no name; {@link #NO_HOLIDAY}:
 *     not asked
 * @param priceShare prices change by it: 0.05 is 5 % up; 0: not asked
 */
public record WhatIfQuestion(LocalDate on, String holiday, boolean isPayday, double priceShare)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  public static final String NO_HOLIDAY = "";
  public static final String ANY_HOLIDAY = "*";

  public boolean isHoliday() {
    return !holiday.equals(NO_HOLIDAY);
  }

  /** What would be said of the day if it were a holiday; a holiday bridges nothing. */
  List<Effect> withHoliday(List<Effect> planned) {
    List<Effect> asked = new ArrayList<>(planned);
    asked.removeIf(effect -> effect.equals(Effect.BRIDGE));
    add(asked, Effect.HOLIDAY);
    if (!holiday.equals(ANY_HOLIDAY)) {
      asked.removeIf(effect -> isNamed(effect) && !effect.equals(Effect.holiday(holiday)));
      add(asked, Effect.holiday(holiday));
    }
    return asked;
  }

  /** What would be said of the day if wages were paid on it. */
  List<Effect> withPayday(List<Effect> planned) {
    List<Effect> asked = new ArrayList<>(planned);
    asked.removeIf(effect -> effect.group() == Group.PAYDAY);
    add(asked, Effect.PAYDAY);
    return asked;
  }

  /** Both, as far as they are asked. */
  List<Effect> with(List<Effect> planned) {
    List<Effect> asked = isHoliday() ? withHoliday(planned) : planned;

    return isPayday ? withPayday(asked) : asked;
  }

  private static boolean isNamed(Effect effect) {
    return effect.name().startsWith(Effect.HOLIDAY.name() + " ");
  }

  private static void add(List<Effect> effects, Effect effect) {
    if (!effects.contains(effect)) {
      effects.add(effect);
    }
  }
}
