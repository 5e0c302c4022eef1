package org.colmado.insights.ingest.assembly;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.colmado.insights.ingest.ticket.Fragments;
import org.colmado.insights.lake.SparkTypes;
import org.colmado.insights.table.SaleLines;
import org.colmado.insights.table.Sales;

/** The shapes of what is put together: tickets, and what became of the rows of files. */
public final class AssembledRows {
  /** What the lake had the ticket come to before; null: it did not have it. */
  public static final String BEFORE = "before";

  /** {@code accepted}, {@code rejected} or {@code duplicate}. */
  public static final String DISPOSITION = "disposition";

  public static final String ACCEPTED = "accepted";
  public static final String REJECTED = "rejected";
  public static final String DUPLICATE = "duplicate";

  /** Number of rows of a file. */
  public static final String RECORDS = "records";

  private static final Set<String> NOT_OF_TICKETS =
      Set.of(
          Fragments.FILE,
          Fragments.LINE,
          Fragments.REASON,
          Fragments.DETAIL,
          Fragments.RECORD,
          Fragments.TENDER);

  /** A ticket to write. */
  public static final StructType TICKET =
      new StructType(
              Arrays.stream(Fragments.TYPE.fields())
                  .filter(field -> !NOT_OF_TICKETS.contains(field.name()))
                  .toArray(StructField[]::new))
          .add(Sales.REVISION, LongType)
          .add(Sales.HAS_REFUSED_ROWS, BooleanType)
          .add(BEFORE, SparkTypes.MONEY);

  /** A number of rows with the same disposition. */
  public static final StructType COUNT =
      new StructType()
          .add(Fragments.FILE, StringType)
          .add(Sales.STORE_ID, StringType)
          .add(DISPOSITION, StringType)
          .add(Fragments.REASON, StringType)
          .add(RECORDS, LongType);

  /** A row that is refused. */
  public static final StructType REFUSED =
      new StructType()
          .add(Fragments.FILE, StringType)
          .add(Fragments.LINE, LongType)
          .add(Fragments.REASON, StringType)
          .add(Fragments.DETAIL, StringType)
          .add(Fragments.RECORD, StringType);

  /** A ticket that a file has, whether it is new or not. */
  public static final StructType PLACE =
      new StructType()
          .add(Fragments.FILE, StringType)
          .add(Sales.STORE_ID, StringType)
          .add(Sales.SALE_ID, StringType);

  static final String PLACES = "places";
  static final String TICKETS = "tickets";
  static final String COUNTS = "counts";
  static final String REFUSALS = "refusals";

  /** What becomes of all rows of one number. */
  public static final StructType ASSEMBLED =
      new StructType()
          .add(TICKETS, createArrayType(TICKET))
          .add(PLACES, createArrayType(PLACE))
          .add(COUNTS, createArrayType(COUNT))
          .add(REFUSALS, createArrayType(REFUSED));

  private AssembledRows() {}

  /**
   * A ticket.
   *
   * @param first row that the ticket's attributes are taken from
   */
  static Row ticket(
      FlatRow first,
      TicketLines lines,
      String paymentMethod,
      boolean isReturn,
      boolean hasRefusedRows) {
    Map<String, Object> values = new HashMap<>();
    for (String name : Fragments.TYPE.fieldNames()) {
      values.put(name, first.fragment().get(Fragments.TYPE.fieldIndex(name)));
    }
    values.put(Sales.TOTAL, null);
    values.put(Sales.PAYMENT_METHOD, paymentMethod);
    values.put(Sales.IS_RETURN, isReturn);
    values.put(Fragments.LINES, lines.lines().toArray(Row[]::new));
    values.put(Fragments.NET, lines.net());
    values.put(Fragments.DISCOUNTS, lines.sumOf(SaleLines.DISCOUNT));
    values.put(Fragments.TAXES, lines.sumOf(SaleLines.TAX));
    values.put(Fragments.UNITS, lines.sumOf(SaleLines.QUANTITY));
    values.put(Sales.REVISION, revision(values, lines));
    values.put(Sales.HAS_REFUSED_ROWS, hasRefusedRows);
    return row(TICKET, values);
  }

  private static long revision(Map<String, Object> values, TicketLines lines) {
    String attributes =
        List.of(
                Sales.SOLD_AT,
                Sales.PAYMENT_METHOD,
                Sales.IS_RETURN,
                Sales.IS_CANCELLED,
                Sales.IS_ANONYMOUS)
            .stream()
            .map(name -> String.valueOf(values.get(name)))
            .collect(Collectors.joining("|"));

    return FlatRow.hash(attributes + lines.lines());
  }

  /** The same ticket with other values. */
  static Row with(Row ticket, Map<String, Object> changed) {
    Map<String, Object> values = new HashMap<>();
    for (String name : TICKET.fieldNames()) {
      values.put(name, ticket.getAs(name));
    }
    values.putAll(changed);
    return row(TICKET, values);
  }

  /** A row of this type; names that are not given are null. */
  static Row row(StructType type, Map<String, Object> values) {
    return new GenericRowWithSchema(
        Arrays.stream(type.fieldNames()).map(values::get).toArray(), type);
  }
}
