package org.colmado.insights.table;

import static org.colmado.insights.schema.ColumnType.STRING;
import static org.colmado.insights.schema.ColumnType.TIMESTAMP;
import static org.colmado.insights.schema.Columns.optional;
import static org.colmado.insights.schema.Columns.required;

import java.util.List;
import org.colmado.insights.schema.Check;
import org.colmado.insights.schema.ColumnType.Struct;
import org.colmado.insights.schema.TableSpec;

/**
 * The owner's corrections of {@link ProductCategories}. Append-only; for the same product the
 * newest row applies. A correction holds against the lexicon, the model and the till's own label.
 */
public final class CategoryCorrections {
  public static final String PRODUCT_KEY = ProductCategories.PRODUCT_KEY;
  public static final String DESCRIPTION = ProductCategories.DESCRIPTION;
  public static final String CATEGORY = ProductCategories.CATEGORY;
  public static final String NOTE = "note";
  public static final String ENTERED_AT = "entered_at";

  public static final TableSpec TABLE =
      new TableSpec(
          "category_corrections",
          "One row per category that the owner entered or withdrew",
          List.of(PRODUCT_KEY, ENTERED_AT),
          new Struct()
              .add(required(PRODUCT_KEY, STRING, "As in product_categories"))
              .add(required(DESCRIPTION, STRING, "Name of the product as the owner gave it"))
              .add(
                  optional(
                      CATEGORY,
                      STRING,
                      "Code of conf/categories/categories.yaml; null: the correction before is"
                          + " withdrawn"))
              .add(optional(NOTE, STRING, "Why, in the owner's words; null: nothing was said"))
              .add(required(ENTERED_AT, TIMESTAMP, "When it was entered, UTC")),
          List.of(new Check("product_not_blank", "length(trim(" + PRODUCT_KEY + ")) > 0")));

  private CategoryCorrections() {}
}
