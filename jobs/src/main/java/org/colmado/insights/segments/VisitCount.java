package org.colmado.insights.segments;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;

/**
 * The number of visits of a store with the same segments and the same value of one variable.
 *
 * @param segments one of each family, in the order of {@link SegmentFamilies#TYPES}; null: in none
 * @param cell value of the variable; null: not known
 * @param micros net total, or of {@link Variable#CATEGORY} its part, in millionths of the currency
 * @param lines of their tickets
 * @param anonymous how many are without a customer
 */
record VisitCount(
    List<String> segments,
    Variable variable,
    String cell,
    long visits,
    long micros,
    long lines,
    long anonymous) {

  /** The variables by which visits are counted. */
  enum Variable {
    /** Business day and hour, as {@link Slot#parse(String)} reads it. */
    SLOT(0),
    MAIN_CATEGORY(1),
    TENDER(2),
    /** Every category of the ticket, with its part of the value. */
    CATEGORY(3),
    /** A {@link #SLOT} in which the store was open; of no segment and without visits. */
    OPEN(4);

    private static final List<Variable> BY_CODE = List.of(values());

    private final int code;

    Variable(int code) {
      this.code = code;
    }

    /** Code of the variable in rows. */
    int code() {
      return code;
    }

    static Variable of(int code) {
      return BY_CODE.get(code);
    }
  }

  private static final int FAMILIES = SegmentFamilies.TYPES.size();

  /** Reads a row of {@link VisitCounts#COLUMNS}. */
  static VisitCount from(Row row) {
    return new VisitCount(
        IntStream.range(0, FAMILIES).mapToObj(row::getString).collect(Collectors.toList()),
        Variable.of(row.getInt(FAMILIES)),
        row.getString(FAMILIES + 1),
        row.getLong(FAMILIES + 2),
        row.getLong(FAMILIES + 3),
        row.getLong(FAMILIES + 4),
        row.getLong(FAMILIES + 5));
  }

  /** Its segment of a family. */
  String segment(String type) {
    return segments.get(SegmentFamilies.TYPES.indexOf(type));
  }
}
