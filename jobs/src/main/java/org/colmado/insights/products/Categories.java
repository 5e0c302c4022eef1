package org.colmado.insights.products;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.colmado.insights.config.Expect;
import org.colmado.insights.config.Yaml;

/**
 * The product categories and the confidence thresholds ({@code categories.yaml}).
 *
 * @param leastGuess minimum confidence of a decision by similarity; below it the product is
 *     unclassified
 * @param reviewBelow decisions below this confidence need a review
 * @param categories in the order pages show them
 */
public record Categories(double leastGuess, double reviewBelow, List<Category> categories)
    implements Serializable {
  /** Code of products without a known category; not listed in the file. */
  public static final String UNCLASSIFIED = "unclassified";

  private static final String GROUP_OF_THE_UNKNOWN = "other";

  public Categories {
    Expect.between("least-guess", leastGuess, 0, 1);
    Expect.between("review-below", reviewBelow, leastGuess, 1);
    categories = List.copyOf(categories);
    long distinct = categories.stream().map(Category::code).distinct().count();
    Expect.that(
        distinct == categories.size(), "categories", categories.size(), "codes that differ");
  }

  /**
   * One category.
   *
   * @param code as the tables write it
   * @param es name on Spanish pages
   * @param en name on English pages
   * @param group one of the eight coarse groups
   */
  public record Category(String code, String es, String en, String group) implements Serializable {
    public Category {
      Expect.matching("code", code, "[a-z][a-z ]*", "lower-case words");
      Expect.matching("group", group, "[a-z]+", "a lower-case word");
      Expect.that(
          !UNCLASSIFIED.equals(code), "code", code, "a code other than that of not knowing");
    }
  }

  /**
   * Reads {@code categories.yaml}.
   *
   * @param folder usually {@code conf/categories}
   */
  public static Categories read(Path folder) {
    return Yaml.read(folder.resolve("categories.yaml"), Categories.class);
  }

  /** The category of a code or a name in either language; capitals and accents do not matter. */
  public Optional<Category> named(String codeOrName) {
    String key = ProductNames.keyOf(codeOrName);

    return categories.stream()
        .filter(
            each ->
                Stream.of(each.code(), each.es(), each.en())
                    .anyMatch(name -> ProductNames.keyOf(name).equals(key)))
        .findFirst();
  }

  public List<String> codes() {
    return categories.stream().map(Category::code).toList();
  }

  /** The coarse group of a category. */
  public String groupOf(String code) {
    return find(code).map(Category::group).orElse(GROUP_OF_THE_UNKNOWN);
  }

  /** The category of a code; empty for an unknown code and for {@link #UNCLASSIFIED}. */
  public Optional<Category> find(String code) {
    return categories.stream().filter(category -> category.code().equals(code)).findFirst();
  }
}
