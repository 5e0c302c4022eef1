package org.colmado.insights.personas.claims;

import java.util.Comparator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.colmado.insights.text.FoldedText;

/**
 * Names as the facts have them, to be found whole in a text, whatever the case and accents. A name
 * of digits is none where they are part of a share, an hour or an amount.
 */
final class NameList {
  private static final String BEFORE = "(?<![\\p{L}\\p{N}$])(?<![0-9][.,:])";
  private static final String BEHIND = "(?![\\p{L}\\p{N}])(?!\\s?%)(?![.,:][0-9])";

  private final Pattern names;

  NameList(Stream<String> names) {
    String any =
        names
            .map(name -> FoldedText.of(name).strip())
            .filter(name -> !name.isEmpty())
            .distinct()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .map(Pattern::quote)
            .collect(Collectors.joining("|"));
    this.names = Pattern.compile(any.isEmpty() ? "(?!)" : BEFORE + "(?:" + any + ")" + BEHIND);
  }

  boolean isIn(String text) {
    return names.matcher(FoldedText.of(text)).find();
  }

  /** The text with them blotted out. */
  String blotted(String text) {
    return Redaction.over(text, names.matcher(FoldedText.of(text)));
  }
}
