package org.colmado.insights.summary;

import java.io.PrintStream;
import java.util.List;
import org.colmado.insights.ingest.ReasonCount;

/** Prints why records were refused, where the first of them is, and what to do about it. */
public record RefusalReport(PrintStream out, Messages texts) {
  private static final String ADVICE = "reject.";

  /**
   * Prints the reasons.
   *
   * @param title key of the message above them
   */
  public void print(String title, List<ReasonCount> reasons) {
    if (reasons.isEmpty()) {
      return;
    }

    out.println(texts.of(title));
    for (ReasonCount reason : reasons) {
      out.println(
          "  "
              + texts.of(
                  "inspect.refusal",
                  reason.reason(),
                  reason.records(),
                  reason.line(),
                  new FoundText(texts).of(reason.detail())));
      out.println("    " + advice(reason.reason()));
    }
  }

  /** What to do; a reason of the mapping's own {@code refused-when} was asked for. */
  private String advice(String reason) {
    String key = ADVICE + reason.replaceFirst("^unreadable_(?!date).*", "unreadable_number");

    return texts.has(key) ? texts.of(key) : texts.of("reject.asked.for");
  }
}
