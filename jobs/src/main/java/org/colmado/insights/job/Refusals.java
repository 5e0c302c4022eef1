package org.colmado.insights.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.colmado.insights.ingest.Fates;
import org.colmado.insights.table.RejectedSales;

/** Whether so much of the input is refused that something is wrong with the input as a whole. */
final class Refusals {
  private static final int REASONS_NAMED = 5;

  private Refusals() {}

  /**
   * Whether the share of refused records is above the limit. A fault of a file as a whole is one
   * refusal but no record, and does not count in the share.
   */
  static boolean aboveLimit(Run run, Dataset<Row> fates, Outcome outcome) {
    if (outcome.rowsRejected() == 0) {
      return false;
    }

    Dataset<Row> refused = fates.where(col(Fates.FATE).equalTo(Fates.REJECTED));
    long ofFiles = refused.where(col(RejectedSales.REASON).startsWith("file_")).count();
    long records = outcome.rowsIn() - ofFiles;
    warn(run, refused);

    return outcome.rowsRejected() - ofFiles > run.config().ingest().maxRejectedShare() * records;
  }

  static InputRefusedException refused(Run run, String source, Outcome outcome) {
    return new InputRefusedException(
        String.format(
            Locale.ROOT,
            "Cannot ingest %s: %,d of %,d records were refused, more than ingest.max-rejected-share"
                + " = %s. No sale of these files was kept; the refused records are in rejected_sales,"
                + " with file, line and reason. Mend the mapping conf/sources/%s.yaml or the files"
                + " and run it again.",
            source,
            outcome.rowsRejected(),
            outcome.rowsIn(),
            run.config().ingest().maxRejectedShare(),
            source));
  }

  private static void warn(Run run, Dataset<Row> refused) {
    List<Row> reasons =
        refused
            .groupBy(col(RejectedSales.REASON))
            .agg(count(lit(1)).as("records"))
            .orderBy(col("records").desc(), col(RejectedSales.REASON))
            .limit(REASONS_NAMED)
            .collectAsList();
    String named =
        reasons.stream()
            .map(row -> row.getString(0) + " " + row.getLong(1))
            .collect(Collectors.joining(", "));

    run.progress().say("  refused: %s (see rejected_sales)", named);
  }
}
