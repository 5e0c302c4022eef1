package org.colmado.insights.table;

import static org.colmado.insights.schema.ColumnType.BOOLEAN;
import static org.colmado.insights.schema.ColumnType.DATE;
import static org.colmado.insights.schema.ColumnType.INTEGER;
import static org.colmado.insights.schema.ColumnType.LONG;
import static org.colmado.insights.schema.ColumnType.STRING;
import static org.colmado.insights.schema.ColumnType.TIMESTAMP;
import static org.colmado.insights.schema.ColumnType.decimal;
import static org.colmado.insights.schema.Columns.MONEY;
import static org.colmado.insights.schema.Columns.optional;
import static org.colmado.insights.schema.Columns.required;

import java.util.List;
import org.colmado.insights.schema.Check;
import org.colmado.insights.schema.ColumnType.Struct;
import org.colmado.insights.schema.Columns;
import org.colmado.insights.schema.TableSpec;

/** What was on every ticket of {@link Sales}. */
public final class SaleLines {
  public static final String STORE_ID = Columns.STORE_ID;
  public static final String SALE_ID = Sales.SALE_ID;
  public static final String LINE_NO = "line_no";
  public static final String LINE_KEY = "line_key";
  public static final String BUSINESS_ON = Sales.BUSINESS_ON;
  public static final String DESCRIPTION = "description";
  public static final String PRODUCT_KEY = "product_key";
  public static final String CATEGORY = "category";
  public static final String CATALOGUE_CATEGORY = "catalogue_category";
  public static final String QUANTITY = "quantity";
  public static final String UNIT_PRICE = "unit_price";
  public static final String AMOUNT = "amount";
  public static final String DISCOUNT = "discount";
  public static final String TAX = "tax";
  public static final String COST = "cost";
  public static final String KIND = "kind";
  public static final String IS_RETURN = Sales.IS_RETURN;
  public static final String IS_CANCELLED = Sales.IS_CANCELLED;
  public static final String INGESTED_AT = Sales.INGESTED_AT;

  public static final TableSpec TABLE =
      new TableSpec(
              "sale_lines",
              "One row per line of a ticket",
              List.of(STORE_ID, SALE_ID, LINE_NO),
              new Struct()
                  .add(Columns.storeId())
                  .add(required(SALE_ID, STRING, "Ticket in sales"))
                  .add(
                      required(
                          LINE_NO,
                          INTEGER,
                          "From 1: as on the ticket, or by content where a file has no tickets but"
                              + " lines"))
                  .add(
                      required(
                          LINE_KEY,
                          LONG,
                          "What tells the line from its copy: its number on the ticket, or a hash of"
                              + " its row where a file has no tickets but lines"))
                  .add(required(BUSINESS_ON, DATE, "Business day of the ticket"))
                  .add(required(DESCRIPTION, STRING, "Product as the shop wrote it"))
                  .add(required(PRODUCT_KEY, STRING, "Product in product_categories"))
                  .add(required(CATEGORY, STRING, "Category of the product"))
                  .add(
                      optional(
                          CATALOGUE_CATEGORY,
                          STRING,
                          "Category as the POS catalogue says it; null: it says none"))
                  .add(
                      optional(
                          QUANTITY,
                          decimal(14, 3),
                          "Units or weight, negative for a return; null: sold by amount of money"))
                  .add(
                      optional(
                          UNIT_PRICE,
                          decimal(14, 4),
                          "Price of a unit, store currency; null: not recorded"))
                  .add(
                      required(
                          AMOUNT,
                          MONEY,
                          "What the line came to before its discount, ITBIS included; negative for a"
                              + " return"))
                  .add(
                      required(
                          DISCOUNT, MONEY, "Discount of the line, signed like amount; 0: none"))
                  .add(
                      optional(
                          TAX,
                          MONEY,
                          "ITBIS inside amount, signed like it; null: the source does not give it"))
                  .add(
                      optional(
                          COST,
                          MONEY,
                          "What a unit cost the shop, store currency; null: the source does not give"
                              + " it"))
                  .add(
                      optional(
                          KIND,
                          STRING,
                          "fee: paid with the ticket but no product, such as a delivery; null: a"
                              + " product"))
                  .add(required(IS_RETURN, BOOLEAN, "Line of a return"))
                  .add(required(IS_CANCELLED, BOOLEAN, "Line of a cancelled ticket: not revenue"))
                  .add(
                      required(INGESTED_AT, TIMESTAMP, "Start of the run that wrote the row, UTC")),
              List.of(
                  new Check("line_from_one", LINE_NO + " >= 1"),
                  new Check("named", "length(" + PRODUCT_KEY + ") > 0")),
              List.of(BUSINESS_ON, STORE_ID))
          .withDeletionVectors();

  private SaleLines() {}
}
