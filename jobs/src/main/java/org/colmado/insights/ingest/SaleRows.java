package org.colmado.insights.ingest;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.aggregate;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.when;

import java.time.Instant;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.colmado.insights.table.Columns;
import org.colmado.insights.table.SaleLines;
import org.colmado.insights.table.Sales;

/**
 * Turns tickets into rows of {@link Sales}. Revenue has one definition, here: the lines' amounts
 * less their discounts, ITBIS included, and nothing for a cancelled ticket (D13, D14).
 */
public record SaleRows(String source, Instant ingestedAt) {

  public Dataset<Row> from(Dataset<Row> tickets) {
    Column amounts = sum(SaleLines.AMOUNT, Columns.MONEY);
    Column discounts = sum(SaleLines.DISCOUNT, Columns.MONEY);
    Column net = amounts.minus(discounts);
    Column units = sum(SaleLines.QUANTITY, DataTypes.createDecimalType(14, 3));

    return tickets
        .withColumn(Sales.TOTAL, coalesce(col(Sales.TOTAL), net))
        .withColumn(Sales.NET_TOTAL, when(col(Sales.IS_CANCELLED), lit(0)).otherwise(net))
        .withColumn(Sales.DISCOUNT_TOTAL, abs(discounts))
        .withColumn(Sales.TAX_TOTAL, sum(SaleLines.TAX, Columns.MONEY))
        .withColumn(Sales.UNIT_COUNT, units)
        .withColumn(Sales.LINE_COUNT, size(col(Fragments.LINES)))
        .withColumn(Sales.SOURCE, lit(source))
        .withColumn(Sales.INGESTED_AT, lit(ingestedAt));
  }

  /** Sum over the lines that have the value; null where none has. */
  private static Column sum(String field, DataType type) {
    return aggregate(
        col(Fragments.LINES),
        lit(null).cast(type),
        (sum, line) -> {
          Column value = line.getField(field);
          return when(value.isNull(), sum)
              .otherwise(coalesce(sum, lit(0).cast(type)).plus(value).cast(type));
        });
  }
}
