package org.colmado.insights.products;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.colmado.insights.config.BadInputException;
import org.colmado.insights.products.DataLines.DataLine;
import org.colmado.insights.products.LexiconEntry.Kind;

/**
 * Reads the lexicon: {@code lexicon/*.csv}, one file a category or theme, one row a group of
 * phrases that share category, kind, language and priority, the phrases separated by semicolons.
 */
final class LexiconFiles {
  private static final String HEADER = "category,kind,language,priority,phrases";
  private static final Set<String> LANGUAGES = Set.of("es", "en", "any");

  private final Categories categories;
  private final List<LexiconEntry> entries = new ArrayList<>();
  private final Map<String, LexiconEntry> seen = new HashMap<>();

  private LexiconFiles(Categories categories) {
    this.categories = categories;
  }

  /**
   * Every entry, in the order of file names and lines.
   *
   * @throws BadInputException if a row has an unknown category, kind, language or priority, an
   *     empty phrase, or a phrase that another row gives to another category at the same priority
   */
  static List<LexiconEntry> read(Path folder, Categories categories) {
    LexiconFiles reader = new LexiconFiles(categories);
    for (Path file : csvFilesOf(folder)) {
      DataLines.read(file, HEADER).forEach(reader::add);
    }
    return reader.entries;
  }

  /** The CSV files of a folder in the order of their names. */
  static List<Path> csvFilesOf(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".csv")).sorted().toList();
    } catch (IOException e) {
      throw new BadInputException(
          "Cannot read " + folder + ": " + e + ", expected a folder of CSV files", e);
    }
  }

  private void add(DataLine row) {
    String category = row.field(0);
    if (!categories.codes().contains(category)) {
      throw row.refused("category '" + category + "'", "one of " + categories.codes());
    }
    if (!LANGUAGES.contains(row.field(2))) {
      throw row.refused("language '" + row.field(2) + "'", "es, en or any");
    }

    Kind kind = kindOf(row);
    int priority = priorityOf(row);
    for (String phrase : row.field(4).split(";", -1)) {
      String key = String.join(" ", NameTokens.of(phrase).stems());
      if (key.isEmpty() || NameTokens.isMarker(key)) {
        throw row.refused("an empty phrase ('" + phrase + "')", "words between semicolons");
      }
      keep(row, new LexiconEntry(category, kind, row.field(2), priority, phrase.strip(), key));
    }
  }

  private void keep(DataLine row, LexiconEntry entry) {
    boolean excludes = entry.kind() == Kind.EXCLUSION;
    String place = excludes ? "not " + entry.category() : "" + entry.priority();
    LexiconEntry earlier = seen.putIfAbsent(place + ":" + entry.key(), entry);
    if (earlier == null) {
      entries.add(entry);
    } else if (earlier.category().equals(entry.category())) {
      entries.set(entries.indexOf(earlier), earlier.alsoIn(entry.language()));
      seen.put(place + ":" + entry.key(), earlier.alsoIn(entry.language()));
    } else {
      throw row.refused(
          "'%s' as %s, and elsewhere '%s' as %s, both of priority %d"
              .formatted(
                  entry.phrase(),
                  entry.category(),
                  earlier.phrase(),
                  earlier.category(),
                  entry.priority()),
          "one category for a phrase at one priority");
    }
  }

  private static Kind kindOf(DataLine row) {
    return Optional.of(row.field(1))
        .filter(code -> Stream.of(Kind.values()).anyMatch(kind -> kind.code().equals(code)))
        .map(code -> Kind.valueOf(code.toUpperCase(Locale.ROOT)))
        .orElseThrow(
            () -> row.refused("kind '" + row.field(1) + "'", "word, phrase, brand or exclusion"));
  }

  private static int priorityOf(DataLine row) {
    if (!row.field(3).matches("[0-9]{1,2}|100")) {
      throw row.refused("priority '" + row.field(3) + "'", "a whole number, 0 to 100");
    }
    return Integer.parseInt(row.field(3));
  }
}
