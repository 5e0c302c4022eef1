package org.colmado.insights.forecast.run;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.colmado.insights.forecast.history.Effect;
import org.colmado.insights.forecast.history.Effect.Group;

/**
 * A what-if question: a future day with changed properties.
 *
 * @param holiday name in the calendar; {@link #ANY_HOLIDAY}: a holiday without name; {@link
 *     #NO_HOLIDAY}: not asked
 * @param priceShare relative price change: 0.05 is 5 % up; 0: not asked
 */
public record WhatIfQuestion(LocalDate on, String holiday, boolean isPayday, double priceShare)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  public static final String NO_HOLIDAY = "";
  public static final String ANY_HOLIDAY = "*";

  public boolean isHoliday() {
    return !holiday.equals(NO_HOLIDAY);
  }

  /** The day's effects if it were a holiday; a holiday is no bridge day. */
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

  /** The day's effects if it were a payday. */
  List<Effect> withPayday(List<Effect> planned) {
    List<Effect> asked = new ArrayList<>(planned);
    asked.removeIf(effect -> effect.group() == Group.PAYDAY);
    add(asked, Effect.PAYDAY);
    return asked;
  }

  /** The day's effects with all changes that were asked for. */
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
