package org.colmado.insights.plans.restock;

import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.colmado.insights.plans.demand.CategoryForecast;
import org.colmado.insights.plans.demand.DailySeries;
import org.colmado.insights.table.RestockPlan;

/**
 * Plans one product: from its {@link ProductRow} to columns of {@link RestockPlan}. No result if no
 * unit price is known, as sales by amount of money then have no units.
 *
 * @param knowsDeliveries whether there is a file of open orders
 */
record ProductPlan(RestockRules rules, LocalDate asOf, boolean knowsDeliveries)
    implements UDF1<Row, List<Row>> {
  private static final long serialVersionUID = 1L;
  private static final int ENOUGH_DAYS = 14;

  /** Result type: one struct or none. */
  static final ArrayType PLANS =
      DataTypes.createArrayType(
          new StructType()
              .add(RestockPlan.SUPPLIER, StringType)
              .add(RestockPlan.ORDER_BY_ON, DateType)
              .add(RestockPlan.DUE_ON, DateType)
              .add(RestockPlan.ORDER_UNITS, IntegerType)
              .add(RestockPlan.ORDER_CASES, IntegerType)
              .add(RestockPlan.CASE_UNITS, IntegerType)
              .add(RestockPlan.EXPECTED_UNITS, DoubleType)
              .add(RestockPlan.SAFETY_STOCK, DoubleType)
              .add(RestockPlan.COVERS_DAYS, DoubleType)
              .add(RestockPlan.CRITICAL_RATIO, DoubleType)
              .add(RestockPlan.ON_HAND_UNITS, DoubleType)
              .add(RestockPlan.INBOUND_UNITS, DoubleType)
              .add(RestockPlan.METHOD, StringType)
              .add(RestockPlan.REASON_ES, StringType)
              .add(RestockPlan.REASON_EN, StringType),
          false);

  @Override
  public List<Row> call(Row fields) {
    ProductRow product = new ProductRow(fields, asOf);
    OptionalDouble price = product.price();

    return price.isPresent() ? List.of(planned(product, price.getAsDouble())) : List.of();
  }

  private Row planned(ProductRow product, double price) {
    CategoryForecast outlook = product.outlook();
    DailySeries units = product.units(price);
    ProductDemand demand = ProductDemand.of(product.demand(units), outlook, rules.demand());
    StockItem goods =
        new StockItem(
            price,
            product.cost(),
            product.terms().orElse(rules.termsOf(product.category())),
            product.onHand(units, rules.stockDays()),
            product.inbound());

    RestockDecision restock = RestockDecision.of(demand, outlook, goods, rules.worth(), asOf);
    return row(goods, demand, restock, product.isAdjusted(restock.lastOn()));
  }

  private Row row(
      StockItem goods, ProductDemand demand, RestockDecision restock, boolean isAdjusted) {
    boolean hasEnough = demand.daysKnown() >= ENOUGH_DAYS;
    RestockReason reason = new RestockReason(restock, goods, rules.worth(), hasEnough, isAdjusted);

    return RowFactory.create(
        goods.terms().supplier().orElse(null),
        restock.delivery().orderBy(),
        restock.delivery().dueOn(),
        restock.units(),
        restock.cases(),
        goods.terms().caseUnits(),
        restock.expected(),
        hasEnough ? restock.safety() : null,
        restock.expected() > 0 ? restock.lastsDays() : null,
        restock.ratio(),
        goods.onHand().isPresent() ? goods.onHand().getAsDouble() : null,
        knowsDeliveries ? goods.inboundUnits() : null,
        hasEnough ? method(demand) : RestockPlan.LOW_DATA,
        reason.es(),
        reason.en());
  }

  private static String method(ProductDemand demand) {
    return demand.isIntermittent() ? RestockPlan.TSB : RestockPlan.PROFILE;
  }
}
