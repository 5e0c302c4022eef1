package org.colmado.insights.stage;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.colmado.insights.config.RowMark;
import org.colmado.insights.config.SourceMapping;
import org.colmado.insights.ingest.DispositionCounts;
import org.colmado.insights.run.InputRefusedException;
import org.colmado.insights.run.Outcome;
import org.colmado.insights.run.Run;

/** Refuses an input of which too large a share is rejected. */
final class RejectionLimit {
  private static final int REASONS_NAMED = 5;

  private RejectionLimit() {}

  /**
   * Whether the share of rejected records is above the limit. A file that cannot be read at all is
   * not a record, and a record that {@code refused-when} names is no fault: neither counts in the
   * share.
   */
  static boolean aboveLimit(
      Run run, SourceMapping mapping, DispositionCounts counts, Outcome outcome) {
    if (outcome.rowsRejected() == 0) {
      return false;
    }

    long uncounted = counts.rejectionsThatAreNoRecords() + askedFor(mapping, counts.reasons());
    long records = outcome.rowsIn() - uncounted;
    warn(run, counts.reasons());

    return outcome.rowsRejected() - uncounted > run.config().ingest().maxRejectedShare() * records;
  }

  private static long askedFor(SourceMapping mapping, Map<String, Long> reasons) {
    return mapping.csv().stream()
        .flatMap(csv -> csv.refusedWhen().stream().flatMap(List::stream))
        .map(RowMark.Refusal::reason)
        .distinct()
        .mapToLong(reason -> reasons.getOrDefault(reason, 0L))
        .sum();
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

  private static void warn(Run run, Map<String, Long> reasons) {
    String named =
        reasons.entrySet().stream()
            .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
            .limit(REASONS_NAMED)
            .map(reason -> reason.getKey() + " " + reason.getValue())
            .collect(Collectors.joining(", "));

    run.progress().say("  refused: %s (see rejected_sales)", named);
  }
}
