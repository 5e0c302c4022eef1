package org.colmado.insights.ingest;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.flatten;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.colmado.insights.lake.SparkTypes;
import org.colmado.insights.table.SaleLines;
import org.colmado.insights.table.Sales;

/**
 * Assembles whole tickets from accepted {@link Fragments}: a JSON record is one already; lines of a
 * flat file are merged with the lake's lines of the same ticket.
 *
 * <p>Attributes of the ticket, such as its hour, come from the earliest line: so the same ticket
 * results in whatever order, and over however many nights, its lines arrive.
 *
 * @param recordsAreTickets a record is a whole ticket; else a line of one
 */
public record Tickets(boolean recordsAreTickets) {
  private static final String ONCE = "once";
  private static final String[] KEY = {Sales.STORE_ID, Sales.SALE_ID};

  /** Attributes of a ticket; the first column decides which line they come from. */
  private static final List<String> ATTRIBUTES =
      List.of(
          Sales.SOLD_AT,
          Sales.BUSINESS_ON,
          Sales.HOUR,
          Sales.VERSION_AT,
          Sales.TOTAL,
          Sales.PAYMENT_METHOD,
          Sales.PAYMENT_STATUS,
          Sales.CHANNEL,
          Sales.CASHIER_KEY,
          Sales.SHIFT_ID,
          Sales.IS_RETURN,
          Sales.IS_CANCELLED,
          Sales.RETURN_OF_SALE_ID,
          Sales.IS_ANONYMOUS);

  /**
   * One row for each ticket to write.
   *
   * @param accepted fragments with revision
   * @param sales the lake's tickets
   * @param lines the lake's lines
   */
  public Dataset<Row> from(Dataset<Row> accepted, Dataset<Row> sales, Dataset<Row> lines) {
    return recordsAreTickets ? accepted : putTogether(accepted, sales, lines);
  }

  private static Dataset<Row> putTogether(
      Dataset<Row> accepted, Dataset<Row> sales, Dataset<Row> lines) {
    Dataset<Row> given =
        accepted.select(
            col(Sales.STORE_ID),
            col(Sales.SALE_ID),
            once(),
            keyed(col(Sales.REVISION)).as(Fragments.LINES),
            col(Fragments.NET),
            col(Fragments.DISCOUNTS),
            col(Fragments.TAXES),
            col(Fragments.UNITS));
    Dataset<Row> touched = accepted.select(Sales.STORE_ID, Sales.SALE_ID).distinct();

    return given
        .unionByName(linesInLake(touched, sales, lines))
        .groupBy(col(Sales.STORE_ID), col(Sales.SALE_ID))
        .agg(
            min(ONCE).as(ONCE),
            array_sort(flatten(collect_list(Fragments.LINES))).as(Fragments.LINES),
            sum(Fragments.NET).as(Fragments.NET),
            sum(Fragments.DISCOUNTS).as(Fragments.DISCOUNTS),
            sum(Fragments.TAXES).as(Fragments.TAXES),
            sum(Fragments.UNITS).as(Fragments.UNITS))
        .select(col("*"), col(ONCE + ".*"))
        .drop(ONCE)
        .withColumn(Sales.IS_RETURN, isReturn())
        .withColumn(Sales.REVISION, contentHash());
  }

  /**
   * An exchange has lines that were sold and lines that were taken back: it is a return if more
   * money went back than came in.
   */
  private static Column isReturn() {
    Column net = col(Fragments.NET);

    return net.lt(0).or(net.equalTo(0).and(col(Sales.IS_RETURN)));
  }

  /** The lake's lines of the touched tickets, in the shape of fragments. */
  private static Dataset<Row> linesInLake(
      Dataset<Row> touched, Dataset<Row> sales, Dataset<Row> lines) {
    Column line =
        struct(
            Arrays.stream(Fragments.LINE_TYPE.fieldNames())
                .map(name -> col(name))
                .toArray(Column[]::new));
    Dataset<Row> tickets =
        sales
            .join(touched, KEY, "left_semi")
            .withColumn(Sales.TOTAL, lit(null).cast(SparkTypes.MONEY))
            .select(col(Sales.STORE_ID), col(Sales.SALE_ID), once());

    return lines
        .select(
            col(SaleLines.STORE_ID),
            col(SaleLines.SALE_ID),
            array(line).as(Fragments.LINES),
            col(SaleLines.AMOUNT).minus(col(SaleLines.DISCOUNT)).as(Fragments.NET),
            col(SaleLines.DISCOUNT).as(Fragments.DISCOUNTS),
            col(SaleLines.TAX).as(Fragments.TAXES),
            col(SaleLines.QUANTITY).as(Fragments.UNITS))
        .join(tickets, KEY, "inner");
  }

  private static Column once() {
    return struct(ATTRIBUTES.stream().map(name -> col(name)).toArray(Column[]::new)).as(ONCE);
  }

  /** The line key of a flat file is the hash of its row. */
  private static Column keyed(Column revision) {
    return transform(col(Fragments.LINES), line -> line.withField(SaleLines.LINE_KEY, revision));
  }

  private static Column contentHash() {
    Column lineKeys = transform(col(Fragments.LINES), line -> line.getField(SaleLines.LINE_KEY));

    return xxhash64(lineKeys, element_at(col(Fragments.LINES), 1));
  }
}
