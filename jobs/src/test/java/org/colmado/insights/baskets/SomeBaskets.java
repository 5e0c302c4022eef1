package org.colmado.insights.baskets;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.colmado.insights.table.SaleLines;
import org.colmado.insights.testing.ShopRows;

/**
 * Sale lines for tests: a basket is its day and its products, whose category is their first letter.
 */
final class SomeBaskets {
  static final LocalDate LAST_DAY = LocalDate.of(2026, 8, 14);

  private final List<Row> lines = new ArrayList<>();
  private int tickets;

  /** So many baskets of the last day's store that came this many days before its last. */
  SomeBaskets add(int baskets, int daysBefore, String... products) {
    for (int i = 0; i < baskets; i++) {
      add(false /* isReturn */, daysBefore, products);
    }
    return this;
  }

  SomeBaskets addReturn(String... products) {
    return add(true /* isReturn */, 0, products);
  }

  private SomeBaskets add(boolean isReturn, int daysBefore, String... products) {
    String ticket = "t" + ++tickets;
    for (int line = 0; line < products.length; line++) {
      lines.add(
          ShopRows.line(
              SaleLines.SALE_ID,
              ticket,
              SaleLines.LINE_NO,
              line + 1,
              SaleLines.BUSINESS_ON,
              LAST_DAY.minusDays(daysBefore).toString(),
              SaleLines.PRODUCT_KEY,
              products[line],
              SaleLines.CATEGORY,
              products[line].substring(0, 1),
              SaleLines.IS_RETURN,
              isReturn,
              SaleLines.IS_CANCELLED,
              false));
    }
    return this;
  }

  Dataset<Row> lines() {
    return ShopRows.of(SaleLines.TABLE, lines);
  }
}
