package org.colmado.insights.ingest.ticket;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Spreads an amount of a whole ticket over its lines, in proportion to what each comes to. So a
 * discount is never a product, and the lines still add up to the ticket.
 */
public final class Proportions {
  private Proportions() {}

  /**
   * Each line's share, to the cent; the cents that are left over go to the last lines.
   *
   * @param amount of the ticket, 0 or more
   * @param nets what each line comes to before it
   */
  public static List<BigDecimal> shares(BigDecimal amount, List<BigDecimal> nets) {
    BigDecimal left = amount;
    BigDecimal base = nets.stream().map(BigDecimal::abs).reduce(BigDecimal.ZERO, BigDecimal::add);
    List<BigDecimal> shares = new ArrayList<>(nets.size());
    for (BigDecimal net : nets) {
      BigDecimal share =
          base.signum() == 0
              ? BigDecimal.ZERO
              : left.multiply(net.abs()).divide(base, 2, RoundingMode.HALF_UP);
      shares.add(share);
      left = left.subtract(share);
      base = base.subtract(net.abs());
    }
    return shares;
  }
}
