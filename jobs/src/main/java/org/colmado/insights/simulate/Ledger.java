package org.colmado.insights.simulate;

import java.io.Closeable;
import java.io.IOException;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;

/**
 * Writes a shop's tickets to its files, each with the fate it was given, and notes the truth of
 * them.
 */
final class Ledger implements Closeable {
  private static final long HOUR_MILLIS = TimeUnit.HOURS.toMillis(1);
  private static final int LATE_BY_DAYS = 10;
  private static final double NEVER_PAID = 0.06;
  private static final double PAID_A_QUINCENA_LATER = 0.2;
  private static final int QUINCENA_DAYS = 15;

  private final Simulation simulation;
  private final PosJson json;
  private final StoreTruth truth;
  private final MonthFiles sales;
  private final MonthFiles returns;
  private final Basket back = new Basket();
  private LocalDate today;
  private LocalDate nextPayday;

  Ledger(Simulation simulation, Shop shop, PosJson json, StoreTruth truth) {
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
  void write(Sale sale, Basket basket, int mission, Fate fate, Dice dice) throws IOException {
    LocalDate nextMonth = today.withDayOfMonth(1).plusMonths(1).plusDays(dice.below(LATE_BY_DAYS));
    boolean hasNextMonth = !nextMonth.isAfter(simulation.lastDay());
    switch (fate) {
      case DIRTY -> dirty(sale, basket, mission, dice);
      case CANCELLED -> cancelled(sale, basket, mission);
      case DUPLICATED -> duplicated(sale, basket, mission);
      case RETURNED -> returned(sale, basket, mission, dice);
      case LATE -> late(sale, basket, mission, hasNextMonth ? nextMonth : today);
      case CORRECTED -> corrected(sale, basket, mission, hasNextMonth ? nextMonth : today);
      case PLAIN -> plain(sale, basket, mission, dice);
    }
  }

  private void plain(Sale sale, Basket basket, int mission, Dice dice) throws IOException {
    sales.write(json.sale(sale, basket, null));
    truth.ticket(mission, true, basket.totalCents());
    if (sale.isPending()) {
      paidBack(sale, basket, dice);
    }
  }

  /** Fiado is paid on a payday or in the two days after it; the record is then written again. */
  private void paidBack(Sale sale, Basket basket, Dice dice) {
    int waits = dice.below(3) + (dice.chance(PAID_A_QUINCENA_LATER) ? QUINCENA_DAYS : 0);
    LocalDate paidOn = nextPayday.plusDays(waits);
    if (!dice.chance(NEVER_PAID) && !paidOn.isAfter(simulation.lastDay())) {
      Sale paid = sale.updated(Sale.PAID, simulation.millis(paidOn, 12) + dice.below(3_600_000));
      sales.writeOn(paidOn, json.sale(paid, basket, null));
      truth.count("fiado_paid");
    }
  }

  private void dirty(Sale sale, Basket basket, int mission, Dice dice) throws IOException {
    Dirt dirt = Dirt.any(hasAccent(basket), dice);
    sales.write(json.sale(sale, basket, dirt));
    truth.ticket(mission, !dirt.isRefused(), basket.totalCents());
    truth.count(dirt.label());
  }

  private void cancelled(Sale sale, Basket basket, int mission) throws IOException {
    sales.write(json.sale(sale, basket, null));
    truth.ticket(mission, false, 0);
    truth.count("cancelled_sale");
  }

  private void duplicated(Sale sale, Basket basket, int mission) throws IOException {
    byte[] line = json.sale(sale, basket, null);
    sales.write(line);
    sales.write(line);
    truth.ticket(mission, true, basket.totalCents());
    truth.count("exact_duplicate");
  }

  private void late(Sale sale, Basket basket, int mission, LocalDate writtenOn) throws IOException {
    byte[] line = json.sale(sale, basket, null);
    truth.ticket(mission, true, basket.totalCents());
    if (writtenOn.equals(today)) {
      sales.write(line);
    } else {
      sales.writeOn(writtenOn, line);
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
    Sale after = sale.updated(sale.status(), simulation.millis(correctedOn, 10));
    sales.writeOn(correctedOn, json.sale(after, basket, null));
    truth.changed(basket.totalCents() - before);
    truth.count("corrected_sale");
  }

  /** The first line comes back within the hour, or one unit of it. */
  private void returned(Sale sale, Basket basket, int mission, Dice dice) throws IOException {
    sales.write(json.sale(sale, basket, null));
    truth.ticket(mission, true, basket.totalCents());
    back.clear();
    int hundredths = basket.hundredths(0);
    if (hundredths == 0) {
      back.addAmount(basket.product(0), basket.amountCents(0), basket.unitPriceCents(0));
    } else {
      boolean isPart = hundredths > 100 && basket.discountCents(0) == 0 && dice.chance(0.5);
      back.add(basket.product(0), isPart ? 100 : hundredths, basket.unitPriceCents(0));
      back.discount(0, basket.discountCents(0));
    }
    long at = sale.soldAtMillis() + dice.below((int) HOUR_MILLIS);
    returns.write(json.returned(sale, back, at));
    truth.returned(back.totalCents());
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
