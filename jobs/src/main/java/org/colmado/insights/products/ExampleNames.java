package org.colmado.insights.products;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.colmado.insights.products.DataLines.DataLine;
import org.colmado.insights.products.NameModel.Example;

/** Training names with known categories ({@code examples.csv}). */
final class ExampleNames {
  private static final String HEADER = "category,names";

  private ExampleNames() {}

  /**
   * Reads the names, separated by semicolons, each counted {@code weight} times.
   *
   * @throws org.colmado.insights.config.BadInputException if a row has an unknown category or a
   *     name without a word
   */
  static List<Example> read(Path file, Categories categories, double weight) {
    List<Example> examples = new ArrayList<>();
    for (DataLine row : DataLines.read(file, HEADER)) {
      String category = row.field(0);
      if (!categories.codes().contains(category)) {
        throw row.refused("category '" + category + "'", "one of " + categories.codes());
      }
      for (String name : row.field(1).split(";", -1)) {
        List<String> words = NameTokens.of(name).stems();
        if (words.isEmpty()) {
          throw row.refused("a name without a word ('" + name + "')", "names between semicolons");
        }
        examples.add(new Example(category, words, weight));
      }
    }
    return examples;
  }
}
