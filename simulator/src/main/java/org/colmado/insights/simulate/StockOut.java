package org.colmado.insights.simulate;

import java.time.LocalDate;

/**
 * Hours in which a product was not to be had. What was asked for and not there is demand that no
 * sale shows.
 */
final class StockOut {
  private final LocalDate on;
  private final int fromHour;
  private final int toHour;
  private final Product product;
  private int lostUnits;

  /**
   * @param on business day
   * @param fromHour first clock hour without it
   * @param toHour first hour after that
   */
  StockOut(LocalDate on, int fromHour, int toHour, Product product) {
    this.on = on;
    this.fromHour = fromHour;
    this.toHour = toHour;
    this.product = product;
  }

  boolean covers(LocalDate day, int hour) {
    return on.equals(day) && hour >= fromHour && hour < toHour;
  }

  void lose(int units) {
    lostUnits += units;
  }

  LocalDate on() {
    return on;
  }

  int fromHour() {
    return fromHour;
  }

  int toHour() {
    return toHour;
  }

  Product product() {
    return product;
  }

  /** Units asked for and not sold, whether or not another product was taken instead. */
  int lostUnits() {
    return lostUnits;
  }
}
