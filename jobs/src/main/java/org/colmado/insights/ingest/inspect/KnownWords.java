package org.colmado.insights.ingest.inspect;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.colmado.insights.config.Yaml;
import org.colmado.insights.text.FoldedText;

/**
 * The words of {@code conf/inspect.yaml}.
 *
 * @param columns names of columns by role, the surest first
 * @param kinds names of columns that say what kind of row it is
 * @param rows regular expressions of cells by kind of row
 * @param payments words by payment method code
 */
public record KnownWords(
    Map<String, List<String>> columns,
    List<String> kinds,
    Map<String, String> rows,
    Map<String, List<String>> payments) {
  private static final Pattern CAMEL = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  public static KnownWords read(Path file) {
    return Yaml.read(file, KnownWords.class);
  }

  /** Words in lower case without accents and marks: {@code InvoiceNo} is {@code invoice no}. */
  static String plain(String text) {
    String words = CAMEL.matcher(text).replaceAll(" ");

    return NO_WORD.matcher(FoldedText.of(words)).replaceAll(" ").strip();
  }

  /** How sure a column of this name has this role: 0 not at all, 100 quite. */
  int sureness(String name, String role) {
    String plain = plain(name);
    List<String> words = columns.getOrDefault(role, List.of());
    int exact = words.indexOf(plain);
    if (exact >= 0) {
      return 100 - exact / 2;
    }

    String spaced = " " + plain + " ";
    for (int i = 0; i < words.size(); i++) {
      if (spaced.contains(" " + words.get(i) + " ")) {
        return 45 - i / 2;
      }
    }
    return 0;
  }

  /** Whether a column says what kind of row it is, by its name. */
  boolean isOfKinds(String name) {
    return kinds.contains(plain(name));
  }

  /** Whether a cell says that its row is of this kind. */
  boolean says(String cell, String kind) {
    return cell.matches(rows.get(kind));
  }
}
