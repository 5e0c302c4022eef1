package org.colmado.insights.table;

import static org.colmado.insights.schema.ColumnType.BOOLEAN;
import static org.colmado.insights.schema.ColumnType.DATE;
import static org.colmado.insights.schema.ColumnType.INTEGER;
import static org.colmado.insights.schema.ColumnType.LONG;
import static org.colmado.insights.schema.ColumnType.STRING;
import static org.colmado.insights.schema.ColumnType.TIMESTAMP;
import static org.colmado.insights.schema.ColumnType.decimal;
import static org.colmado.insights.schema.ColumnType.listOf;
import static org.colmado.insights.schema.Columns.MONEY;
import static org.colmado.insights.schema.Columns.optional;
import static org.colmado.insights.schema.Columns.required;

import java.util.List;
import org.colmado.insights.schema.Check;
import org.colmado.insights.schema.ColumnType;
import org.colmado.insights.schema.ColumnType.Struct;
import org.colmado.insights.schema.Columns;
import org.colmado.insights.schema.TableSpec;

/** Every ticket that was accepted: sales, and apart from them returns and cancellations. */
public final class Sales {
  public static final String STORE_ID = Columns.STORE_ID;
  public static final String SALE_ID = "sale_id";
  public static final String SOLD_AT = "sold_at";
  public static final String BUSINESS_ON = "business_on";
  public static final String HOUR = "hour";
  public static final String TOTAL = "total";
  public static final String NET_TOTAL = "net_total";
  public static final String DISCOUNT_TOTAL = "discount_total";
  public static final String TAX_TOTAL = "tax_total";
  public static final String LINE_COUNT = "line_count";
  public static final String UNIT_COUNT = "unit_count";
  public static final String BASKET = "basket";
  public static final String PAYMENT_METHOD = "payment_method";
  public static final String PAYMENT_STATUS = "payment_status";
  public static final String CHANNEL = "channel";
  public static final String CASHIER_KEY = "cashier_key";
  public static final String SHIFT_ID = "shift_id";
  public static final String IS_RETURN = "is_return";
  public static final String IS_CANCELLED = "is_cancelled";
  public static final String RETURN_OF_SALE_ID = "return_of_sale_id";
  public static final String IS_ANONYMOUS = "is_anonymous";
  public static final String HAS_REFUSED_ROWS = "has_refused_rows";
  public static final String SOURCE = "source";
  public static final String REVISION = "revision";
  public static final String VERSION_AT = "version_at";
  public static final String INGESTED_AT = "ingested_at";

  /** A ticket's lines added up by category, an entry each, in the order of the categories. */
  public static final ColumnType BASKET_TYPE =
      listOf(
          new Struct()
              .add("category", STRING)
              .add("value", MONEY)
              .add("units", decimal(14, 3))
              .add("lines", INTEGER)
              .add("priced_value", MONEY));

  public static final TableSpec TABLE =
      new TableSpec(
              "sales",
              "One row per ticket of a store; a return is a ticket of its own",
              List.of(STORE_ID, SALE_ID),
              new Struct()
                  .add(Columns.storeId())
                  .add(required(SALE_ID, STRING, "Ticket, unique in its store for ever"))
                  .add(required(SOLD_AT, TIMESTAMP, "Instant of the sale, UTC"))
                  .add(
                      required(
                          BUSINESS_ON,
                          DATE,
                          "Business day: the store's local date, sales before the cut-over hour counted"
                              + " to the day before"))
                  .add(required(HOUR, INTEGER, "Hour on the store's clock, 0 to 23"))
                  .add(
                      required(
                          TOTAL,
                          MONEY,
                          "What the ticket says it came to, store currency, ITBIS included; the sum of"
                              + " its lines where it says nothing; negative for a return"))
                  .add(
                      required(
                          NET_TOTAL,
                          MONEY,
                          "Revenue everywhere else: line amounts less discounts, ITBIS included;"
                              + " negative for a return, 0 for a cancelled ticket"))
                  .add(required(DISCOUNT_TOTAL, MONEY, "Discounts of the lines, 0 or more"))
                  .add(
                      optional(
                          TAX_TOTAL,
                          MONEY,
                          "ITBIS inside net_total, signed like it; null: the source does not give it"))
                  .add(required(LINE_COUNT, INTEGER, "Lines of the ticket, 1 or more"))
                  .add(
                      optional(
                          UNIT_COUNT,
                          decimal(14, 3),
                          "Units over the lines that have a quantity; null: none has (sold by amount)"))
                  .add(
                      required(
                          BASKET,
                          BASKET_TYPE,
                          "Its products by category, in order, fees apart: net value, units (null: no line has a"
                              + " quantity), lines, and the value of those that have a quantity"))
                  .add(
                      required(
                          PAYMENT_METHOD,
                          STRING,
                          "cash, card, transfer, credit (fiado), mixed, or unknown"))
                  .add(
                      optional(
                          PAYMENT_STATUS, STRING, "As the POS says it; null: the source has none"))
                  .add(required(CHANNEL, STRING, "counter, delivery, whatsapp, phone, or unknown"))
                  .add(
                      optional(
                          CASHIER_KEY,
                          STRING,
                          "Keyed hash of the cashier, never the cashier; null: not recorded"))
                  .add(optional(SHIFT_ID, STRING, "Shift as the POS names it; null: not recorded"))
                  .add(required(IS_RETURN, BOOLEAN, "Goods came back: amounts are negative"))
                  .add(required(IS_CANCELLED, BOOLEAN, "Rung up and cancelled: counts in no total"))
                  .add(
                      optional(
                          RETURN_OF_SALE_ID,
                          STRING,
                          "Ticket the goods were bought on; null: no return, or not recorded"))
                  .add(required(IS_ANONYMOUS, BOOLEAN, "No registered customer on the ticket"))
                  .add(
                      optional(
                          HAS_REFUSED_ROWS,
                          BOOLEAN,
                          "A row of the ticket is in rejected_sales, so that its totals are too low;"
                              + " null: not recorded"))
                  .add(required(SOURCE, STRING, "Mapping the ticket was read by"))
                  .add(required(REVISION, LONG, "Hash of the ticket's content"))
                  .add(
                      required(
                          VERSION_AT,
                          TIMESTAMP,
                          "When this version was made: the record's updatedAt, else its file's time;"
                              + " of two versions the later one holds; to the minute for a ticket of"
                              + " rows; 1970: written by an early version of this product"))
                  .add(
                      required(INGESTED_AT, TIMESTAMP, "Start of the run that wrote the row, UTC")),
              List.of(
                  new Check("hour_of_day", HOUR + " BETWEEN 0 AND 23"),
                  new Check("has_lines", LINE_COUNT + " >= 1"),
                  new Check(
                      "returns_are_negative", IS_RETURN + " = false OR " + NET_TOTAL + " <= 0"),
                  new Check("sales_are_not", IS_RETURN + " = true OR " + NET_TOTAL + " >= 0")),
              List.of(BUSINESS_ON, STORE_ID))
          .withDeletionVectors();

  private Sales() {}
}
