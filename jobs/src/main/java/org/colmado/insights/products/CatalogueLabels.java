package org.colmado.insights.products;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Optional;
import java.util.regex.Pattern;
import org.colmado.insights.products.DataLines.DataLine;

/**
 * Maps category labels of other catalogues to category codes ({@code catalogue.csv}). Ambiguous
 * labels are not listed; for them the product name decides.
 */
final class CatalogueLabels implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String HEADER = "category,labels";
  private static final Pattern LEVELS = Pattern.compile("[>|/\\\\]");

  private final HashMap<String, String> codeByLabel = new HashMap<>();

  private CatalogueLabels() {}

  /**
   * Reads the file.
   *
   * @throws org.colmado.insights.config.BadInputException if a row has an unknown category, an
   *     empty label, or a label that another row gives to another category
   */
  static CatalogueLabels read(Path file, Categories categories) {
    CatalogueLabels catalogue = new CatalogueLabels();
    DataLines.read(file, HEADER).forEach(row -> catalogue.add(row, categories));
    return catalogue;
  }

  /**
   * The code of a label, or of the deepest level of a path such as {@code Food > Drinks > Beer}.
   */
  Optional<String> codeOf(String label) {
    String key = keyOf(label);
    if (key == null || codeByLabel.containsKey(key)) {
      return Optional.ofNullable(codeByLabel.get(key));
    }

    String[] levels = LEVELS.split(key, -1);
    for (int i = levels.length - 1; i >= 0 && levels.length > 1; i--) {
      String code = codeByLabel.get(levels[i].strip());
      if (code != null) {
        return Optional.of(code);
      }
    }
    return Optional.empty();
  }

  private void add(DataLine row, Categories categories) {
    String category = row.field(0);
    if (!categories.codes().contains(category)) {
      throw row.refused("category '" + category + "'", "one of " + categories.codes());
    }

    for (String label : row.field(1).split(";", -1)) {
      String key = keyOf(label);
      if (key == null) {
        throw row.refused("an empty label", "labels between semicolons");
      }
      String earlier = codeByLabel.putIfAbsent(key, category);
      if (earlier != null && !earlier.equals(category)) {
        throw row.refused(
            "'%s' as %s, and elsewhere as %s".formatted(label.strip(), category, earlier),
            "one category for a label");
      }
    }
  }

  private static String keyOf(String label) {
    return ProductNames.keyOf(label);
  }
}
