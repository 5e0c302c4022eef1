package org.colmado.insights.forecast.run;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF3;
import org.colmado.insights.forecast.history.Effect;
import org.colmado.insights.forecast.history.Effect.Group;
import org.colmado.insights.forecast.history.MeasureHistory;
import org.colmado.insights.forecast.history.StoreHistory;
import org.colmado.insights.forecast.history.StoreSetting;
import org.colmado.insights.forecast.model.CalendarRegression;
import org.colmado.insights.forecast.model.EffectChange;
import org.colmado.insights.table.DemandForecast;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Answers a what-if question for one store: the issued forecast of the day times the effect of the
 * change, estimated from the store's own history. The forecast may come from any model.
 *
 * @param lastOn last day with data
 * @param byStore settings by store_id
 * @param calendars effects by calendar and day
 */
public record StoreWhatIf(
    ForecastRules rules,
    WhatIfQuestion question,
    LocalDate lastOn,
    Map<String, StoreSetting> byStore,
    Map<String, Map<LocalDate, List<Effect>>> calendars)
    implements UDF3<String, Seq<Row>, Seq<Row>, Row[]> {
  private static final long serialVersionUID = 1L;

  @Override
  public Row[] call(String store, Seq<Row> hours, Seq<Row> planned) {
    StoreSetting setting = byStore.get(store);
    StoreHistory history =
        StoreHistory.of(
            CollectionConverters.asJava(hours),
            List.of(),
            calendars.getOrDefault(setting.calendarId(), Map.of()),
            new StoreHistory.Settings(
                lastOn, rules.horizonDays(), setting.dayStartsAtHour(), 0 /* basketCv */));
    int origin = history.day(lastOn) + 1;

    return CollectionConverters.asJava(planned).stream()
        .map(row -> answer(store, history, origin, row))
        .toArray(Row[]::new);
  }

  /**
   * A row of {@link WhatIfAnswer#COLUMNS}.
   *
   * @param planned measure, yhat, lo80, hi80
   */
  private Row answer(String store, StoreHistory history, int origin, Row planned) {
    boolean isMoney = planned.getString(0).equals(DemandForecast.REVENUE);
    MeasureHistory past = isMoney ? history.revenue(origin) : history.tickets(origin);
    List<Effect> effects = past.shop().effects(history.day(question.on()));
    CalendarRegression believed = CalendarRegression.of(past);
    Set<Group> groups = groups();
    CalendarRegression asked = groups.isEmpty() ? believed : believed.asked(past, groups);
    EffectChange change =
        asked
            .change(past, effects, question.with(effects))
            .and(rules.price().change(question.priceShare(), isMoney));
    double yhat = planned.getDouble(1);

    return RowFactory.create(
        store,
        planned.getString(0),
        yhat,
        planned.getDouble(2),
        planned.getDouble(3),
        yhat * change.times(),
        yhat > 0 ? change.low(yhat, planned.getDouble(2)) : 0,
        yhat > 0 ? change.high(yhat, planned.getDouble(3)) : 0,
        parts(past, effects, believed, asked));
  }

  private Set<Group> groups() {
    Set<Group> groups = EnumSet.noneOf(Group.class);
    if (question.isHoliday()) {
      groups.add(Group.HOLIDAY);
    }
    if (question.isPayday()) {
      groups.add(Group.PAYDAY);
    }
    return groups;
  }

  private Row[] parts(
      MeasureHistory past,
      List<Effect> effects,
      CalendarRegression believed,
      CalendarRegression asked) {
    List<Row> parts = new ArrayList<>();
    if (question.isHoliday()) {
      boolean isAny = question.holiday().equals(WhatIfQuestion.ANY_HOLIDAY);
      Effect exact = isAny ? Effect.HOLIDAY : Effect.holiday(question.holiday());
      EffectChange change = asked.change(past, effects, question.withHoliday(effects));
      boolean isClear = change.isClear() && believed.includes(Group.HOLIDAY);
      parts.add(part(WhatIfAnswer.OF_HOLIDAY, past, exact, isClear, effects.contains(exact)));
    }
    if (question.isPayday()) {
      EffectChange change = asked.change(past, effects, question.withPayday(effects));
      boolean isClear = change.isClear() && believed.includes(Group.PAYDAY);
      boolean isAlready = effects.contains(Effect.PAYDAY);
      parts.add(part(WhatIfAnswer.OF_PAYDAY, past, Effect.PAYDAY, isClear, isAlready));
    }
    return parts.toArray(Row[]::new);
  }

  private static Row part(
      String name, MeasureHistory past, Effect exact, boolean isClear, boolean isAlready) {
    return RowFactory.create(
        name, seen(past, exact), seen(past, Effect.HOLIDAY), isClear, isAlready);
  }

  private static int seen(MeasureHistory past, Effect effect) {
    return (int)
        past.counted(past.origin()).stream()
            .filter(day -> past.shop().effects(day).contains(effect))
            .count();
  }
}
