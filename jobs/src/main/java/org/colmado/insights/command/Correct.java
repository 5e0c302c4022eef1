package org.colmado.insights.command;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.levenshtein;
import static org.apache.spark.sql.functions.lit;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.colmado.insights.config.BadInputException;
import org.colmado.insights.note.OwnerNote;
import org.colmado.insights.products.Categories;
import org.colmado.insights.products.Categories.Category;
import org.colmado.insights.products.ProductNames;
import org.colmado.insights.run.CommonOptions;
import org.colmado.insights.run.Run;
import org.colmado.insights.schema.TableRow;
import org.colmado.insights.spark.SharedSession;
import org.colmado.insights.spark.SparkSessions;
import org.colmado.insights.stage.CorrectProducts;
import org.colmado.insights.table.CategoryCorrections;
import org.colmado.insights.table.ProductCategories;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Records the owner's category of a product in {@link CategoryCorrections} and decides all names
 * again.
 */
@Command(
    name = "correct",
    description = {
      "Files a product under the category you name. It holds at once, for other sizes of it too,",
      "and no rule overrules it. Products of similar names may follow."
    },
    mixinStandardHelpOptions = true)
public final class Correct implements Callable<Integer> {
  private static final int SIMILAR = 3;
  private static final int SHOWN = 10;

  /** A category or its withdrawal. */
  static final class Entry {
    @Option(
        names = "--category",
        required = true,
        paramLabel = "CODE",
        description = "Code or name of conf/categories/categories.yaml.")
    private String category;

    @Option(
        names = "--withdraw",
        required = true,
        description = "Removes the correction: the rules decide again.")
    private boolean isWithdrawal;
  }

  @Mixin private CommonOptions options;

  @Option(
      names = "--product",
      required = true,
      paramLabel = "NAME",
      description = "Name of a product that was sold; capitals and accents make no difference.")
  private String product;

  @ArgGroup(multiplicity = "1")
  private Entry entry;

  @Option(names = "--note", paramLabel = "TEXT", description = "Why.")
  private String note;

  @Override
  public Integer call() throws Exception {
    options.config();
    try (SharedSession session = SparkSessions.share("correct")) {
      Run run = Run.of(options, session.spark(), Clock.systemUTC());
      String code = entry.isWithdrawal ? null : code(run);
      Map<String, Row> before = products(run);
      String key = knownKey(run, before);

      boolean isApplied = CorrectProducts.note(run, note(run, key, code));
      print(key, code, isApplied, before, isApplied ? products(run) : before);
      return 0;
    }
  }

  private String code(Run run) {
    Categories categories = Categories.read(run.conf().find("categories"));

    return categories
        .named(entry.category)
        .map(Category::code)
        .orElseThrow(
            () -> refused("category", "'" + entry.category + "'", "one of " + categories.codes()));
  }

  private static Map<String, Row> products(Run run) {
    return run.small().rows(ProductCategories.TABLE).stream()
        .collect(Collectors.toMap(row -> row.getAs(ProductCategories.PRODUCT_KEY), row -> row));
  }

  private String knownKey(Run run, Map<String, Row> known) {
    String key = ProductNames.keyOf(product);
    if (key == null || !known.containsKey(key)) {
      throw refused(
          "product", "'" + product + "'", "a product that was sold, such as " + similar(run, key));
    }
    return key;
  }

  private static List<String> similar(Run run, String key) {
    return run.small()
        .read(ProductCategories.TABLE)
        .orderBy(
            levenshtein(col(ProductCategories.PRODUCT_KEY), lit(key == null ? "" : key)),
            col(ProductCategories.PRODUCT_KEY))
        .limit(SIMILAR)
        .select(ProductCategories.DESCRIPTION)
        .as(Encoders.STRING())
        .collectAsList();
  }

  private OwnerNote note(Run run, String key, String code) {
    return new OwnerNote(
        TableRow.of(CategoryCorrections.TABLE)
            .with(CategoryCorrections.PRODUCT_KEY, key)
            .with(CategoryCorrections.DESCRIPTION, product)
            .with(CategoryCorrections.CATEGORY, code)
            .with(CategoryCorrections.NOTE, note)
            .with(CategoryCorrections.ENTERED_AT, run.startedAt()));
  }

  private void print(
      String key, String code, boolean isApplied, Map<String, Row> before, Map<String, Row> after) {
    System.out.println(
        code == null
            ? "Withdrawn: the rules decide about %s.".formatted(product)
            : "Noted: %s is %s.".formatted(product, code));
    if (!isApplied) {
      System.out.println("Another run writes to the lake now: the next nightly takes it in.");
      return;
    }

    List<String> followed =
        after.keySet().stream()
            .filter(each -> !each.equals(key))
            .filter(each -> !category(after.get(each)).equals(category(before.get(each))))
            .sorted()
            .map(each -> "  %s: %s".formatted(each, category(after.get(each))))
            .toList();
    followed.stream().limit(SHOWN).forEach(System.out::println);
    System.out.println(
        "%d other product(s) followed. Segments and plans follow with the next nightly."
            .formatted(followed.size()));
  }

  private static String category(Row row) {
    return row.getAs(ProductCategories.CATEGORY);
  }

  private static BadInputException refused(String what, Object found, String expected) {
    return new BadInputException(
        "Cannot correct the category: --%s is %s, expected %s".formatted(what, found, expected));
  }
}
