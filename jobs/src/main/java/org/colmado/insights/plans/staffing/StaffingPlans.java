package org.colmado.insights.plans.staffing;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;
import static org.colmado.insights.table.DemandForecast.AS_OF;
import static org.colmado.insights.table.DemandForecast.GRANULARITY;
import static org.colmado.insights.table.DemandForecast.HI80;
import static org.colmado.insights.table.DemandForecast.MEASURE;
import static org.colmado.insights.table.DemandForecast.STATUS;
import static org.colmado.insights.table.DemandForecast.STORE_ID;
import static org.colmado.insights.table.DemandForecast.TARGET_HOUR;
import static org.colmado.insights.table.DemandForecast.TARGET_ON;
import static org.colmado.insights.table.DemandForecast.YHAT;

import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.colmado.insights.table.DemandForecast;
import org.colmado.insights.table.StaffingPlan;
import org.colmado.insights.table.Stores;
import org.colmado.insights.table.TransactionFeatures;

/**
 * Computes {@link StaffingPlan} from the hourly ticket {@link DemandForecast}, without run_id. Each
 * store and day is planned in one call on the executors. An hour without a forecast is closed and
 * has no row.
 *
 * @param asOf as-of day of the forecast
 */
public record StaffingPlans(StaffingRules rules, LocalDate asOf) {
  private static final int DAY_HOURS = 24;
  private static final int HOUR_MINUTES = 60;

  /**
   * The plan.
   *
   * @param features rows of {@link TransactionFeatures}, for the share of deliveries
   * @param stores rows of {@link Stores}, for the start of the business day
   */
  public Dataset<Row> from(Dataset<Row> forecast, Dataset<Row> features, Dataset<Row> stores) {
    Dataset<Row> shares = new DeliveryShares(asOf, rules.deliveryDays()).from(features);

    return forecast
        .transform(this::ticketsByHour)
        .transform(hours -> inOrder(hours, stores))
        .transform(hours -> withDeliveries(hours, shares))
        .transform(this::plannedByDay);
  }

  private Dataset<Row> ticketsByHour(Dataset<Row> forecast) {
    Column ofHours = col(GRANULARITY).equalTo(DemandForecast.HOUR);
    Column ofTickets = col(MEASURE).equalTo(DemandForecast.TICKETS);

    return forecast.where(col(AS_OF).equalTo(lit(asOf)).and(ofHours).and(ofTickets));
  }

  /** Adds the index of the hour in the business day, which may extend past midnight. */
  private static Dataset<Row> inOrder(Dataset<Row> hours, Dataset<Row> stores) {
    Column first = col(Stores.DAY_STARTS_AT_MINUTE).divide(HOUR_MINUTES).cast("int");

    return hours
        .join(stores.select(Stores.STORE_ID, Stores.DAY_STARTS_AT_MINUTE), STORE_ID)
        .withColumn("order", pmod(col(TARGET_HOUR).minus(first), lit(DAY_HOURS)));
  }

  private static Dataset<Row> withDeliveries(Dataset<Row> hours, Dataset<Row> shares) {
    Dataset<Row> byHour = shares.withColumnRenamed(TransactionFeatures.HOUR_OF_DAY, TARGET_HOUR);
    Column share = coalesce(col(DeliveryShares.SHARE), lit(0.0));

    return hours
        .join(byHour, new String[] {STORE_ID, TARGET_HOUR}, "left")
        .withColumn(DeliveryShares.SHARE, share);
  }

  private Dataset<Row> plannedByDay(Dataset<Row> hours) {
    Column hour =
        struct(
            col("order"),
            col(TARGET_HOUR),
            col(YHAT),
            col(HI80),
            col(DeliveryShares.SHARE),
            col(STATUS));
    Column day = struct(collect_list(hour).as("hours"));

    return hours
        .groupBy(col(STORE_ID), col(AS_OF), col(TARGET_ON))
        .agg(day.as("day"))
        .select(
            col(STORE_ID),
            col(AS_OF),
            col(TARGET_ON),
            inline(
                udf(new DayStaffing(rules), DayStaffing.HOURS).apply(col(STORE_ID), col("day"))));
  }
}
