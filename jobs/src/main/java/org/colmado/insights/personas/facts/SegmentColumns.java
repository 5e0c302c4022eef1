package org.colmado.insights.personas.facts;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.struct;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.colmado.insights.table.Segments;

/** Keys and columns shared by the queries about segments. */
final class SegmentColumns {
  /** Key of a segment within a night. */
  static final String[] KEY = {Segments.STORE_ID, Segments.SEGMENT_TYPE, Segments.SEGMENT_ID};

  static final String VISITS = "visits";
  static final String RANK = "rank";

  private SegmentColumns() {}

  /** Rows as a list of structs, in the order of the first of the fields. */
  static Column listed(String... fields) {
    return array_sort(
        collect_list(
            struct(Arrays.stream(fields).map(field -> col(field)).toArray(Column[]::new))));
  }

  /** The key of a segment and other columns. */
  static Column[] keyed(Column... others) {
    return Stream.concat(List.of(KEY).stream().map(name -> col(name)), Arrays.stream(others))
        .toArray(Column[]::new);
  }
}
