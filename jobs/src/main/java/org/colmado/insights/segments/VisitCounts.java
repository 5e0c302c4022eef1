package org.colmado.insights.segments;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_entries;
import static org.apache.spark.sql.functions.posexplode;
import static org.apache.spark.sql.functions.rint;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.colmado.insights.segments.VisitCount.Variable;
import org.colmado.insights.table.HourlySales;
import org.colmado.insights.table.Segments;
import org.colmado.insights.table.TransactionFeatures;

/**
 * Counts visits in one pass for all parts of a profile: a few rows for each store, independent of
 * the number of visits. Money is summed in whole millionths, so that the result does not depend on
 * the row order.
 */
final class VisitCounts {
  static final String COUNTS = "counts";

  private static final long MICROS_OF_CENT = 10_000;
  private static final String VARIABLE = "variable";
  private static final String CELL = "cell";
  private static final String VISITS = "visits";
  private static final String MICROS = "micros";
  private static final String LINES = "lines";
  private static final String ANONYMOUS = "anonymous";

  /** Fields of a count, as {@link VisitCount#from(Row)} reads them. */
  static final List<String> COLUMNS =
      Stream.concat(
              SegmentFamilies.COLUMNS.stream(),
              Stream.of(VARIABLE, CELL, VISITS, MICROS, LINES, ANONYMOUS))
          .toList();

  private VisitCounts() {}

  /**
   * One row a store: store_id and {@link #COUNTS}.
   *
   * @param visits rows of {@link TransactionFeatures}
   * @param open rows of {@link HourlySales}
   */
  static Dataset<Row> byStore(Dataset<Row> visits, Dataset<Row> open) {
    return counted(cells(visits))
        .unionByName(openSlots(open))
        .groupBy(Segments.STORE_ID)
        .agg(collect_list(struct(columns(COLUMNS))).as(COUNTS));
  }

  /** One row for each visit and variable, and for each category of the ticket. */
  private static Dataset<Row> cells(Dataset<Row> visits) {
    Column cells =
        concat(
            array(
                whole(slot(TransactionFeatures.HOUR_OF_DAY)),
                whole(col(TransactionFeatures.MAIN_CATEGORY)),
                whole(col(TransactionFeatures.PAYMENT_METHOD))),
            map_entries(col(TransactionFeatures.CATEGORY_WEIGHTS)));
    Column cents = col(TransactionFeatures.TOTAL_VALUE).multiply(100).cast("long");

    return visits.select(
        ofKinds(
            col(TransactionFeatures.LINE_COUNT).as(LINES),
            when(col(TransactionFeatures.IS_ANONYMOUS), 1L).otherwise(0L).as(ANONYMOUS),
            cents.multiply(MICROS_OF_CENT).as(MICROS),
            posexplode(cells).as(new String[] {"place", "entry"})));
  }

  private static Dataset<Row> counted(Dataset<Row> cells) {
    Column variable = least(col("place"), lit(Variable.CATEGORY.code()));
    Column weight = col("entry.value");
    Column part = rint(col(MICROS).multiply(weight)).cast("long");

    return cells
        .groupBy(ofKinds(variable.as(VARIABLE), col("entry.key").as(CELL)))
        .agg(
            count(lit(1)).as(VISITS),
            sum(when(weight.isNull(), col(MICROS)).otherwise(part)).as(MICROS),
            sum(LINES).as(LINES),
            sum(ANONYMOUS).as(ANONYMOUS));
  }

  private static Dataset<Row> openSlots(Dataset<Row> open) {
    Stream<Column> none =
        SegmentFamilies.COLUMNS.stream().map(column -> lit(null).cast("string").as(column));
    Stream<Column> slot =
        Stream.of(
            lit(Variable.OPEN.code()).as(VARIABLE),
            slot(HourlySales.HOUR).as(CELL),
            lit(0L).as(VISITS),
            lit(0L).as(MICROS),
            lit(0L).as(LINES),
            lit(0L).as(ANONYMOUS));

    return open.select(
        Stream.of(Stream.of(col(Segments.STORE_ID)), none, slot)
            .flatMap(columns -> columns)
            .toArray(Column[]::new));
  }

  /** The store, its families, and these. */
  private static Column[] ofKinds(Column... others) {
    Stream<Column> kinds =
        Stream.concat(Stream.of(Segments.STORE_ID), SegmentFamilies.COLUMNS.stream())
            .map(name -> col(name));

    return Stream.concat(kinds, Stream.of(others)).toArray(Column[]::new);
  }

  /** An entry like one of the category weights, with the full weight of the ticket. */
  private static Column whole(Column cell) {
    return struct(cell.as("key"), lit(null).cast("double").as("value"));
  }

  private static Column slot(String hour) {
    return concat_ws(
        " ", col(TransactionFeatures.BUSINESS_ON).cast("string"), col(hour).cast("string"));
  }

  private static Column[] columns(List<String> names) {
    return names.stream().map(name -> col(name)).toArray(Column[]::new);
  }
}
