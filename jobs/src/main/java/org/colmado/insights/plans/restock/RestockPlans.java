package org.colmado.insights.plans.restock;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;
import static org.colmado.insights.table.SaleLines.BUSINESS_ON;
import static org.colmado.insights.table.SaleLines.CATEGORY;
import static org.colmado.insights.table.SaleLines.DESCRIPTION;
import static org.colmado.insights.table.SaleLines.PRODUCT_KEY;
import static org.colmado.insights.table.SaleLines.STORE_ID;

import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.colmado.insights.plans.demand.CategoryForecasts;
import org.colmado.insights.plans.demand.SoldDays;
import org.colmado.insights.table.RestockPlan;

/**
 * Computes {@link RestockPlan} from {@link org.colmado.insights.table.SaleLines}, without run_id:
 * one row for each recently sold product. Each product is planned independently on the executors.
 *
 * @param asOf last day of sales included, and as-of day of the forecast
 */
public record RestockPlans(RestockRules rules, LocalDate asOf) {

  /** Rows of {@link SoldDays}; used twice by the plan, so cache them. */
  public Dataset<Row> soldDays(Dataset<Row> saleLines) {
    return new SoldDays(asOf, rules.demand().windowDays()).from(saleLines);
  }

  /**
   * The plan.
   *
   * @param soldDays of {@link #soldDays(Dataset)}
   * @param forecast rows of {@link org.colmado.insights.table.DemandForecast}
   * @param supplies the owner's supply files
   */
  public Dataset<Row> from(Dataset<Row> soldDays, Dataset<Row> forecast, Supplies supplies) {
    Dataset<Row> outlooks = new CategoryForecasts(asOf).from(soldDays, forecast);

    return soldDays
        .transform(this::collectedByProduct)
        .join(outlooks, new String[] {STORE_ID, CATEGORY})
        .transform(products -> supplies.joinedTo(products, asOf))
        .transform(products -> planned(products, supplies.deliveries().isPresent()));
  }

  private Dataset<Row> collectedByProduct(Dataset<Row> soldDays) {
    Column day =
        struct(col(BUSINESS_ON), col(SoldDays.UNITS), col(SoldDays.PRICED), col(SoldDays.UNPRICED));
    Column isStocked = not(col(CATEGORY).isin(rules.notStocked().toArray()));
    Column soldLately = max(BUSINESS_ON).gt(date_sub(lit(asOf), rules.demand().soldWithinDays()));

    return soldDays
        .groupBy(col(STORE_ID), col(PRODUCT_KEY))
        .agg(
            max_by(col(CATEGORY), col(BUSINESS_ON)).as(CATEGORY),
            max_by(col(DESCRIPTION), col(BUSINESS_ON)).as(DESCRIPTION),
            max_by(col(SoldDays.LIST_PRICE), col(BUSINESS_ON)).as(SoldDays.LIST_PRICE),
            max_by(col(SoldDays.LINE_COST), col(BUSINESS_ON)).as(SoldDays.LINE_COST),
            collect_list(day).as(ProductRow.DAYS),
            soldLately.as("sold_lately"))
        .where(isStocked.and(col("sold_lately")));
  }

  private Dataset<Row> planned(Dataset<Row> products, boolean knowsDeliveries) {
    Column product = struct(ProductRow.COLUMNS.stream().map(functions::col).toArray(Column[]::new));
    Column plan =
        udf(new ProductPlan(rules, asOf, knowsDeliveries), ProductPlan.PLANS).apply(product);

    return products
        .select(
            col(STORE_ID),
            lit(asOf).as(RestockPlan.AS_OF),
            col(PRODUCT_KEY),
            col(DESCRIPTION),
            col(CATEGORY),
            plan.as("plan"))
        .select(
            col(STORE_ID),
            col(RestockPlan.AS_OF),
            col(PRODUCT_KEY),
            col(DESCRIPTION),
            col(CATEGORY),
            inline(col("plan")));
  }
}
