package org.colmado.insights.products;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.colmado.insights.table.ProductCategories;
import org.colmado.insights.table.SaleLines;
import org.colmado.insights.table.Stores;

/**
 * The products whose category is in doubt, those first that most money may be filed wrongly for.
 *
 * @param products rows of {@link ProductCategories}
 * @param lines rows of {@link SaleLines}
 * @param stores rows of {@link Stores}
 */
public record ReviewQueue(Dataset<Row> products, Dataset<Row> lines, Dataset<Row> stores) {
  /** Money of the product's lines, without returns and cancelled lines, in {@link #CURRENCY}. */
  public static final String SOLD = "sold";

  /** The part of {@link #SOLD} that is expected to be filed wrongly: sold × (1 - confidence). */
  public static final String AT_RISK = "at_risk";

  /** Sales of all products in the currency: the base of shares. */
  public static final String ALL_SOLD = "all_sold";

  public static final String CURRENCY = Stores.CURRENCY;

  /**
   * All products in doubt, a row for each currency they were sold in.
   *
   * @return product_key, description, category, confidence, decided_by, currency, {@link #SOLD},
   *     {@link #AT_RISK}, {@link #ALL_SOLD}; the largest share of money at risk first
   */
  public Dataset<Row> inOrder() {
    return sales()
        .join(products, ProductCategories.PRODUCT_KEY)
        .withColumn(ALL_SOLD, sum(SOLD).over(ofCurrency()))
        .where(col(ProductCategories.NEEDS_REVIEW))
        .withColumn(AT_RISK, col(SOLD).multiply(doubt()))
        .orderBy(
            col(AT_RISK).divide(col(ALL_SOLD)).desc_nulls_last(),
            col(SOLD).desc(),
            col(ProductCategories.PRODUCT_KEY))
        .select(
            ProductCategories.PRODUCT_KEY,
            ProductCategories.DESCRIPTION,
            ProductCategories.CATEGORY,
            ProductCategories.CONFIDENCE,
            ProductCategories.DECIDED_BY,
            CURRENCY,
            SOLD,
            AT_RISK,
            ALL_SOLD);
  }

  private Dataset<Row> sales() {
    Column amount = col(SaleLines.AMOUNT).minus(col(SaleLines.DISCOUNT)).cast("double");

    return lines
        .where(not(col(SaleLines.IS_RETURN)).and(not(col(SaleLines.IS_CANCELLED))))
        .join(stores.select(Stores.STORE_ID, CURRENCY), Stores.STORE_ID)
        .groupBy(ProductCategories.PRODUCT_KEY, CURRENCY)
        .agg(coalesce(sum(amount), lit(0d)).as(SOLD));
  }

  private static Column doubt() {
    return lit(1).minus(col(ProductCategories.CONFIDENCE));
  }

  private static WindowSpec ofCurrency() {
    return Window.partitionBy(CURRENCY);
  }
}
