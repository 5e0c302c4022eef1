package org.colmado.insights.stage;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.format_number;
import static org.apache.spark.sql.functions.format_string;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.colmado.insights.ingest.assembly.AssembledRows;
import org.colmado.insights.ingest.ticket.Fragments;
import org.colmado.insights.run.Run;
import org.colmado.insights.table.Sales;

/** Says what an ingestion did that an owner may not expect. */
final class IngestNews {
  private static final int NAMED = 5;

  private IngestNews() {}

  /**
   * Names tickets that a newer file has changed, and tickets with refused rows.
   *
   * @param tickets that were written, of {@link AssembledRows#TICKET}
   */
  static void say(Run run, Dataset<Row> tickets) {
    Column before = col(AssembledRows.BEFORE);
    say(
        run,
        "changed by a newer file",
        tickets.where(before.isNotNull().and(before.notEqual(col(Fragments.NET)))),
        format_string(
            "%s from %s to %s",
            col(Sales.SALE_ID), format_number(before, 2), format_number(col(Fragments.NET), 2)));
    say(
        run,
        "with rows that were refused, so that their totals are too low",
        tickets.where(col(Sales.HAS_REFUSED_ROWS)),
        col(Sales.SALE_ID));
  }

  private static void say(Run run, String what, Dataset<Row> tickets, Column name) {
    List<String> named =
        tickets
            .orderBy(Sales.STORE_ID, Sales.SALE_ID)
            .select(name)
            .limit(NAMED)
            .as(Encoders.STRING())
            .collectAsList();
    if (!named.isEmpty()) {
      run.progress().say("  %,d ticket(s) %s: %s", tickets.count(), what, String.join(", ", named));
    }
  }
}
