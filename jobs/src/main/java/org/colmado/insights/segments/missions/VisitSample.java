package org.colmado.insights.segments.missions;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.colmado.insights.table.MissionModels;
import org.colmado.insights.table.Sales;

/**
 * Samples about the same number of visits from every store, by a hash of the ticket ids: the same
 * tickets give the same sample, however they are partitioned.
 */
public record VisitSample(MissionRules rules) {
  private static final String VISITS = "window_visits";
  private static final long PARTS = 1L << 32;

  /**
   * One row a store with visits: store_id, first_on and last_on of the days that are drawn from,
   * and the visits on them.
   */
  public Dataset<Row> windows(Dataset<Row> sales) {
    Column day = col(Sales.BUSINESS_ON);
    WindowSpec ofStore = Window.partitionBy(Sales.STORE_ID);
    Column lastOn = max(day).over(ofStore);

    return visits(sales)
        .groupBy(col(Sales.STORE_ID), day)
        .agg(count(lit(1)).as(VISITS))
        .withColumn(MissionModels.LAST_ON, lastOn)
        .where(day.gt(date_sub(col(MissionModels.LAST_ON), rules.windowDays())))
        .groupBy(col(Sales.STORE_ID), col(MissionModels.LAST_ON))
        .agg(
            greatest(min(day), date_sub(col(MissionModels.LAST_ON), rules.windowDays() - 1))
                .as(MissionModels.FIRST_ON),
            sum(VISITS).as(VISITS));
  }

  /**
   * The drawn sales, with first_on and last_on of their store.
   *
   * @param windows rows of {@link #windows(Dataset)}
   */
  public Dataset<Row> from(Dataset<Row> sales, List<Row> windows) {
    Dataset<Row> ofStores = sales.sparkSession().createDataFrame(windows, windows.get(0).schema());
    Column part = pmod(xxhash64(col(Sales.SALE_ID), lit(rules.seed())), lit(PARTS));
    Column share = lit((double) rules.sampleVisits()).divide(col(VISITS));

    return visits(sales)
        .join(broadcast(ofStores), Sales.STORE_ID)
        .where(
            col(Sales.BUSINESS_ON).between(col(MissionModels.FIRST_ON), col(MissionModels.LAST_ON)))
        .where(part.lt(share.multiply(PARTS)))
        .drop(VISITS);
  }

  private static Dataset<Row> visits(Dataset<Row> sales) {
    return sales.where(not(col(Sales.IS_RETURN)).and(not(col(Sales.IS_CANCELLED))));
  }
}
