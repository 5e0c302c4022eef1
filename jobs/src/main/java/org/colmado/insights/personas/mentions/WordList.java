package org.colmado.insights.personas.mentions;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.colmado.insights.text.FoldedText;

/**
 * Words and phrases to find in a text, ignoring case; a blank also matches a hyphen. {@code *}
 * matches any ending, {@code #} a number, {@code ...} up to three words. An accent or ñ in the list
 * must match exactly: {@code té} does not match {@code te}.
 */
public final class WordList {
  private static final String MARKED = ".*[áéíóúñ].*";
  private static final String NUMBER = "[0-9]+(?:[.,][0-9]+)*";
  private static final String BLANK = "[\\s-]+";
  private static final String GAP = "[^\\w.!?;:]+";

  private final Pattern plain;
  private final Pattern marked;

  /** Of words and phrases in any order. */
  public WordList(List<String> words) {
    plain = anyOf(words.stream().filter(word -> !word.matches(MARKED)).map(FoldedText::of), 0);
    marked =
        anyOf(words.stream().filter(word -> word.matches(MARKED)), Pattern.UNICODE_CHARACTER_CLASS);
  }

  /** Groups the words by first letter, so that few alternatives are tried at each position. */
  private static Pattern anyOf(Stream<String> words, int flags) {
    String any =
        words
            .collect(
                Collectors.groupingBy(word -> word.charAt(0), TreeMap::new, Collectors.toList()))
            .entrySet()
            .stream()
            .map(
                it ->
                    it.getValue().stream()
                        .map(WordList::pattern)
                        .collect(Collectors.joining("|", ahead(it.getKey()) + "(?:", ")")))
            .collect(Collectors.joining("|"));

    return Pattern.compile(any.isEmpty() ? "(?!)" : "(?<!\\w)(?:" + any + ")(?!\\w)", flags);
  }

  private static String ahead(char first) {
    return first == '#' ? "(?=[0-9])" : "(?=" + Pattern.quote(String.valueOf(first)) + ")";
  }

  private static String pattern(String phrase) {
    StringBuilder pattern = new StringBuilder();
    String between = "";
    for (String word : phrase.split(" ", -1)) {
      if (word.equals("...")) {
        pattern.append("(?:").append(GAP).append("\\w+){0,3}?");
        between = GAP;
      } else {
        pattern.append(between).append(wordPattern(word));
        between = BLANK;
      }
    }
    return pattern.toString();
  }

  private static String wordPattern(String word) {
    return word.chars()
        .mapToObj(
            letter ->
                switch (letter) {
                  case '*' -> "\\w*";
                  case '#' -> NUMBER;
                  default -> Pattern.quote(Character.toString(letter));
                })
        .collect(Collectors.joining());
  }

  /** The first match in the text. */
  public Optional<String> in(String text) {
    return first(plain.matcher(FoldedText.of(text)))
        .or(() -> first(marked.matcher(text.toLowerCase(Locale.ROOT))));
  }

  /** All matches in the text. */
  public Stream<String> all(String text) {
    return Stream.concat(
        plain.matcher(FoldedText.of(text)).results().map(MatchResult::group),
        marked.matcher(text.toLowerCase(Locale.ROOT)).results().map(MatchResult::group));
  }

  /** Where the matches are. */
  Stream<MatchResult> places(String text) {
    return Stream.concat(
        plain.matcher(FoldedText.of(text)).results(),
        marked.matcher(text.toLowerCase(Locale.ROOT)).results());
  }

  /** Whether the text has any of the words. */
  public boolean isIn(String text) {
    return in(text).isPresent();
  }

  /** The text with the matches redacted. */
  public String redacted(String text) {
    return Redaction.over(text, plain.matcher(FoldedText.of(text)));
  }

  private static Optional<String> first(Matcher matcher) {
    return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
  }
}
