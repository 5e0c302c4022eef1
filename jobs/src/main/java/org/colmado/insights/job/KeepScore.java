package org.colmado.insights.job;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.colmado.insights.spark.Scratch;
import org.colmado.insights.table.Columns;
import org.colmado.insights.table.HourlySales;
import org.colmado.insights.table.QualityScorecard;
import org.colmado.insights.table.SaleLines;
import org.colmado.insights.table.Sales;
import org.colmado.insights.table.Segments;
import org.colmado.insights.table.TransactionFeatures;

/**
 * Measures the night's own tables against each other, writes {@link QualityScorecard}. Every
 * measure is computed from what was written, not from what was meant to be.
 */
final class KeepScore {
  private static final String M = QualityScorecard.MEASURE;

  private KeepScore() {}

  static Outcome run(Run run) {
    Column counted = col(Sales.BUSINESS_ON).leq(lit(run.asOf()));
    Dataset<Row> sales = run.lake().read(Sales.TABLE).where(counted);
    if (sales.isEmpty()) {
      return Outcome.NOTHING;
    }

    Dataset<Row> measures =
        ofSales(sales)
            .unionByName(ofLines(run.lake().read(SaleLines.TABLE).where(counted)))
            .unionByName(ofHours(sales, run.lake().read(HourlySales.TABLE).where(counted)))
            .unionByName(
                ofFeatures(sales, run.lake().read(TransactionFeatures.TABLE).where(counted)))
            .unionByName(
                ofSegments(
                    run.lake()
                        .read(Segments.TABLE)
                        .where(col(Segments.AS_OF).equalTo(lit(run.asOf())))));
    try (Scratch scratch = new Scratch()) {
      Dataset<Row> rows =
          scratch.computed(
              measures
                  .withColumn(Columns.AS_OF, lit(run.asOf()))
                  .withColumn(Columns.RUN_ID, lit(run.runId())));
      run.lake().put(QualityScorecard.TABLE, rows);
      warn(run, rows);
      return Outcome.wrote(rows.count(), rows.count());
    }
  }

  private static Dataset<Row> ofSales(Dataset<Row> sales) {
    Column isSale = not(col(Sales.IS_RETURN)).and(not(col(Sales.IS_CANCELLED)));
    Column agrees = abs(col(Sales.TOTAL).minus(col(Sales.NET_TOTAL))).leq(1);
    Column share = avg(when(isSale, when(agrees, 1.0).otherwise(0.0)));

    return sales
        .groupBy(col(Sales.STORE_ID))
        .agg(share.as("v"))
        .select(
            col(Sales.STORE_ID),
            measure(
                "tickets_whose_total_agrees_share", col("v"), "0.99 or more", col("v").geq(0.99)))
        .select(col(Sales.STORE_ID), col("m.*"));
  }

  private static Dataset<Row> ofLines(Dataset<Row> lines) {
    Column money = abs(col(SaleLines.AMOUNT)).cast("double");
    Column isUnknown = col(SaleLines.CATEGORY).equalTo("unclassified");
    Column isOther = col(SaleLines.CATEGORY).equalTo("other");

    return lines
        .groupBy(col(SaleLines.STORE_ID))
        .agg(
            sum(when(isUnknown, money).otherwise(0.0)).divide(sum(money)).as("unclassified"),
            sum(when(isOther, money).otherwise(0.0)).divide(sum(money)).as("other"))
        .select(
            col(SaleLines.STORE_ID),
            explode(
                    array(
                        measure(
                            "revenue_unclassified_share",
                            col("unclassified"),
                            "0.02 or less",
                            col("unclassified").leq(0.02)),
                        measure(
                            "revenue_other_share",
                            col("other"),
                            "0.02 or less",
                            col("other").leq(0.02))))
                .as("m"))
        .select(col(SaleLines.STORE_ID), col("m.*"));
  }

  private static Dataset<Row> ofHours(Dataset<Row> sales, Dataset<Row> hours) {
    Column isSale = not(col(Sales.IS_RETURN)).and(not(col(Sales.IS_CANCELLED)));
    Dataset<Row> sold =
        sales.where(isSale).groupBy(col(Sales.STORE_ID)).agg(sum(Sales.NET_TOTAL).as("sold"));
    Dataset<Row> inHours =
        hours
            .groupBy(col(HourlySales.STORE_ID))
            .agg(
                sum(HourlySales.REVENUE).as("hourly"),
                avg(when(
                        col(HourlySales.STATE).notEqual(HourlySales.CLOSED),
                        when(col(HourlySales.STATE).equalTo(HourlySales.MISSING), 1.0)
                            .otherwise(0.0)))
                    .as("missing"));
    Column gap = abs(coalesce(col("hourly"), lit(0)).minus(col("sold"))).cast("double");

    return sold.join(inHours, new String[] {Sales.STORE_ID}, "left")
        .select(
            col(Sales.STORE_ID),
            explode(
                    array(
                        measure("revenue_not_in_hours", gap, "0.00", gap.equalTo(0.0)),
                        measure(
                            "open_hours_missing_share",
                            col("missing"),
                            "0.05 or less",
                            col("missing").leq(0.05))))
                .as("m"))
        .select(col(Sales.STORE_ID), col("m.*"));
  }

  private static Dataset<Row> ofFeatures(Dataset<Row> sales, Dataset<Row> features) {
    Dataset<Row> tickets =
        sales.groupBy(col(Sales.STORE_ID)).count().withColumnRenamed("count", "sold");
    Dataset<Row> built =
        features
            .groupBy(col(TransactionFeatures.STORE_ID))
            .count()
            .withColumnRenamed("count", "built");
    Column gap = abs(col("sold").minus(coalesce(col("built"), lit(0L)))).cast("double");

    return tickets
        .join(built, new String[] {Sales.STORE_ID}, "left")
        .select(
            col(Sales.STORE_ID), measure("tickets_without_features", gap, "0", gap.equalTo(0.0)))
        .select(col(Sales.STORE_ID), col("m.*"));
  }

  private static Dataset<Row> ofSegments(Dataset<Row> segments) {
    Dataset<Row> families =
        segments
            .groupBy(Segments.STORE_ID, Segments.SEGMENT_TYPE)
            .agg(abs(sum(Segments.TRANSACTION_SHARE).minus(1.0)).as("gap"));

    return families
        .groupBy(col(Segments.STORE_ID))
        .agg(max("gap").as("v"))
        .select(
            col(Segments.STORE_ID),
            measure("segment_shares_off_1", col("v"), "0, to 1e-9", col("v").leq(1e-9)))
        .select(col(Segments.STORE_ID), col("m.*"));
  }

  private static Column measure(String name, Column value, String target, Column holds) {
    return struct(
            lit(name).as(M),
            value.as(QualityScorecard.VALUE),
            lit(target).as(QualityScorecard.TARGET),
            holds.as(QualityScorecard.HOLDS))
        .as("m");
  }

  private static void warn(Run run, Dataset<Row> rows) {
    rows.where(not(col(QualityScorecard.HOLDS)))
        .orderBy(Columns.STORE_ID, M)
        .limit(20)
        .collectAsList()
        .forEach(
            row ->
                run.progress()
                    .say(
                        "  look at: %s of %s is %.4f, should be %s",
                        row.<String>getAs(M),
                        row.<String>getAs(Columns.STORE_ID),
                        row.<Double>getAs(QualityScorecard.VALUE),
                        row.<String>getAs(QualityScorecard.TARGET)));
  }
}
