package org.colmado.insights.ingest.assembly;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.MurmurHash3;
import org.apache.spark.sql.Row;
import org.colmado.insights.ingest.file.PersonalData;
import org.colmado.insights.ingest.ticket.Fragments;
import org.colmado.insights.table.SaleLines;
import org.colmado.insights.table.Sales;
import org.colmado.insights.text.FoldedText;
import scala.collection.Seq;

/**
 * A row of a flat file: one line of a ticket.
 *
 * @param fragment of {@link Fragments#TYPE}; a row of the lake has no file
 * @param sold its line, of {@link Fragments#LINE_TYPE}
 * @param key hash of what the row says of its ticket and of what was sold; tender apart
 */
record FlatRow(Row fragment, Row sold, long key) {
  private static final int AMOUNT = Fragments.LINE_TYPE.fieldIndex(SaleLines.AMOUNT);
  private static final int DISCOUNT = Fragments.LINE_TYPE.fieldIndex(SaleLines.DISCOUNT);
  private static final int DESCRIPTION = Fragments.LINE_TYPE.fieldIndex(SaleLines.DESCRIPTION);
  private static final int KIND = Fragments.LINE_TYPE.fieldIndex(SaleLines.KIND);
  private static final int LINE_KEY = Fragments.LINE_TYPE.fieldIndex(SaleLines.LINE_KEY);

  /** Names of discounts, in Spanish, English and Portuguese. */
  private static final Pattern DISCOUNT_NAME =
      Pattern.compile(
          "(descuento|desc|dcto|dto|rebaja|redondeo|cupon|discount|rounding|coupon|desconto"
              + "|arredondamento)\\b.*");

  /** Wraps a fragment without a reason of refusal. */
  static FlatRow of(Row fragment) {
    Row sold = first(fragment.get(Fragments.TYPE.fieldIndex(Fragments.LINES)));
    boolean isInLake = fragment.isNullAt(Fragments.TYPE.fieldIndex(Fragments.FILE));

    return new FlatRow(fragment, sold, isInLake ? sold.getLong(LINE_KEY) : keyOf(fragment, sold));
  }

  private static Row first(Object lines) {
    return lines instanceof Seq<?> list ? (Row) list.apply(0) : (Row) ((Object[]) lines)[0];
  }

  private static long keyOf(Row fragment, Row sold) {
    return hash(
        fragment.get(at(Sales.SOLD_AT))
            + "|"
            + fragment.get(at(Sales.IS_RETURN))
            + fragment.get(at(Sales.IS_CANCELLED))
            + sold);
  }

  static long hash(String text) {
    return MurmurHash3.hash128x64(text.getBytes(StandardCharsets.UTF_8))[0];
  }

  private static int at(String column) {
    return Fragments.TYPE.fieldIndex(column);
  }

  /** Null: the lake. */
  String file() {
    return fragment.getString(at(Fragments.FILE));
  }

  long line() {
    return fragment.getLong(at(Fragments.LINE));
  }

  Instant soldAt() {
    return (Instant) fragment.get(at(Sales.SOLD_AT));
  }

  LocalDate businessOn() {
    return (LocalDate) fragment.get(at(Sales.BUSINESS_ON));
  }

  Instant versionAt() {
    return (Instant) fragment.get(at(Sales.VERSION_AT));
  }

  String tender() {
    return fragment.getString(at(Fragments.TENDER));
  }

  String paymentMethod() {
    return fragment.getString(at(Sales.PAYMENT_METHOD));
  }

  boolean isReturn() {
    return fragment.getBoolean(at(Sales.IS_RETURN));
  }

  boolean isVoid() {
    return fragment.getBoolean(at(Sales.IS_CANCELLED));
  }

  /** Amount less discount. */
  BigDecimal net() {
    return sold.getDecimal(AMOUNT).subtract(sold.getDecimal(DISCOUNT));
  }

  /** Whether the row is a discount of its ticket: as the mapping says, or by its name and sign. */
  boolean isDiscount() {
    if ("discount".equals(sold.getString(KIND))) {
      return true;
    }

    return !isReturn()
        && net().signum() < 0
        && DISCOUNT_NAME.matcher(FoldedText.of(sold.getString(DESCRIPTION))).matches();
  }

  /** The row as the quarantine shows it. */
  String shown() {
    List<String> columns =
        List.of(SaleLines.DESCRIPTION, SaleLines.QUANTITY, SaleLines.AMOUNT, SaleLines.DISCOUNT);
    String line =
        columns.stream()
            .map(name -> name + "=" + sold.get(Fragments.LINE_TYPE.fieldIndex(name)))
            .collect(Collectors.joining("; "));

    return PersonalData.masked(
        "ticket-id=%s; date=%s; %s"
            .formatted(fragment.getString(at(Sales.SALE_ID)), soldAt(), line));
  }

  static BigDecimal net(Collection<FlatRow> rows) {
    return rows.stream().map(FlatRow::net).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
