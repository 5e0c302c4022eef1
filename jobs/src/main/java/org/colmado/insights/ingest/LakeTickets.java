package org.colmado.insights.ingest;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.colmado.insights.ingest.ticket.Fragments;
import org.colmado.insights.lake.Lake;
import org.colmado.insights.lake.SparkTypes;
import org.colmado.insights.table.SaleLines;
import org.colmado.insights.table.Sales;

/**
 * The tickets in the lake. A run commits lines first and {@link Sales} last; so a line newer than
 * every sale comes from a killed run and is removed.
 *
 * @param sales all tickets
 * @param lines all their lines
 * @param isEmpty whether there are no tickets yet
 */
public record LakeTickets(Dataset<Row> sales, Dataset<Row> lines, boolean isEmpty) {

  /** Columns that tell a ticket's version. */
  static final String[] KNOWN = {
    Sales.SALE_ID,
    Sales.IS_RETURN,
    Sales.BUSINESS_ON,
    Sales.VERSION_AT,
    Sales.REVISION,
    Sales.NET_TOTAL,
    Sales.HAS_REFUSED_ROWS
  };

  /** Those of a lake without tickets. */
  public static LakeTickets none(SparkSession spark) {
    return new LakeTickets(
        spark.createDataFrame(List.of(), SparkTypes.schema(Sales.TABLE)),
        spark.createDataFrame(List.of(), SparkTypes.schema(SaleLines.TABLE)),
        true);
  }

  /** Removes what a killed run left behind. Only one run may write at a time. */
  public static LakeTickets of(Lake lake) {
    Dataset<Row> sales = lake.read(Sales.TABLE);
    Dataset<Row> lines = lake.read(SaleLines.TABLE);
    Row last = lastOf(lines, sales);
    boolean isEmpty = last.isNullAt(1);
    if (areFinished(last)) {
      return new LakeTickets(sales, lines, isEmpty);
    }

    lake.restoreLastValid(SaleLines.TABLE, version -> areFinished(lastOf(version, sales)));
    return new LakeTickets(sales, lake.read(SaleLines.TABLE), isEmpty);
  }

  /** When the newest line and the newest sale were written; one query instead of two. */
  private static Row lastOf(Dataset<Row> lines, Dataset<Row> sales) {
    return lines
        .agg(max(SaleLines.INGESTED_AT))
        .crossJoin(sales.agg(max(Sales.INGESTED_AT)))
        .first();
  }

  private static boolean areFinished(Row last) {
    return last.isNullAt(0)
        || (!last.isNullAt(1) && !last.getInstant(0).isAfter(last.getInstant(1)));
  }

  /** A struct of {@link #KNOWN}. */
  static StructType knownType() {
    StructType sales = SparkTypes.schema(Sales.TABLE);

    return new StructType(
        Arrays.stream(KNOWN).map(name -> sales.apply(name)).toArray(StructField[]::new));
  }

  /** The lake's lines of the tickets that rows are of, in the shape of fragments without a file. */
  Dataset<Row> linesOf(Dataset<Row> numbered) {
    Dataset<Row> tickets =
        sales.join(numbered.select(Sales.STORE_ID, Sales.SALE_ID).distinct(), key(), "left_semi");
    Column line =
        struct(
            Arrays.stream(Fragments.LINE_TYPE.fieldNames())
                .map(name -> col(name))
                .toArray(Column[]::new));
    Dataset<Row> given =
        lines
            .select(
                col(SaleLines.STORE_ID), col(SaleLines.SALE_ID), array(line).as(Fragments.LINES))
            .join(tickets, key(), "inner");

    return given.select(
        Arrays.stream(Fragments.TYPE.fields())
            .map(
                field ->
                    Arrays.asList(given.columns()).contains(field.name())
                        ? col(field.name())
                        : lit(null).cast(field.dataType()).as(field.name()))
            .toArray(Column[]::new));
  }

  /** Keys of the lake's lines of these tickets that are not among the given lines. */
  public static Dataset<Row> gone(
      Dataset<Row> lakeLines, Dataset<Row> tickets, Dataset<Row> given) {
    String[] lineKey = {SaleLines.STORE_ID, SaleLines.SALE_ID, SaleLines.LINE_NO};

    return lakeLines
        .select(SaleLines.STORE_ID, SaleLines.SALE_ID, SaleLines.LINE_NO)
        .join(tickets, key(), "left_semi")
        .join(given, lineKey, "left_anti");
  }

  private static String[] key() {
    return new String[] {Sales.STORE_ID, Sales.SALE_ID};
  }
}
