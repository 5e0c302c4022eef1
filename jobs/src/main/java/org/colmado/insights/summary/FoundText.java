package org.colmado.insights.summary;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.colmado.insights.text.Language;

/** What a refusal found, in the owner's language: details in the quarantine are in English. */
record FoundText(Messages texts) {
  /** Forms of details, and the messages that say the same. */
  private static final List<Form> FORMS =
      List.of(
          new Form("Column \\[(.*?)]: Found '(.*?)'.*", "found.in.column"),
          new Form("Found '(.*?)'.*", "found.value"),
          new Form("Found (-?\\d[^ ,;]*).*", "found.value"),
          new Form("(\\d+) cells, expected (\\d+)", "found.cells"),
          new Form("Found (\\[.*]), expected also (\\[.*?]).*", "found.columns"),
          new Form("Found rows of (\\S+) and of (\\S+) under.*", "found.days"),
          new Form("Found lines under (\\[.*?]).*", "found.tenders"),
          new Form("(\\S+) is '(.*)'", "found.in.column"));

  /** A form of details; its groups are the values of the message. */
  private record Form(Pattern pattern, String key) {
    Form(String pattern, String key) {
      this(Pattern.compile(pattern, Pattern.DOTALL), key);
    }
  }

  /**
   * The detail as it is in English; in other languages what of it was found, which the advice
   * beside it explains.
   *
   * @param detail null: the reason says it
   */
  String of(String detail) {
    if (detail == null) {
      return "";
    }
    if (texts.language() == Language.EN) {
      return detail;
    }

    for (Form form : FORMS) {
      Matcher found = form.pattern().matcher(detail);
      if (found.matches()) {
        Object[] values = new Object[found.groupCount()];
        for (int i = 0; i < values.length; i++) {
          values[i] = found.group(i + 1);
        }
        return texts.of(form.key(), values);
      }
    }
    return "";
  }
}
