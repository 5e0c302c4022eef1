package org.colmado.insights.ingest.assembly;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.colmado.insights.table.Sales;

/** The tickets of one number that the lake has, by their sale_id. */
record KnownTickets(Map<String, Row> byId) {

  /**
   * @param sales rows with the names of {@link Sales}
   */
  static KnownTickets of(List<Row> sales) {
    return new KnownTickets(
        sales.stream()
            .collect(
                Collectors.toMap(row -> row.<String>getAs(Sales.SALE_ID), Function.identity())));
  }

  /**
   * The sale_id of a part of this number. The first to come has the number itself: a sale, or a
   * return with a number of its own. A return under the number of a sale has its day in its id.
   *
   * @param hasSale whether a sale of this number was read too
   */
  String idOf(String number, TicketPart part, boolean hasSale) {
    Row kept = byId.get(number);
    boolean isFree = kept == null ? !part.isReturn() || !hasSale : isOf(kept, part);
    if (isFree) {
      return number;
    }

    return part.isReturn() ? number + "-return-" + part.returnedOn() : number + "-sale";
  }

  /** An exchange may have become a return, but it is still of the day of its sale. */
  private static boolean isOf(Row kept, TicketPart part) {
    LocalDate day = kept.getAs(Sales.BUSINESS_ON);
    boolean isReturn = kept.getAs(Sales.IS_RETURN);

    return part.isReturn()
        ? isReturn && day.equals(part.returnedOn())
        : !isReturn || part.rows().stream().anyMatch(FlatRow::isReturn);
  }

  Row get(String id) {
    return byId.get(id);
  }

  /** Whether the lake's ticket stays: it is the same, newer, or the only complete one. */
  static boolean stays(Row kept, TicketVersion version) {
    boolean isSame = Objects.equals(kept.getAs(Sales.REVISION), version.revision());
    boolean isNewer = versionOf(kept).isAfter(version.versionAt());
    boolean isComplete = Boolean.FALSE.equals(kept.<Boolean>getAs(Sales.HAS_REFUSED_ROWS));

    return isSame || isNewer || (isComplete && !version.isComplete());
  }

  private static Instant versionOf(Row kept) {
    return kept.getAs(Sales.VERSION_AT);
  }
}
