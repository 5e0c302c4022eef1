package org.colmado.insights.ingest.assembly;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.colmado.insights.ingest.ticket.Fragments;
import org.colmado.insights.ingest.ticket.Proportions;
import org.colmado.insights.table.SaleLines;

/**
 * The lines of a ticket.
 *
 * @param lines of {@link Fragments#LINE_TYPE}, in the order of their keys
 * @param net what they come to
 */
record TicketLines(List<Row> lines, BigDecimal net) {
  private static final int LINE_KEY = Fragments.LINE_TYPE.fieldIndex(SaleLines.LINE_KEY);
  private static final int AMOUNT = Fragments.LINE_TYPE.fieldIndex(SaleLines.AMOUNT);
  private static final int DISCOUNT = Fragments.LINE_TYPE.fieldIndex(SaleLines.DISCOUNT);

  /**
   * The lines of rows.
   *
   * @param rows by the key of their line
   * @param spreads spread the rows that are discounts over the others
   */
  static TicketLines of(Map<Long, FlatRow> rows, boolean spreads) {
    List<Row> lines = new ArrayList<>();
    BigDecimal discount = BigDecimal.ZERO;
    for (Map.Entry<Long, FlatRow> entry : rows.entrySet()) {
      FlatRow row = entry.getValue();
      if (spreads && row.isDiscount()) {
        discount = discount.add(row.net().abs());
      } else {
        lines.add(with(row.sold(), LINE_KEY, entry.getKey()));
      }
    }

    List<BigDecimal> shares =
        Proportions.shares(discount, lines.stream().map(TicketLines::net).toList());
    for (int i = 0; i < lines.size(); i++) {
      lines.set(i, discounted(lines.get(i), shares.get(i)));
    }
    return new TicketLines(lines, sum(lines));
  }

  private static Row discounted(Row line, BigDecimal share) {
    if (share.signum() == 0) {
      return line;
    }

    BigDecimal signed = net(line).signum() < 0 ? share.negate() : share;
    return with(line, DISCOUNT, line.getDecimal(DISCOUNT).add(signed));
  }

  private static BigDecimal sum(List<Row> lines) {
    return lines.stream().map(TicketLines::net).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal net(Row line) {
    return line.getDecimal(AMOUNT).subtract(line.getDecimal(DISCOUNT));
  }

  private static Row with(Row line, int field, Object value) {
    Object[] values = new Object[Fragments.LINE_TYPE.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = i == field ? value : line.get(i);
    }
    return RowFactory.create(values);
  }

  /** Sum over the lines that have the value; null if none has. */
  BigDecimal sumOf(String column) {
    int field = Fragments.LINE_TYPE.fieldIndex(column);

    return lines.stream()
        .filter(line -> !line.isNullAt(field))
        .map(line -> line.getDecimal(field))
        .reduce(BigDecimal::add)
        .orElse(null);
  }
}
