package org.colmado.insights.forecast.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import org.colmado.insights.forecast.history.Effect;
import org.colmado.insights.forecast.history.Effect.Group;
import org.colmado.insights.forecast.history.MeasureHistory;
import org.colmado.insights.forecast.history.StoreHistory;
import org.colmado.insights.forecast.history.SyntheticShop;
import org.colmado.insights.forecast.model.CalendarRegression;
import org.colmado.insights.forecast.model.EffectChange;
import org.junit.jupiter.api.Test;

class WhatIfQuestionTest {
  private static final int DAYS = 330;
  private static final Effect LEAN = new Effect("payday lean", Group.PAYDAY, 0.15);
  private static final Effect MERCEDES = Effect.holiday("Las Mercedes");
  private static final PriceRules PRICE = new PriceRules(-0.8, -1.5, -0.3);

  @Test
  void learnsFromTheStoreWhatAPaydayWouldDo() {
    MeasureHistory past = shop(day -> day % 15 == 0 ? 150 : 100).tickets(DAYS);
    EffectChange change = change(past, Group.PAYDAY, List.of(LEAN), List.of(Effect.PAYDAY));

    assertThat(change.times()).isCloseTo(1.5, within(0.15));
    assertThat(change.isClear()).isTrue();
    assertThat(CalendarRegression.of(past).includes(Group.PAYDAY)).isTrue();
  }

  /** One in twenty may seem clear. */
  @Test
  void aPaydayThatDoesNothingIsSeldomClear() {
    int clear = 0;
    for (int seed = 0; seed < 100; seed++) {
      MeasureHistory past = shop(day -> 100, 300 + seed).tickets(DAYS);
      EffectChange change = change(past, Group.PAYDAY, List.of(LEAN), List.of(Effect.PAYDAY));
      clear += change.isClear() ? 1 : 0;
      assertThat(change.times()).isCloseTo(1, within(0.1));
    }

    assertThat(clear).isLessThanOrEqualTo(10);
  }

  @Test
  void whatWasNeverSeenIsTheGuessBeforeAnyIs() {
    EffectChange change =
        change(
            shop(day -> 100).tickets(DAYS),
            Group.HOLIDAY,
            List.of(LEAN),
            List.of(LEAN, Effect.HOLIDAY, MERCEDES));

    assertThat(change.times()).isEqualTo(1);
    assertThat(change.deviation())
        .isCloseTo(Math.hypot(Effect.HOLIDAY.width(), MERCEDES.width()), within(1e-9));
    assertThat(change.isClear()).isFalse();
  }

  @Test
  void nothingAskedChangesNothing() {
    EffectChange change =
        change(shop(day -> 100).tickets(DAYS), Group.PAYDAY, List.of(LEAN), List.of(LEAN))
            .and(PRICE.change(0, true));

    assertThat(change.times()).isEqualTo(1);
    assertThat(change.low(100, 80)).isCloseTo(80, within(1e-9));
    assertThat(change.high(100, 130)).isCloseTo(130, within(1e-9));
  }

  @Test
  void anIntervalIsWiderWhereTheEffectIsNotSure() {
    EffectChange change = new EffectChange(Math.log(1.2), 0.2);

    assertThat(change.low(100, 80)).isLessThan(96).isPositive();
    assertThat(change.high(100, 125)).isGreaterThan(150);
    assertThat(change.low(100, 0)).isZero();
    assertThat(change.low(100, 100)).isLessThan(120);
  }

  @Test
  void dearerGoodsAreBoughtLessAndBringMoreWhereDemandIsInelastic() {
    assertThat(PRICE.change(0.05, false).times()).isCloseTo(Math.pow(1.05, -0.8), within(1e-9));
    assertThat(PRICE.change(0.05, true).times()).isCloseTo(Math.pow(1.05, 0.2), within(1e-9));
    assertThat(PRICE.change(-0.05, true).deviation()).isPositive();
  }

  @Test
  void aDayThatBecomesAHolidayBridgesNothingAndHasOneName() {
    WhatIfQuestion question = new WhatIfQuestion(SyntheticShop.FIRST, "Las Mercedes", true, 0);
    List<Effect> planned =
        List.of(LEAN, Effect.BRIDGE, Effect.HOLIDAY, Effect.holiday("La Altagracia"));

    assertThat(question.with(planned))
        .containsExactlyInAnyOrder(Effect.HOLIDAY, MERCEDES, Effect.PAYDAY);
    assertThat(question.with(question.with(planned)))
        .containsExactlyInAnyOrderElementsOf(question.with(planned));
  }

  private static EffectChange change(
      MeasureHistory past, Group group, List<Effect> planned, List<Effect> asked) {
    return CalendarRegression.of(past).asked(past, Set.of(group)).change(past, planned, asked);
  }

  private static StoreHistory shop(IntToDoubleFunction ofDay) {
    return shop(ofDay, 21);
  }

  private static StoreHistory shop(IntToDoubleFunction ofDay, long seed) {
    Map<LocalDate, List<Effect>> calendar = new HashMap<>();
    for (int day = 0; day < DAYS + 14; day++) {
      calendar.put(
          SyntheticShop.FIRST.plusDays(day), List.of(day % 15 == 0 ? Effect.PAYDAY : LEAN));
    }
    return SyntheticShop.of(DAYS, ofDay, calendar, seed);
  }
}
