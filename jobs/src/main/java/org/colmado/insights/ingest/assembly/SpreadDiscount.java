package org.colmado.insights.ingest.assembly;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Spreads a ticket's discount over its lines, in proportion to what each comes to. So a discount is
 * never a product, and the lines still add up to the ticket.
 */
final class SpreadDiscount {
  private SpreadDiscount() {}

  /**
   * Each line's share, to the cent; the cents that are left over go to the last lines.
   *
   * @param discount of the ticket, 0 or more
   * @param nets what each line comes to before it
   */
  static List<BigDecimal> shares(BigDecimal discount, List<BigDecimal> nets) {
    BigDecimal left = discount;
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
