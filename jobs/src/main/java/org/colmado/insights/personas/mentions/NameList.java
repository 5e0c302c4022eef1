package org.colmado.insights.personas.mentions;

import java.util.Comparator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.colmado.insights.text.FoldedText;

/**
 * Finds whole names of the facts in a text, ignoring case and accents. A numeric name does not
 * match within a percentage, time or amount.
 */
public final class NameList {
  private static final String BEFORE = "(?<![\\p{L}\\p{N}$])(?<![0-9][.,:])";
  private static final String BEHIND = "(?![\\p{L}\\p{N}])(?!\\s?%)(?![.,:][0-9])";

  private final Pattern names;

  /** Of names in any order; the longest that fits is found. */
  public NameList(Stream<String> names) {
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

  /** Whether the text has any of the names. */
  public boolean isIn(String text) {
    return names.matcher(FoldedText.of(text)).find();
  }

  /** Where the matches are. */
  Stream<MatchResult> places(String text) {
    return names.matcher(FoldedText.of(text)).results();
  }

  /** The text with the matches redacted. */
  public String redacted(String text) {
    return Redaction.over(text, names.matcher(FoldedText.of(text)));
  }
}
