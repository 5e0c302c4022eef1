package org.colmado.insights.summary;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;

import java.io.PrintStream;
import java.util.Locale;
import org.apache.spark.sql.Row;
import org.colmado.insights.run.Outcome;
import org.colmado.insights.run.Run;
import org.colmado.insights.table.Sales;

/** Prints the result of an ingestion. */
public final class IngestReport {
  private IngestReport() {}

  public static void print(Run run, String source, int files, Outcome outcome) {
    PrintStream out = System.out;
    out.printf(
        Locale.ROOT,
        "%s: %,d file(s), %,d records in = %,d accepted + %,d rejected + %,d duplicate%n",
        source,
        files,
        outcome.rowsIn(),
        outcome.rowsOut(),
        outcome.rowsRejected(),
        outcome.rowsDuplicate());

    Row lake =
        run.lake()
            .read(Sales.TABLE)
            .where(
                col(Sales.SOURCE)
                    .equalTo(source)
                    .and(not(col(Sales.IS_RETURN)))
                    .and(not(col(Sales.IS_CANCELLED))))
            .agg(
                count(lit(1)), sum(Sales.NET_TOTAL), min(Sales.BUSINESS_ON), max(Sales.BUSINESS_ON))
            .first();
    if (lake.getLong(0) > 0) {
      out.printf(
          Locale.ROOT,
          "The lake has %,d tickets of %s, %,.2f in all, %s to %s%n",
          lake.getLong(0),
          source,
          lake.getDecimal(1),
          lake.get(2),
          lake.get(3));
    }
  }
}
