package org.colmado.insights.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.udf;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.colmado.insights.ingest.ticket.Fragments;
import org.colmado.insights.lake.SparkTypes;
import org.colmado.insights.table.SaleLines;
import org.colmado.insights.table.Sales;
import scala.collection.Iterator;
import scala.collection.Seq;

/**
 * Sums a ticket's lines by category: the column {@link Sales#BASKET}. It is stored with the ticket,
 * so that later stages need no join with its lines.
 */
public final class Baskets {
  /** Place of the kind in what is summed: a line that has one, such as a fee, is no product. */
  private static final int KIND = 4;

  private Baskets() {}

  /**
   * Baskets of tickets that carry their lines.
   *
   * @param lines array of {@link Fragments#LINE_TYPE}
   */
  static Column of(Column lines, ProductLabels labels) {
    UDF1<Seq<Row>, Row[]> added = sold -> added(sold, key -> labels.categoryOf(key));
    Column sold =
        transform(
            lines,
            line ->
                struct(
                    line.getField(SaleLines.PRODUCT_KEY),
                    line.getField(SaleLines.AMOUNT),
                    line.getField(SaleLines.DISCOUNT),
                    line.getField(SaleLines.QUANTITY),
                    line.getField(SaleLines.KIND)));

    return udf(added, SparkTypes.of(Sales.BASKET_TYPE)).apply(sold);
  }

  /**
   * One row a ticket: store_id, sale_id and {@link Sales#BASKET}.
   *
   * @param saleLines rows of {@link SaleLines}; all lines of each ticket
   */
  public static Dataset<Row> from(Dataset<Row> saleLines) {
    UDF1<Seq<Row>, Row[]> added = sold -> added(sold, category -> category);
    Column sold =
        collect_list(
            struct(
                col(SaleLines.CATEGORY),
                col(SaleLines.AMOUNT),
                col(SaleLines.DISCOUNT),
                col(SaleLines.QUANTITY),
                col(SaleLines.KIND)));

    return saleLines
        .groupBy(SaleLines.STORE_ID, SaleLines.SALE_ID)
        .agg(udf(added, SparkTypes.of(Sales.BASKET_TYPE)).apply(sold).as(Sales.BASKET));
  }

  private static Row[] added(Seq<Row> lines, UnaryOperator<String> categoryOf) {
    Map<String, Sums> byCategory = new TreeMap<>();
    for (Iterator<Row> each = lines.iterator(); each.hasNext(); ) {
      Row line = each.next();
      if (!line.isNullAt(KIND)) {
        continue;
      }
      byCategory
          .computeIfAbsent(categoryOf.apply(line.getString(0)), category -> new Sums())
          .add(line.getDecimal(1).subtract(line.getDecimal(2)), line.getDecimal(3));
    }

    return byCategory.entrySet().stream()
        .map(entry -> entry.getValue().row(entry.getKey()))
        .toArray(Row[]::new);
  }

  /** The sums of a ticket in one category. */
  private static final class Sums {
    private BigDecimal value = BigDecimal.ZERO;
    private BigDecimal units;
    private BigDecimal pricedValue;
    private int lines;

    void add(BigDecimal net, BigDecimal quantity) {
      lines++;
      value = value.add(net);
      if (quantity != null) {
        units = units == null ? quantity : units.add(quantity);
        pricedValue = pricedValue == null ? net : pricedValue.add(net);
      }
    }

    Row row(String category) {
      return RowFactory.create(category, value, units, lines, pricedValue);
    }
  }
}
