package org.colmado.insights.table;

import static org.colmado.insights.schema.Columns.optional;
import static org.colmado.insights.schema.Columns.required;

import java.util.List;
import org.colmado.insights.schema.Check;
import org.colmado.insights.schema.ColumnType;
import org.colmado.insights.schema.ColumnType.Struct;
import org.colmado.insights.schema.TableSpec;

/** The category of every product name, and its basis. */
public final class ProductCategories {
  public static final String PRODUCT_KEY = "product_key";
  public static final String DESCRIPTION = "description";
  public static final String CATEGORY = "category";
  public static final String CATEGORY_GROUP = "category_group";
  public static final String CONFIDENCE = "confidence";
  public static final String DECIDED_BY = "decided_by";
  public static final String MATCHED = "matched";
  public static final String CATALOGUE_CATEGORY = "catalogue_category";
  public static final String NEEDS_REVIEW = "needs_review";
  public static final String LEXICON_VERSION = "lexicon_version";

  public static final TableSpec TABLE =
      new TableSpec(
          "product_categories",
          "One row per distinct product name",
          List.of(PRODUCT_KEY),
          schema(),
          List.of(new Check("confidence_between_0_and_1", CONFIDENCE + " BETWEEN 0 AND 1")));

  private ProductCategories() {}

  private static Struct schema() {
    return new Struct()
        .add(
            required(
                PRODUCT_KEY,
                ColumnType.STRING,
                "Name in lower case without accents, ñ kept, one blank between words"))
        .add(required(DESCRIPTION, ColumnType.STRING, "The first of its spellings in binary order"))
        .add(
            required(
                CATEGORY,
                ColumnType.STRING,
                "Code of conf/categories/categories.yaml; unclassified: nobody knows yet"))
        .add(required(CATEGORY_GROUP, ColumnType.STRING, "The coarse group of the category"))
        .add(
            required(
                CONFIDENCE,
                ColumnType.DOUBLE,
                "0-1, roughly how often a decision of this kind is right; 0 where unclassified"))
        .add(
            required(
                DECIDED_BY,
                ColumnType.STRING,
                "owner, catalogue, lexicon, brand, fuzzy, model or none, the surest first"))
        .add(
            optional(
                MATCHED,
                ColumnType.STRING,
                "Phrase, catalogue label or corrected product that decided; null: nothing matched"))
        .add(
            optional(
                CATALOGUE_CATEGORY,
                ColumnType.STRING,
                "Label most lines of the product had at the POS; null: it gave none"))
        .add(required(NEEDS_REVIEW, ColumnType.BOOLEAN, "Whether a person should look at it"))
        .add(
            required(
                LEXICON_VERSION,
                ColumnType.STRING,
                "Hash of the files and corrections that decided; another hash means: decide again"));
  }
}
