package org.colmado.insights.simulate;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.colmado.insights.calendar.CalendarDay;

/** Simulates one shop from its first day to its last. */
final class StoreRun {
  /** What nobody can foresee of a day: the coefficient of variation of its visits. */
  private static final double DAY_VARIATION = 0.08;

  private static final int HOUR_MILLIS = 3_600_000;
  private static final int MISSION_BITS = 8;
  private static final int QUINCENA_DAYS = 15;
  private static final int NOON = 12;
  private static final int RECENT_DAYS = 28;

  private final SimulationSettings simulation;
  private final Shop shop;
  private final Demand demand;
  private final Shelf shelf;
  private final Incidents incidents;
  private final StockOuts stockOuts;
  private final Shopper shopper;
  private final Checkout checkout;
  private final StoreGroundTruth truth;
  private final Stockroom stockroom;
  private final Basket basket = new Basket();
  private long[] arrivals = new long[256];

  StoreRun(
      SimulationSettings simulation,
      Shop shop,
      ProductCatalogue catalogue,
      List<PlantedMission> missions) {
    LocalDate middle = simulation.firstDay().plusDays(simulation.days() / 2);
    this.simulation = simulation;
    this.shop = shop;
    this.demand = new Demand(shop, missions, middle, simulation.town());
    this.shelf = new Shelf(simulation, shop, catalogue);
    this.incidents = new Incidents(simulation.seed(), shop.number(), openDays(), shelf);
    this.stockOuts =
        new StockOuts(
            simulation.seed(), shop.number(), simulation.allDays(), shelf, simulation.calendar());
    this.shopper = new Shopper(missions, shelf, stockOuts);
    this.checkout = new Checkout(missions);
    this.stockroom = new Stockroom(shop, shelf);
    this.truth = new StoreGroundTruth(shop, demand, stockroom);
  }

  StoreGroundTruth run() throws IOException {
    truth.planted(incidents.all(), stockOuts.all());
    try (TicketWriter ledger =
        new TicketWriter(simulation, shop, new PosJson(shop, shelf), truth)) {
      List<LocalDate> days = simulation.allDays();
      for (int i = 0; i < days.size(); i++) {
        CalendarDay day = simulation.calendar().on(days.get(i));
        ledger.day(day.on(), nextPayday(day));
        checkout.open(day, i);
        trade(day, ledger);
      }
      truth.records(ledger.saleLines());
    }
    return truth;
  }

  private void trade(CalendarDay day, TicketWriter ledger) throws IOException {
    SeededRandom dice = SeededRandom.of(simulation.seed(), shop.number(), day.on().toEpochDay());
    Incident incident = incidents.on(day.on());
    shelf.reprice(day.on(), incident == null ? null : incident.product());
    double dayFactor = dice.gamma(DAY_VARIATION);
    double[][] expected = demand.on(day);
    truth.day(day.on(), dayFactor);

    for (int hour = 0; hour < OpeningHours.HOURS; hour++) {
      double visits = dayFactor * (incident == null ? 1 : incident.visits(hour));
      int count = arrivals(expected, hour, visits, dice);
      stockOuts.at(day.on(), hour);
      for (int i = 0; i < count; i++) {
        int mission = (int) (arrivals[i] & ((1 << MISSION_BITS) - 1));
        sell(day, hour, arrivals[i] >> MISSION_BITS, mission, dice, ledger);
      }
    }
  }

  private void sell(
      CalendarDay day,
      int hour,
      long millisOfHour,
      int mission,
      SeededRandom dice,
      TicketWriter ledger)
      throws IOException {
    shopper.fill(basket, mission, dice);
    if (basket.isEmpty()) {
      return;
    }

    RecordPlan fate = RecordPlan.draw(simulation.mess(), dice);
    long soldAt = simulation.millis(day.on(), hour) + millisOfHour;
    Sale sale = checkout.next(mission, hour, soldAt, basket.totalCents(), fate, dice);
    if (day.on().isAfter(simulation.lastDay().minusDays(RECENT_DAYS))) {
      stockroom.sold(basket);
    }
    ledger.write(sale, basket, mission, fate, dice);
  }

  /** Draws who comes in an hour, in the order they come. */
  private int arrivals(double[][] expected, int hour, double visits, SeededRandom dice) {
    int count = 0;
    for (int m = 0; m < expected.length; m++) {
      int of = dice.poisson(expected[m][hour] * visits);
      for (int i = 0; i < of; i++) {
        if (count == arrivals.length) {
          arrivals = Arrays.copyOf(arrivals, count * 2);
        }
        arrivals[count] = ((long) dice.below(HOUR_MILLIS) << MISSION_BITS) | m;
        count++;
      }
    }
    Arrays.sort(arrivals, 0, count);
    return count;
  }

  private List<LocalDate> openDays() {
    return simulation.allDays().stream()
        .filter(day -> demand.isOpen(simulation.calendar().on(day), NOON))
        .toList();
  }

  private static LocalDate nextPayday(CalendarDay day) {
    int days = day.isPayday() ? QUINCENA_DAYS : day.daysUntilPayday().orElse(QUINCENA_DAYS);

    return day.on().plusDays(days);
  }
}
