package org.colmado.insights.ingest.ticket;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * A ticket as parsed from one record: a whole ticket from JSON, or one line of a ticket from a flat
 * file. Missing texts are null.
 *
 * @param id of the source, before it is made unique
 * @param total total stated on the ticket, unsigned; null: not given
 * @param tender the source's word for how it was paid; null: not given
 * @param versionAt time of this version; null: not given
 */
public record ParsedTicket(
    String storeId,
    String id,
    Instant soldAt,
    Instant versionAt,
    BigDecimal total,
    String tender,
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
   * @param kind what is sold
   */
  public record Line(
      String code,
      String description,
      BigDecimal quantity,
      BigDecimal unitPrice,
      BigDecimal amount,
      BigDecimal discount,
      BigDecimal tax,
      BigDecimal cost,
      String category,
      LineKind kind) {}
}
