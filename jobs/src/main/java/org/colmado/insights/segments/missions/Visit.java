package org.colmado.insights.segments.missions;

import static org.apache.spark.sql.functions.struct;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.colmado.insights.table.TransactionFeatures;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The attributes of a ticket that missions are based on.
 *
 * @param weights share of the value by category
 * @param value net total, store currency
 * @param hour on the store's clock, 0 to 23
 */
record Visit(
    String saleId,
    Map<String, Double> weights,
    double value,
    int lines,
    int hour,
    boolean isWeekend,
    boolean isFridayNight,
    boolean isInPaydayWindow,
    String tender,
    String channel)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** A struct of columns of {@link TransactionFeatures}, as {@link #from(Row)} reads it. */
  static Column column() {
    return struct(
        Stream.of(
                TransactionFeatures.SALE_ID,
                TransactionFeatures.CATEGORY_WEIGHTS,
                TransactionFeatures.TOTAL_VALUE,
                TransactionFeatures.LINE_COUNT,
                TransactionFeatures.HOUR_OF_DAY,
                TransactionFeatures.IS_WEEKEND,
                TransactionFeatures.IS_FRIDAY_NIGHT,
                TransactionFeatures.PAYDAY_WINDOW,
                TransactionFeatures.PAYMENT_METHOD,
                TransactionFeatures.CHANNEL)
            .map(functions::col)
            .toArray(Column[]::new));
  }

  static Visit from(Row row) {
    return new Visit(
        row.getString(0),
        CollectionConverters.asJava(row.<String, Double>getMap(1)),
        row.getDecimal(2).doubleValue(),
        row.getInt(3),
        row.getInt(4),
        row.getBoolean(5),
        row.getBoolean(6),
        row.getBoolean(7),
        row.getString(8),
        row.getString(9));
  }

  /** The same visit with other category weights. */
  Visit with(Map<String, Double> others) {
    return new Visit(
        saleId,
        new TreeMap<>(others),
        value,
        lines,
        hour,
        isWeekend,
        isFridayNight,
        isInPaydayWindow,
        tender,
        channel);
  }
}
