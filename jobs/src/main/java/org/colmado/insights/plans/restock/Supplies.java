package org.colmado.insights.plans.restock;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.colmado.insights.table.SaleLines.PRODUCT_KEY;
import static org.colmado.insights.table.SaleLines.STORE_ID;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The contents of the owner's supply files; a part is empty if its file does not exist.
 *
 * @param stock rows of stock.csv
 * @param costs rows of costs.csv
 * @param suppliers rows of suppliers.csv
 * @param deliveries rows of deliveries.csv
 */
public record Supplies(
    Optional<Dataset<Row>> stock,
    Optional<Dataset<Row>> costs,
    Optional<Dataset<Row>> suppliers,
    Optional<Dataset<Row>> deliveries) {
  static final String STOCK = "stock";
  static final String COST = "given_cost";
  static final String TERMS = "terms";
  static final String ARRIVALS = "arrivals";
  static final String COUNTS = "counts";

  private static final String STOCK_TYPE = "struct<counted_on: date, units_on_hand: double>";
  private static final String TERMS_TYPE =
      "struct<supplier: string, lead_time_days: int, delivery_weekdays: array<int>, case_units: int,"
          + " shelf_life_days: int>";
  private static final String COUNTS_TYPE = "array<struct<counted_on: date, units: double>>";
  private static final String ARRIVALS_TYPE = "array<struct<due_on: date, units: double>>";

  /** No files at all. */
  public static final Supplies NONE =
      new Supplies(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /**
   * Adds last stock count, cost, terms, open deliveries and all counts to product rows; each is
   * null if not known.
   *
   * @param products with store_id and product_key
   */
  Dataset<Row> joinedTo(Dataset<Row> products, LocalDate asOf) {
    Dataset<Row> withStock =
        joined(products, stock.map(rows -> lastCount(rows, asOf)), STOCK, STOCK_TYPE);
    Dataset<Row> withCost =
        joined(withStock, costs.map(rows -> lastCost(rows, asOf)), COST, "double");
    Dataset<Row> withTerms =
        joined(withCost, suppliers.map(Supplies::firstTerms), TERMS, TERMS_TYPE);

    Dataset<Row> withArrivals =
        joined(withTerms, deliveries.map(Supplies::arrivals), ARRIVALS, ARRIVALS_TYPE);

    return joined(withArrivals, stock.map(rows -> counts(rows, asOf)), COUNTS, COUNTS_TYPE);
  }

  private static Dataset<Row> joined(
      Dataset<Row> products, Optional<Dataset<Row>> known, String column, String type) {
    if (known.isEmpty()) {
      return products.withColumn(column, lit(null).cast(type));
    }

    boolean byStore = List.of(known.get().columns()).contains(STORE_ID);
    String[] key = byStore ? new String[] {STORE_ID, PRODUCT_KEY} : new String[] {PRODUCT_KEY};
    return products.join(known.get(), key, "left");
  }

  private static Dataset<Row> lastCount(Dataset<Row> rows, LocalDate asOf) {
    Column count = struct(col("counted_on"), col("units_on_hand")).cast(STOCK_TYPE);

    return rows.where(col("counted_on").leq(lit(asOf)))
        .groupBy(col(STORE_ID), col(PRODUCT_KEY))
        .agg(max_by(count, struct(col("counted_on"), col("units_on_hand"))).as(STOCK));
  }

  /** All counts; the larger of two on the same day. */
  private static Dataset<Row> counts(Dataset<Row> rows, LocalDate asOf) {
    return rows.where(col("counted_on").leq(lit(asOf)))
        .groupBy(col(STORE_ID), col(PRODUCT_KEY), col("counted_on"))
        .agg(max("units_on_hand").as("units"))
        .groupBy(col(STORE_ID), col(PRODUCT_KEY))
        .agg(collect_list(struct(col("counted_on"), col("units"))).as(COUNTS));
  }

  private static Dataset<Row> lastCost(Dataset<Row> rows, LocalDate asOf) {
    return rows.where(col("valid_from").leq(lit(asOf)))
        .groupBy(col(STORE_ID), col(PRODUCT_KEY))
        .agg(max_by(col("unit_cost"), struct(col("valid_from"), col("unit_cost"))).as(COST));
  }

  private static Dataset<Row> firstTerms(Dataset<Row> rows) {
    Column terms =
        struct(
            col("supplier"),
            col("lead_time_days"),
            col("delivery_weekdays"),
            col("case_units"),
            col("shelf_life_days"));

    return rows.groupBy(col(PRODUCT_KEY)).agg(min_by(terms, terms).as(TERMS));
  }

  private static Dataset<Row> arrivals(Dataset<Row> rows) {
    return rows.groupBy(col(STORE_ID), col(PRODUCT_KEY), col("due_on"))
        .agg(sum("units").as("units"))
        .groupBy(col(STORE_ID), col(PRODUCT_KEY))
        .agg(collect_list(struct(col("due_on"), col("units"))).as(ARRIVALS));
  }
}
