package org.colmado.insights.plans.restock;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.colmado.insights.config.Expect;

/**
 * Supply terms of a product.
 *
 * @param supplier empty: not known, the default terms apply
 * @param leadDays lead time from order to earliest delivery; 0 is the same day
 * @param deliveryWeekdays 0 Sunday to 6 Saturday, at least one
 * @param caseUnits units of a case, 1 or more
 * @param shelfLifeDays days on which it can be sold, the delivery day included
 */
record SupplyTerms(
    Optional<String> supplier,
    int leadDays,
    List<Integer> deliveryWeekdays,
    int caseUnits,
    int shelfLifeDays)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final int WEEK = 7;

  SupplyTerms {
    Expect.between("lead-time-days", leadDays, 0, 365);
    Expect.between("case-units", caseUnits, 1, 100_000);
    Expect.between("shelf-life-days", shelfLifeDays, 1, 36_500);
    Expect.that(
        !deliveryWeekdays.isEmpty()
            && deliveryWeekdays.stream().allMatch(day -> day >= 0 && day < WEEK),
        "delivery-weekdays",
        deliveryWeekdays,
        "0 Sunday to 6 Saturday, at least one");
    deliveryWeekdays = List.copyOf(deliveryWeekdays);
  }

  /**
   * The next possible delivery and the one after it.
   *
   * @param orderBy last day to order on
   * @param dueOn day it comes, before the shop opens
   * @param nextOn day of the delivery after it
   */
  record Delivery(LocalDate orderBy, LocalDate dueOn, LocalDate nextOn) {}

  /** The next delivery for an order placed on the day after the as-of day. */
  Delivery next(LocalDate asOf) {
    LocalDate dueOn = deliveryFrom(asOf.plusDays(1L + leadDays));

    return new Delivery(dueOn.minusDays(leadDays), dueOn, deliveryFrom(dueOn.plusDays(1)));
  }

  /** Last day on which goods of this delivery can be sold. */
  LocalDate lastSaleOf(LocalDate delivery) {
    return delivery.plusDays(shelfLifeDays - 1L);
  }

  /** The last delivery day up to and including this day. */
  LocalDate deliveryUntil(LocalDate day) {
    LocalDate on = day;
    while (!delivers(on)) {
      on = on.minusDays(1);
    }
    return on;
  }

  private LocalDate deliveryFrom(LocalDate day) {
    LocalDate on = day;
    while (!delivers(on)) {
      on = on.plusDays(1);
    }
    return on;
  }

  private boolean delivers(LocalDate day) {
    return deliveryWeekdays.contains(day.getDayOfWeek().getValue() % WEEK);
  }
}
