package org.colmado.insights.forecast.notices;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.percentile_approx;
import static org.apache.spark.sql.functions.slice;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.stddev_samp;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.udf;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF4;
import org.apache.spark.sql.types.DataTypes;
import org.colmado.insights.forecast.history.StoreHistoryReader;
import org.colmado.insights.table.DemandForecast;
import org.colmado.insights.table.HourlySales;
import org.colmado.insights.table.IssuedScores;
import org.colmado.insights.table.Sales;
import org.colmado.insights.table.StoreNotices;
import scala.collection.Seq;

/**
 * Computes {@link StoreNotices}, without as_of and run_id, from the tables of a night.
 *
 * @param asOf day of the night
 * @param currencies by store
 */
public record NoticeTables(LocalDate asOf, Map<String, String> currencies) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** So many days are looked at. */
  static final int WINDOW_DAYS = 112;

  private static final int BIAS_DAYS = 28;

  /** A sale of so many medians is odd, whatever the shop sells. */
  private static final double GIANT = 50;

  private static final int GIANTS_KEPT = 20;
  private static final double MEDIAN = 0.5;

  /** Spark's median is off by at most one row in so many. */
  private static final int ACCURACY = 1_000;

  private static final String STORE = StoreNotices.STORE_ID;

  /**
   * The notices.
   *
   * @param hours rows of {@link HourlySales}
   * @param sales rows of {@link Sales}
   * @param issued rows of {@link IssuedScores}
   */
  public Dataset<Row> from(Dataset<Row> hours, Dataset<Row> sales, Dataset<Row> issued) {
    UDF4<String, Seq<Row>, Seq<Row>, Row, Row[]> notices = this::notices;

    return days(hours)
        .join(giants(sales), new String[] {STORE}, "left")
        .join(bias(issued), new String[] {STORE}, "left")
        .select(
            col(STORE),
            inline(
                udf(notices, DataTypes.createArrayType(Notice.COLUMNS))
                    .apply(col(STORE), col("days"), col("giants"), col("bias"))));
  }

  private Column within(String day, int days) {
    return col(day).gt(lit(asOf.minusDays(days))).and(col(day).leq(lit(asOf)));
  }

  private Dataset<Row> days(Dataset<Row> hours) {
    String on = HourlySales.BUSINESS_ON;

    return hours
        .where(within(on, WINDOW_DAYS))
        .groupBy(col(STORE), col(on))
        .agg(
            sum(HourlySales.TICKETS).as(HourlySales.TICKETS),
            sum(HourlySales.REVENUE).cast("double").as(HourlySales.REVENUE),
            count_if(col(HourlySales.STATE).equalTo(HourlySales.MISSING)).as("missing"))
        .groupBy(col(STORE))
        .agg(
            collect_list(
                    struct(
                        col(on),
                        col(HourlySales.TICKETS),
                        col(HourlySales.REVENUE),
                        col("missing")))
                .as("days"));
  }

  private Dataset<Row> giants(Dataset<Row> sales) {
    Column value = col(Sales.NET_TOTAL).cast("double");
    Dataset<Row> visits =
        sales
            .where(within(Sales.BUSINESS_ON, WINDOW_DAYS))
            .where(not(col(Sales.IS_RETURN)).and(not(col(Sales.IS_CANCELLED))))
            .select(
                col(STORE), col(Sales.SALE_ID), col(Sales.BUSINESS_ON), value.as(Sales.NET_TOTAL));
    Dataset<Row> medians =
        visits
            .groupBy(col(STORE))
            .agg(percentile_approx(col(Sales.NET_TOTAL), lit(MEDIAN), lit(ACCURACY)).as("median"));
    Column giant =
        struct(col(Sales.NET_TOTAL), col(Sales.SALE_ID), col(Sales.BUSINESS_ON), col("median"));

    return visits
        .join(broadcast(medians), STORE)
        .where(col(Sales.NET_TOTAL).gt(col("median").multiply(GIANT)))
        .groupBy(col(STORE))
        .agg(
            slice(sort_array(collect_list(giant), false /* ascending */), 1, GIANTS_KEPT)
                .as("giants"));
  }

  /** Of the forecasts of the next day's visits, as they were issued. */
  private Dataset<Row> bias(Dataset<Row> issued) {
    Column error = col(IssuedScores.YHAT).minus(col(IssuedScores.ACTUAL));

    return issued
        .where(within(IssuedScores.TARGET_ON, BIAS_DAYS))
        .where(col(IssuedScores.GRANULARITY).equalTo(DemandForecast.DAY))
        .where(col(IssuedScores.MEASURE).equalTo(DemandForecast.TICKETS))
        .where(col(IssuedScores.HORIZON_DAYS).equalTo(1))
        .groupBy(col(STORE))
        .agg(
            struct(
                    count(error).as("days"),
                    avg(error).as("error"),
                    stddev_samp(error).as("deviation"),
                    avg(col(IssuedScores.ACTUAL)).as("actual"))
                .as("bias"));
  }

  private Row[] notices(String store, Seq<Row> days, Seq<Row> giants, Row bias) {
    List<NoticeRules.Day> sold =
        StoreHistoryReader.list(days).stream()
            .map(
                day ->
                    new NoticeRules.Day(
                        day.getLocalDate(0), day.getLong(1), day.getDouble(2), day.getLong(3)))
            .toList();
    List<NoticeRules.Giant> large =
        StoreHistoryReader.list(giants).stream()
            .map(
                giant ->
                    new NoticeRules.Giant(
                        giant.getString(1),
                        giant.getLocalDate(2),
                        giant.getDouble(0),
                        giant.getDouble(3)))
            .toList();
    Optional<NoticeRules.Bias> leaning =
        bias == null || bias.isNullAt(2)
            ? Optional.empty()
            : Optional.of(
                new NoticeRules.Bias(
                    bias.getLong(0), bias.getDouble(1), bias.getDouble(2), bias.getDouble(3)));

    return new NoticeRules(asOf, currencies.getOrDefault(store, "DOP"))
        .of(sold, large, leaning).stream().map(Notice::row).toArray(Row[]::new);
  }
}
