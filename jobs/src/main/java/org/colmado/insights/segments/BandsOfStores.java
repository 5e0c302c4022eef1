package org.colmado.insights.segments;

import static org.apache.spark.sql.functions.approx_percentile;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log10;
import static org.apache.spark.sql.functions.map;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.posexplode;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.try_element_at;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.colmado.insights.table.Columns;
import org.colmado.insights.table.Sales;
import org.colmado.insights.table.Stores;
import org.colmado.insights.table.ValueBands;

/**
 * Makes the {@link ValueBands} of stores that have none of this version of the rules: fixed ones
 * for a currency that has them, else quantiles of the store's own baskets, rounded to two digits
 * that count.
 */
public record BandsOfStores(SegmentRules rules) {
  private static final String STARTS = "starts";
  private static final int ACCURACY = 10_000;

  /**
   * Rows of {@link ValueBands} for the stores that need them.
   *
   * @param known rows of {@link ValueBands}
   * @param sales tickets the quantiles are learned from
   */
  public Dataset<Row> from(Dataset<Row> stores, Dataset<Row> known, Dataset<Row> sales) {
    Dataset<Row> done =
        known.where(col(ValueBands.BANDS_VERSION).equalTo(rules.version())).select(Stores.STORE_ID);
    Dataset<Row> needed =
        stores
            .join(done, new String[] {Stores.STORE_ID}, "left_anti")
            .select(col(Stores.STORE_ID), fixedStarts().as("fixed"));

    return needed
        .join(learnedStarts(sales, needed), new String[] {Stores.STORE_ID}, "left")
        .where(coalesce(col("fixed"), col("learned")).isNotNull())
        .withColumn(ValueBands.MODE, when(col("fixed").isNotNull(), "fixed").otherwise("quantile"))
        .withColumn(
            STARTS,
            concat(array(lit(0).cast(Columns.MONEY)), coalesce(col("fixed"), col("learned"))))
        .transform(this::bands);
  }

  private Dataset<Row> bands(Dataset<Row> stores) {
    Column[] ids =
        rules.value().bands().stream().map(band -> lit(band.id())).toArray(Column[]::new);
    Column isLast = col(ValueBands.BAND).equalTo(rules.value().bands().size() - 1);

    return stores
        .select(
            col("*"),
            posexplode(col(STARTS)).as(new String[] {ValueBands.BAND, ValueBands.FROM_VALUE}))
        .withColumn(
            ValueBands.TO_VALUE,
            when(not(isLast), try_element_at(col(STARTS), col(ValueBands.BAND).plus(2))))
        .withColumn(ValueBands.SEGMENT_ID, element_at(array(ids), col(ValueBands.BAND).plus(1)))
        .withColumn(ValueBands.BANDS_VERSION, lit(rules.version()));
  }

  private Column fixedStarts() {
    Column[] byCurrency =
        rules.value().fixed().entrySet().stream()
            .flatMap(entry -> Stream.of(lit(entry.getKey()), amounts(entry)))
            .toArray(Column[]::new);

    return byCurrency.length == 0
        ? lit(null).cast("array<decimal(14,2)>")
        : try_element_at(map(byCurrency), col(Stores.CURRENCY));
  }

  private static Column amounts(Map.Entry<String, List<java.math.BigDecimal>> entry) {
    return array(
        entry.getValue().stream()
            .map(amount -> lit(amount).cast(Columns.MONEY))
            .toArray(Column[]::new));
  }

  /** Stores with too few distinct baskets for rising quantiles get each a cent above the last. */
  private Dataset<Row> learnedStarts(Dataset<Row> sales, Dataset<Row> needed) {
    Column[] quantiles = rules.value().quantiles().stream().map(q -> lit(q)).toArray(Column[]::new);
    Dataset<Row> learning = needed.where(col("fixed").isNull()).select(Stores.STORE_ID);
    Dataset<Row> quantilesOf =
        sales
            .where(not(col(Sales.IS_RETURN)).and(not(col(Sales.IS_CANCELLED))))
            .join(broadcast(learning), new String[] {Stores.STORE_ID}, "left_semi")
            .groupBy(col(Stores.STORE_ID))
            .agg(
                approx_percentile(
                        col(Sales.NET_TOTAL).cast("double"), array(quantiles), lit(ACCURACY))
                    .as("quantiles"));

    Column starts = lit(null);
    Column[] rising = new Column[quantiles.length];
    for (int i = 0; i < rising.length; i++) {
      Column start = twoDigits(element_at(col("quantiles"), i + 1));
      starts = i == 0 ? start : when(start.gt(starts), start).otherwise(starts.plus(0.01));
      rising[i] = starts.cast(Columns.MONEY);
    }
    return quantilesOf.select(col(Stores.STORE_ID), array(rising).as("learned"));
  }

  /** 1,234.5 becomes 1,200: what an owner would say. */
  private static Column twoDigits(Column amount) {
    Column step = pow(lit(10.0), floor(log10(amount)).minus(1));

    return round(amount.divide(step), 0).multiply(step);
  }
}
