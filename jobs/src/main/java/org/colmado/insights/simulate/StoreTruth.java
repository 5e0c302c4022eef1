package org.colmado.insights.simulate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What really happened in one shop, gathered while its files are written. */
final class StoreTruth {
  /** A ticket that no total counts: refused or cancelled. */
  private static final byte NOT_GOOD = -1;

  private final Shop shop;
  private final Stockroom stockroom;
  private final List<DayRate> rates = new ArrayList<>();
  private final Map<String, Long> counts = new TreeMap<>();
  private byte[] missions = new byte[1 << 12];
  private int tickets;
  private long goodTickets;
  private long saleRecords;
  private long returns;
  private long netCents;
  private List<Incident> incidents = List.of();
  private List<StockOut> stockOuts = List.of();

  /**
   * What could be expected of a day.
   *
   * @param expected tickets by hour
   * @param openHours in which the shop was open
   * @param dayFactor what was drawn on top of it, mean 1
   */
  record DayRate(LocalDate on, List<Float> expected, Set<Integer> openHours, double dayFactor) {}

  StoreTruth(Shop shop, Stockroom stockroom) {
    this.shop = shop;
    this.stockroom = stockroom;
  }

  /** Notes the next ticket, by number. */
  void ticket(int mission, boolean isGood, long totalCents) {
    if (tickets == missions.length) {
      missions = Arrays.copyOf(missions, tickets * 2);
    }
    missions[tickets] = isGood ? (byte) mission : NOT_GOOD;
    tickets++;
    if (isGood) {
      goodTickets++;
      netCents += totalCents;
    }
  }

  /** Notes that the total of a good ticket has changed, or that some of it came back. */
  void changed(long cents) {
    netCents += cents;
  }

  void returned(long cents) {
    returns++;
    netCents -= cents;
  }

  void count(String kind) {
    counts.merge(kind, 1L, Long::sum);
  }

  void rate(DayRate rate) {
    rates.add(rate);
  }

  /** Notes how many lines the sales files have. */
  void records(long lines) {
    saleRecords = lines;
  }

  void planted(List<Incident> itsIncidents, List<StockOut> itsStockOuts) {
    incidents = itsIncidents;
    stockOuts = itsStockOuts;
  }

  Shop shop() {
    return shop;
  }

  Stockroom stockroom() {
    return stockroom;
  }

  int tickets() {
    return tickets;
  }

  /** The mission of a ticket, -1 where the ticket is not good. */
  int mission(int number) {
    return missions[number - 1];
  }

  long goodTickets() {
    return goodTickets;
  }

  long saleRecords() {
    return saleRecords;
  }

  long returns() {
    return returns;
  }

  long netCents() {
    return netCents;
  }

  Map<String, Long> counts() {
    return counts;
  }

  List<DayRate> rates() {
    return rates;
  }

  List<Incident> incidents() {
    return incidents;
  }

  List<StockOut> stockOuts() {
    return stockOuts;
  }
}
