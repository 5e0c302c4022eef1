package org.colmado.insights.simulate;

import java.io.Closeable;
import java.io.IOException;
import java.time.LocalDate;

/**
 * Writes a shop's tickets to its files, each with its planned fault, and records the ground truth.
 */
final class TicketWriter implements Closeable {
  private static final int HOUR_MILLIS = 3_600_000;
  private static final int MORNING_HOUR = 10;
  private static final double BACK_NEXT_MORNING = 0.3;
  private static final int LATE_BY_DAYS = 10;
  private static final double NEVER_PAID = 0.06;
  private static final double PAID_A_QUINCENA_LATER = 0.2;
  private static final int QUINCENA_DAYS = 15;

  private final SimulationSettings simulation;
  private final PosJson json;
  private final StoreGroundTruth truth;
  private final MonthFiles sales;
  private final MonthFiles returns;
  private final Basket back = new Basket();
  private LocalDate today;
  private LocalDate nextPayday;

  TicketWriter(SimulationSettings simulation, Shop shop, PosJson json, StoreGroundTruth truth) {
    this.simulation = simulation;
    this.json = json;
    this.truth = truth;
    this.sales = new MonthFiles(simulation.out(), "sales-" + shop.id());
    this.returns = new MonthFiles(simulation.out(), "returns-" + shop.id());
  }

  /**
   * Goes on to a business day.
   *
   * @param payday the next one after today; where none is known, fiado waits a quincena
   */
  void day(LocalDate day, LocalDate payday) throws IOException {
    today = day;
    nextPayday = payday;
    sales.day(day);
    returns.day(day);
  }

  /** Writes the ticket. A fate that needs a later day than there is comes to nothing. */
  void write(Sale sale, Basket basket, int mission, RecordPlan fate, SeededRandom dice)
      throws IOException {
    LocalDate nextMonth = today.withDayOfMonth(1).plusMonths(1).plusDays(dice.below(LATE_BY_DAYS));
    LocalDate later = nextMonth.isAfter(simulation.lastDay()) ? today : nextMonth;
    switch (fate) {
      case DIRTY -> dirty(sale, basket, mission, dice);
      case CANCELLED -> cancelled(sale, basket, mission);
      case DUPLICATED -> duplicated(sale, basket, mission, dice.chance(0.3) ? later : today);
      case RETURNED -> returned(sale, basket, mission, dice);
      case LATE -> late(sale, basket, mission, later);
      case CORRECTED -> corrected(sale, basket, mission, later);
      case PLAIN -> plain(sale, basket, mission, dice);
    }
  }

  private void plain(Sale sale, Basket basket, int mission, SeededRandom dice) throws IOException {
    sales.write(json.sale(sale, basket, null));
    truth.ticket(mission, true, basket.totalCents());
    if (sale.isPending()) {
      paidBack(sale, basket, dice);
    }
  }

  /** Fiado is paid on a payday or in the two days after it; the record is then written again. */
  private void paidBack(Sale sale, Basket basket, SeededRandom dice) throws IOException {
    int waits = dice.below(3) + (dice.chance(PAID_A_QUINCENA_LATER) ? QUINCENA_DAYS : 0);
    LocalDate paidOn = nextPayday.plusDays(waits);
    if (!dice.chance(NEVER_PAID) && !paidOn.isAfter(simulation.lastDay())) {
      Sale paid =
          sale.updated(
              Sale.PAID, simulation.millis(paidOn, MORNING_HOUR) + dice.below(HOUR_MILLIS));
      sales.writeOn(paidOn, json.sale(paid, basket, null));
      truth.count("fiado_paid");
    }
  }

  private void dirty(Sale sale, Basket basket, int mission, SeededRandom dice) throws IOException {
    RecordFault dirt = RecordFault.any(hasAccent(basket), dice);
    sales.write(json.sale(sale, basket, dirt));
    truth.ticket(mission, !dirt.isRefused(), basket.totalCents());
    truth.count(dirt.label());
  }

  private void cancelled(Sale sale, Basket basket, int mission) throws IOException {
    sales.write(json.sale(sale, basket, null));
    truth.ticket(mission, false, 0);
    truth.count("cancelled_sale");
  }

  private void duplicated(Sale sale, Basket basket, int mission, LocalDate again)
      throws IOException {
    byte[] line = json.sale(sale, basket, null);
    sales.write(line);
    write(line, again);
    truth.ticket(mission, true, basket.totalCents());
    truth.count("exact_duplicate");
  }

  private void late(Sale sale, Basket basket, int mission, LocalDate writtenOn) throws IOException {
    byte[] line = json.sale(sale, basket, null);
    truth.ticket(mission, true, basket.totalCents());
    write(line, writtenOn);
    if (writtenOn.isAfter(today)) {
      truth.count("late_sale");
    }
  }

  /** One unit more of the first line was sold than was rung up. */
  private void corrected(Sale sale, Basket basket, int mission, LocalDate correctedOn)
      throws IOException {
    sales.write(json.sale(sale, basket, null));
    truth.ticket(mission, true, basket.totalCents());
    if (correctedOn.equals(today)) {
      return;
    }

    long before = basket.totalCents();
    basket.quantity(0, basket.hundredths(0) + 100);
    Sale after = sale.updated(sale.status(), simulation.millis(correctedOn, MORNING_HOUR));
    sales.writeOn(correctedOn, json.sale(after, basket, null));
    truth.changed(basket.totalCents() - before);
    truth.count("corrected_sale");
  }

  private void write(byte[] line, LocalDate day) throws IOException {
    if (day.isAfter(today)) {
      sales.writeOn(day, line);
    } else {
      sales.write(line);
    }
  }

  /** The first line comes back, or one unit of it: within the hour or the next morning. */
  private void returned(Sale sale, Basket basket, int mission, SeededRandom dice)
      throws IOException {
    sales.write(json.sale(sale, basket, null));
    truth.ticket(mission, true, basket.totalCents());
    takeBack(basket, dice);
    int millis = dice.below(HOUR_MILLIS);
    LocalDate tomorrow = today.plusDays(1);
    if (dice.chance(BACK_NEXT_MORNING) && !tomorrow.isAfter(simulation.lastDay())) {
      long at = simulation.millis(tomorrow, MORNING_HOUR) + millis;
      returns.writeOn(tomorrow, json.returned(sale, back, at));
    } else {
      returns.write(json.returned(sale, back, sale.soldAtMillis() + millis));
    }
    truth.returned(back.totalCents());
  }

  private void takeBack(Basket basket, SeededRandom dice) {
    back.clear();
    int hundredths = basket.hundredths(0);
    boolean isPart = hundredths > 100 && basket.discountCents(0) == 0 && dice.chance(0.5);
    if (hundredths == 0) {
      back.addAmount(basket.product(0), basket.amountCents(0), basket.unitPriceCents(0));
    } else {
      back.add(basket.product(0), isPart ? 100 : hundredths, basket.unitPriceCents(0));
      back.discount(0, basket.discountCents(0));
    }
  }

  private static boolean hasAccent(Basket basket) {
    for (int i = 0; i < basket.size(); i++) {
      if (basket.product(i).description().chars().anyMatch(letter -> letter > 127)) {
        return true;
      }
    }
    return false;
  }

  /** Lines of the sales files. */
  long saleLines() {
    return sales.lines();
  }

  @Override
  public void close() throws IOException {
    sales.close();
    returns.close();
  }
}
