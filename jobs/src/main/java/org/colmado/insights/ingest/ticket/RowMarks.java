package org.colmado.insights.ingest.ticket;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.colmado.insights.config.CsvMapping;
import org.colmado.insights.config.RowMark;
import org.colmado.insights.ingest.file.CsvRole;
import org.colmado.insights.ingest.file.RawRecord;

/** What the marks of a mapping say of a row. */
record RowMarks(
    List<Mark> returns,
    List<Mark> voids,
    List<Mark> discounts,
    List<Mark> fees,
    List<Refusal> refusals)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The rows of {@code refused-when}. */
  record Refusal(String reason, Mark mark) implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  /**
   * A mark whose column is found.
   *
   * @param role null: a column that no role is mapped to
   * @param matches null: the value is a number
   * @param and null: none
   */
  record Mark(
      CsvRole role,
      String column,
      Pattern matches,
      BigDecimal below,
      BigDecimal above,
      NumberFormat numbers,
      Mark and)
      implements Serializable {
    private static final long serialVersionUID = 1L;

    static Mark of(RowMark mark, NumberFormat numbers) {
      return new Mark(
          Arrays.stream(CsvRole.values())
              .filter(role -> role.key().equals(mark.column()))
              .findFirst()
              .orElse(null),
          mark.column(),
          mark.matches().map(Pattern::compile).orElse(null),
          mark.below().orElse(null),
          mark.above().orElse(null),
          numbers,
          mark.and().map(other -> of(other, numbers)).orElse(null));
    }

    String valueIn(RawRecord record) {
      return role == null ? record.marked().get(column) : record.cells().get(role);
    }

    boolean isOn(RawRecord record) {
      String value = valueIn(record);

      return value != null
          && (matches == null || matches.matcher(value).matches())
          && ((below == null && above == null) || isWithin(value))
          && (and == null || and.isOn(record));
    }

    private boolean isWithin(String value) {
      try {
        BigDecimal number = numbers.read(column, value);

        return (below == null || number.compareTo(below) < 0)
            && (above == null || number.compareTo(above) > 0);
      } catch (RefusedRecord e) {
        return false;
      }
    }
  }

  static RowMarks of(CsvMapping csv, NumberFormat numbers) {
    return new RowMarks(
        marks(csv.cancelledWhen(), numbers),
        marks(csv.voidedWhen(), numbers),
        marks(csv.discountWhen(), numbers),
        marks(csv.feeWhen(), numbers),
        csv.refusedWhen().orElse(List.of()).stream()
            .map(refusal -> new Refusal(refusal.reason(), Mark.of(refusal.mark(), numbers)))
            .toList());
  }

  private static List<Mark> marks(Optional<List<RowMark>> marks, NumberFormat numbers) {
    return marks.orElse(List.of()).stream().map(mark -> Mark.of(mark, numbers)).toList();
  }

  void refuse(RawRecord record) throws RefusedRecord {
    for (Refusal refusal : refusals) {
      if (refusal.mark().isOn(record)) {
        throw new RefusedRecord(
            refusal.reason(),
            "%s is '%s'".formatted(refusal.mark().column(), refusal.mark().valueIn(record)));
      }
    }
  }

  boolean isReturn(RawRecord record) {
    return isOn(returns, record);
  }

  boolean isVoid(RawRecord record) {
    return isOn(voids, record);
  }

  LineKind kindOf(RawRecord record) {
    if (isOn(discounts, record)) {
      return LineKind.DISCOUNT;
    }

    return isOn(fees, record) ? LineKind.FEE : LineKind.PRODUCT;
  }

  private static boolean isOn(List<Mark> marks, RawRecord record) {
    return marks.stream().anyMatch(mark -> mark.isOn(record));
  }
}
