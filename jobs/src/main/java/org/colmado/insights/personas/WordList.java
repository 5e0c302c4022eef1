package org.colmado.insights.personas;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Words to look for in a text, whatever the case and accents; {@code *} stands for any ending. */
final class WordList {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private final Pattern words;

  WordList(List<String> words) {
    this.words =
        Pattern.compile(
            words.stream()
                .map(WordList::pattern)
                .collect(Collectors.joining("|", "(?<!\\w)(?:", ")(?!\\w)")));
  }

  private static String pattern(String word) {
    return Arrays.stream(folded(word).split("\\*", -1))
        .map(Pattern::quote)
        .collect(Collectors.joining("\\w*"));
  }

  /** The first that is in the text. */
  Optional<String> in(String text) {
    Matcher matcher = words.matcher(folded(text));

    return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
  }

  static String folded(String text) {
    return MARKS
        .matcher(Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD))
        .replaceAll("");
  }
}
