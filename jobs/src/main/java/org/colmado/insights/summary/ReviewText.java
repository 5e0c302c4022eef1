package org.colmado.insights.summary;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.colmado.insights.products.Categories;
import org.colmado.insights.products.Categories.Category;
import org.colmado.insights.products.ReviewQueue;
import org.colmado.insights.table.ProductCategories;
import org.colmado.insights.text.Language;

/** Prints the first products of a review queue, what they stand for, and how to correct one. */
public record ReviewText(Messages texts, Categories categories, PrintStream out) {

  /**
   * Prints.
   *
   * @param first rows of {@link ReviewQueue#inOrder}, not empty
   * @param count number of rows of the whole queue
   */
  public void print(List<Row> first, long count) {
    List<List<String>> table = new ArrayList<>();
    table.add(List.of(texts.of("review.columns").split("\\|")));
    first.forEach(row -> table.add(cells(row)));
    TextTable.print(table, out);
    out.println();
    out.println(texts.of("review.count", count, first.size()));
    out.println(texts.of("review.how", first.get(0).<String>getAs(ProductCategories.DESCRIPTION)));
    out.println(texts.of("review.codes"));
    categories.categories().forEach(each -> out.println("  " + each.code() + ": " + name(each)));
  }

  /** Says that nothing is to be reviewed. */
  public void printNothing() {
    out.println(texts.of("review.nothing"));
  }

  private List<String> cells(Row row) {
    double sold = row.getAs(ReviewQueue.SOLD);
    double all = row.getAs(ReviewQueue.ALL_SOLD);
    double confidence = row.getAs(ProductCategories.CONFIDENCE);

    return List.of(
        row.getAs(ProductCategories.DESCRIPTION),
        nameOf(row.getAs(ProductCategories.CATEGORY)),
        Messages.percent(confidence),
        Language.money(sold, row.getAs(ReviewQueue.CURRENCY)),
        Messages.percent(all > 0 ? sold / all : 0));
  }

  private String nameOf(String code) {
    return categories.find(code).map(this::name).orElse(texts.of("review.unknown"));
  }

  private String name(Category category) {
    return texts.language() == Language.ES ? category.es() : category.en();
  }
}
