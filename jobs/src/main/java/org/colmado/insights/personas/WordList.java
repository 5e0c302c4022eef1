package org.colmado.insights.personas;

import java.text.Normalizer;
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
                .map(
                    word ->
                        Pattern.quote(folded(word.replace("*", "")))
                            + (word.endsWith("*") ? "\\w*" : ""))
                .collect(Collectors.joining("|", "(?<!\\w)(?:", ")(?!\\w)")));
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
