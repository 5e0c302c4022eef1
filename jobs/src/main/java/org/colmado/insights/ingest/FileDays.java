package org.colmado.insights.ingest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.colmado.insights.ingest.assembly.AssembledRows;
import org.colmado.insights.ingest.ticket.Fragments;
import org.colmado.insights.lake.SparkTypes;
import org.colmado.insights.table.Sales;

/** Sums the lake's tickets by the file that has them and the business day. */
public final class FileDays {
  private static final Column IS_SALE = not(col(Sales.IS_RETURN)).and(not(col(Sales.IS_CANCELLED)));

  private FileDays() {}

  /**
   * One entry for each file and day, in order. A ticket that several files have counts in the last
   * of them only, so that the sums over all files are those of the tickets.
   *
   * @param sales all tickets of the lake
   * @param places of {@link AssembledRows#PLACE}
   */
  public static List<FileDay> of(Dataset<Row> sales, Dataset<Row> places) {
    String[] ticket = {Sales.STORE_ID, Sales.SALE_ID};

    return places
        .groupBy(Sales.STORE_ID, Sales.SALE_ID)
        .agg(max(Fragments.FILE).as(Fragments.FILE))
        .join(sales, ticket)
        .groupBy(Fragments.FILE, Sales.BUSINESS_ON)
        .agg(
            count_if(IS_SALE.and(col(Sales.HOUR).between(2, 4))).as("night"),
            count_if(IS_SALE),
            money(IS_SALE, Sales.NET_TOTAL),
            count_if(col(Sales.IS_RETURN)),
            money(col(Sales.IS_RETURN), Sales.NET_TOTAL),
            count_if(col(Sales.IS_CANCELLED)),
            money(IS_SALE, Sales.DISCOUNT_TOTAL),
            sum(when(IS_SALE, col(Sales.TAX_TOTAL))).cast(SparkTypes.MONEY))
        .orderBy(Fragments.FILE, Sales.BUSINESS_ON)
        .collectAsList()
        .stream()
        .map(FileDays::day)
        .toList();
  }

  private static Column money(Column which, String column) {
    return coalesce(sum(when(which, col(column))), lit(0)).cast(SparkTypes.MONEY);
  }

  private static FileDay day(Row row) {
    return new FileDay(
        row.getString(0),
        row.getLocalDate(1),
        row.getLong(2),
        row.getLong(3),
        row.getDecimal(4),
        row.getLong(5),
        row.getDecimal(6),
        row.getLong(7),
        row.getDecimal(8),
        row.getDecimal(9));
  }
}
