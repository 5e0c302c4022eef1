package org.colmado.insights.scoring;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.colmado.insights.table.HourlySales;
import org.colmado.insights.table.SaleLines;
import org.colmado.insights.table.Sales;
import org.colmado.insights.table.Segments;
import org.colmado.insights.table.TransactionFeatures;

/**
 * Consistency measures between the night's tables. Each table is reduced to a few sums for each
 * store in one pass.
 */
public final class TableMeasures {
  private static final String TICKETS = "tickets";
  private static final String VISITS = "visits";
  private static final String AGREEING_VISITS = "agreeing_visits";
  private static final String REVENUE = "revenue";
  private static final String LINE_MONEY = "line_money";
  private static final String UNCLASSIFIED_MONEY = "unclassified_money";
  private static final String OTHER_MONEY = "other_money";
  private static final String HOURLY_REVENUE = "hourly_revenue";
  private static final String USUAL_HOURS = "usual_hours";
  private static final String MISSING_HOURS = "missing_hours";
  private static final String FEATURES = "features";
  private static final int SHARE_DECIMALS = 12;
  private static final String SHARES_OFF_1 = "shares_off_1";

  static final List<Measure> ALL =
      List.of(
          new Measure(
              "tickets_whose_total_agrees_share",
              Measure.share(AGREEING_VISITS, VISITS),
              "0.99 or more",
              value -> value >= 0.99),
          new Measure(
              "revenue_unclassified_share",
              Measure.share(UNCLASSIFIED_MONEY, LINE_MONEY),
              "0.02 or less",
              value -> value <= 0.02),
          new Measure(
              "revenue_other_share",
              Measure.share(OTHER_MONEY, LINE_MONEY),
              "0.02 or less",
              value -> value <= 0.02),
          new Measure(
              "revenue_not_in_hours",
              Measure.gap(REVENUE, HOURLY_REVENUE),
              "0.00",
              value -> value == 0),
          new Measure(
              "open_hours_missing_share",
              Measure.share(MISSING_HOURS, USUAL_HOURS),
              "0.05 or less",
              value -> value <= 0.05),
          new Measure(
              "tickets_without_features", Measure.gap(TICKETS, FEATURES), "0", value -> value == 0),
          new Measure(
              "segment_shares_off_1",
              sums -> sums.get(SHARES_OFF_1),
              "0, to 1e-9",
              value -> value <= 1e-9));

  private TableMeasures() {}

  public static Dataset<Row> ofSales(Dataset<Row> sales) {
    Column isVisit = not(col(Sales.IS_RETURN)).and(not(col(Sales.IS_CANCELLED)));
    Column agrees = abs(col(Sales.TOTAL).minus(col(Sales.NET_TOTAL))).leq(1);

    return sales
        .groupBy(col(Sales.STORE_ID))
        .agg(
            count(lit(1)).as(TICKETS),
            count(when(isVisit, 1)).as(VISITS),
            count(when(isVisit.and(agrees), 1)).as(AGREEING_VISITS),
            sum(when(isVisit, col(Sales.NET_TOTAL))).as(REVENUE));
  }

  public static Dataset<Row> ofLines(Dataset<Row> lines) {
    Column money = abs(col(SaleLines.AMOUNT)).cast("double");
    Column category = col(SaleLines.CATEGORY);

    return lines
        .groupBy(col(SaleLines.STORE_ID))
        .agg(
            sum(money).as(LINE_MONEY),
            sum(when(category.equalTo("unclassified"), money).otherwise(0.0))
                .as(UNCLASSIFIED_MONEY),
            sum(when(category.equalTo("other"), money).otherwise(0.0)).as(OTHER_MONEY));
  }

  public static Dataset<Row> ofHours(Dataset<Row> hours) {
    Column state = col(HourlySales.STATE);

    return hours
        .groupBy(col(HourlySales.STORE_ID))
        .agg(
            sum(HourlySales.REVENUE).as(HOURLY_REVENUE),
            count(when(state.notEqual(HourlySales.CLOSED), 1)).as(USUAL_HOURS),
            count(when(state.equalTo(HourlySales.MISSING), 1)).as(MISSING_HOURS));
  }

  public static Dataset<Row> ofFeatures(Dataset<Row> features) {
    return features.groupBy(col(TransactionFeatures.STORE_ID)).agg(count(lit(1)).as(FEATURES));
  }

  /** The difference is rounded: the last digits of a sum depend on the order of its terms. */
  public static Dataset<Row> ofSegments(Dataset<Row> segments) {
    return segments
        .groupBy(col(Segments.STORE_ID), col(Segments.SEGMENT_TYPE))
        .agg(round(abs(sum(Segments.TRANSACTION_SHARE).minus(1)), SHARE_DECIMALS).as(SHARES_OFF_1))
        .groupBy(col(Segments.STORE_ID))
        .agg(max(SHARES_OFF_1).as(SHARES_OFF_1));
  }
}
