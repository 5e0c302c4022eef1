package org.colmado.insights.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.Row;
import org.colmado.insights.ingest.ticket.Fragments;
import org.colmado.insights.table.SaleLines;
import org.colmado.insights.table.Sales;

/**
 * What a file would come to, to look at before it is read into a lake.
 *
 * @param tickets the first ones
 * @param days sums by business day
 * @param refusals reasons, the most frequent first
 */
public record FirstLook(List<Ticket> tickets, List<FileDay> days, List<ReasonCount> refusals) {
  private static final int TICKETS_SHOWN = 10;
  private static final int LINES_SHOWN = 3;

  /**
   * A ticket.
   *
   * @param lines the first lines as text: quantity, product and amount
   * @param more number of further lines
   */
  public record Ticket(
      String store,
      String id,
      Instant soldAt,
      BigDecimal net,
      boolean isCancelled,
      List<String> lines,
      int more) {}

  public static FirstLook at(ReadRecords records) {
    return new FirstLook(
        tickets(records),
        FileDays.of(SaleRows.totals(records.tickets()), records.places()),
        ReasonCount.of(records));
  }

  private static List<Ticket> tickets(ReadRecords records) {
    String line =
        "transform(%s, l -> concat_ws(' ', nullif(concat(regexp_replace(cast(l.%s AS STRING), '\\\\.?0+$', ''), ' x'), ''), l.%s, cast(l.%s - l.%s AS STRING)))"
            .formatted(
                Fragments.LINES,
                SaleLines.QUANTITY,
                SaleLines.DESCRIPTION,
                SaleLines.AMOUNT,
                SaleLines.DISCOUNT);

    return records
        .tickets()
        .orderBy(Sales.SOLD_AT, Sales.SALE_ID)
        .limit(TICKETS_SHOWN)
        .select(
            col(Sales.STORE_ID),
            col(Sales.SALE_ID),
            col(Sales.SOLD_AT),
            col(Fragments.NET),
            col(Sales.IS_CANCELLED),
            expr(line))
        .collectAsList()
        .stream()
        .map(FirstLook::ticket)
        .toList();
  }

  private static Ticket ticket(Row row) {
    List<String> lines = row.getList(5);

    return new Ticket(
        row.getString(0),
        row.getString(1),
        row.getInstant(2),
        row.getDecimal(3),
        row.getBoolean(4),
        lines.stream().limit(LINES_SHOWN).toList(),
        Math.max(0, lines.size() - LINES_SHOWN));
  }
}
