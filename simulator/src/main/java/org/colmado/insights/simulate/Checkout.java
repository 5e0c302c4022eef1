package org.colmado.insights.simulate;

import java.util.ArrayList;
import java.util.List;
import org.colmado.insights.calendar.CalendarDay;

/** The checkout of a basket: payment, channel and cashier. */
final class Checkout {
  private static final double REGISTERED = 0.05;
  private static final double BY_WHATSAPP = 0.55;
  private static final long SMALLEST_MIXED_CENTS = 10_000;
  private static final int SECOND_SHIFT_FROM_HOUR = 15;
  private static final int CASHIERS = 3;

  /** "Apúntame eso hasta que cobre": more fiado the longer the last payday is past. */
  private static final int LEAN_FROM_DAY = 9;

  private static final double LEAN_FIADO = 0.03;

  private final List<PlantedMission> missions;
  private final List<Weights<String>> tenders = new ArrayList<>();
  private CalendarDay day;
  private int dayNumber;
  private int receiptNumber;
  private long lastNumber;

  Checkout(List<PlantedMission> missions) {
    this.missions = missions;
    missions.forEach(mission -> tenders.add(Weights.of(mission.tenders())));
  }

  /**
   * Opens the till: receipts start at 1 again.
   *
   * @param dayNumber 0 on the first simulated day
   */
  void open(CalendarDay today, int dayNumber) {
    this.day = today;
    this.dayNumber = dayNumber;
    this.receiptNumber = 0;
  }

  /**
   * The head of the next ticket.
   *
   * @param m index of the mission
   * @param hour clock hour of the business day
   * @param soldAtMillis UTC, milliseconds since the epoch
   */
  Sale next(
      int m, int hour, long soldAtMillis, long totalCents, RecordPlan fate, SeededRandom dice) {
    String method = method(m, totalCents, dice);
    int shift = hour < SECOND_SHIFT_FROM_HOUR ? 1 : 2;
    lastNumber++;
    receiptNumber++;

    return new Sale(
        lastNumber,
        soldAtMillis,
        0,
        dice.chance(REGISTERED) ? Customer.any(dice) : null,
        method,
        method.equals("mixed") ? dice.chance(0.5) ? "card" : "transfer" : null,
        status(method, fate),
        channel(m, dice),
        dayNumber * 2 + shift,
        1 + (dayNumber + shift) % CASHIERS,
        receiptNumber,
        fate == RecordPlan.RETURNED);
  }

  long lastNumber() {
    return lastNumber;
  }

  private String method(int m, long totalCents, SeededRandom dice) {
    boolean isLean = day.daysSincePayday().orElse(0) >= LEAN_FROM_DAY;
    if (isLean && dice.chance(LEAN_FIADO)) {
      return "credit";
    }

    String method = tenders.get(m).draw(dice);
    return method.equals("mixed") && totalCents < SMALLEST_MIXED_CENTS ? "cash" : method;
  }

  private static String status(String method, RecordPlan fate) {
    if (fate == RecordPlan.CANCELLED) {
      return Sale.CANCELLED;
    }
    return method.equals("credit") ? Sale.PENDING : Sale.PAID;
  }

  private String channel(int m, SeededRandom dice) {
    if (!dice.chance(missions.get(m).delivery())) {
      return "counter";
    }
    return dice.chance(BY_WHATSAPP) ? "whatsapp" : "delivery";
  }
}
