package org.colmado.insights.ingest;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * A ticket as one record gives it: a whole one from JSON, one line of one from a flat file. Texts
 * that a source does not give are null.
 *
 * @param id as the source gives it, before it is made unique
 * @param total what the ticket says it came to, unsigned; null: it says nothing
 * @param versionAt when this version was made; null: the record does not say
 */
record ParsedTicket(
    String storeId,
    String id,
    Instant soldAt,
    Instant versionAt,
    BigDecimal total,
    String paymentMethod,
    String paymentStatus,
    String channel,
    String cashier,
    String shiftId,
    boolean isReturn,
    boolean isCancelled,
    String returnOfSaleId,
    boolean isAnonymous,
    List<Line> lines) {

  /**
   * A line of a ticket; amounts as the source gives them, not yet signed.
   *
   * @param code of the product; null: not given
   * @param quantity null: sold by amount of money
   * @param amount before the discount
   * @param discount 0: none
   * @param tax null: not given
   * @param cost of a unit; null: not given
   */
  record Line(
      String code,
      String description,
      BigDecimal quantity,
      BigDecimal unitPrice,
      BigDecimal amount,
      BigDecimal discount,
      BigDecimal tax,
      BigDecimal cost,
      String category) {}
}
