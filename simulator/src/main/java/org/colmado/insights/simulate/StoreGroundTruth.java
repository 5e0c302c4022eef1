package org.colmado.insights.simulate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The ground truth of one shop, collected while its files are written. */
final class StoreGroundTruth {
  /** A ticket that no total counts: refused or cancelled. */
  private static final byte NOT_GOOD = -1;

  private final Shop shop;
  private final Demand demand;
  private final Stockroom stockroom;
  private final List<DayLuck> luck = new ArrayList<>();
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
   * The luck of a day.
   *
   * @param dayFactor what its visits were multiplied by, mean 1
   */
  record DayLuck(LocalDate on, double dayFactor) {}

  StoreGroundTruth(Shop shop, Demand demand, Stockroom stockroom) {
    this.shop = shop;
    this.demand = demand;
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

  /** Notes by how much the total of a good ticket was corrected. */
  void changed(long cents) {
    netCents += cents;
  }

  /** Notes that something of a good ticket came back, and what it was worth. */
  void returned(long cents) {
    returns++;
    netCents -= cents;
  }

  void count(String kind) {
    counts.merge(kind, 1L, Long::sum);
  }

  void day(LocalDate on, double dayFactor) {
    luck.add(new DayLuck(on, dayFactor));
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

  List<DayLuck> luck() {
    return luck;
  }

  /** What could be expected of each day. */
  Demand demand() {
    return demand;
  }

  List<Incident> incidents() {
    return incidents;
  }

  List<StockOut> stockOuts() {
    return stockOuts;
  }
}
