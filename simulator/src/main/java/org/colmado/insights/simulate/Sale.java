package org.colmado.insights.simulate;

/**
 * The head of a ticket; its lines are in the {@link Basket}.
 *
 * @param number from 1 in its shop, never used again
 * @param soldAtMillis UTC, milliseconds since the epoch
 * @param updatedAtMillis when the record was changed, or 0
 * @param customer null for the anonymous
 * @param method cash, card, transfer, credit or mixed
 * @param mixedWith the other half of a mixed payment, else null
 * @param status paid, pending or cancelled
 * @param channel counter, delivery or whatsapp
 * @param receiptNumber from 1 each business day
 * @param hasReturns something of it came back
 */
record Sale(
    long number,
    long soldAtMillis,
    long updatedAtMillis,
    Customer customer,
    String method,
    String mixedWith,
    String status,
    String channel,
    int shiftId,
    int cashierId,
    int receiptNumber,
    boolean hasReturns) {

  static final String PAID = "paid";
  static final String PENDING = "pending";
  static final String CANCELLED = "cancelled";

  /** The same sale as its record stands after a change. */
  Sale updated(String newStatus, long atMillis) {
    return new Sale(
        number,
        soldAtMillis,
        atMillis,
        customer,
        method,
        mixedWith,
        newStatus,
        channel,
        shiftId,
        cashierId,
        receiptNumber,
        hasReturns);
  }

  boolean isPending() {
    return status.equals(PENDING);
  }
}
