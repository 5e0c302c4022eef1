package org.colmado.insights.table;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.apache.spark.sql.types.DataTypes.createDecimalType;
import static org.colmado.insights.table.Columns.MONEY;
import static org.colmado.insights.table.Columns.optional;
import static org.colmado.insights.table.Columns.required;

import java.util.List;
import org.apache.spark.sql.types.StructType;

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
  public static final String IS_RETURN = Sales.IS_RETURN;
  public static final String IS_CANCELLED = Sales.IS_CANCELLED;
  public static final String INGESTED_AT = Sales.INGESTED_AT;

  public static final TableSpec TABLE =
      new TableSpec(
          "sale_lines",
          "One row per line of a ticket",
          List.of(STORE_ID, SALE_ID, LINE_NO),
          new StructType()
              .add(Columns.storeId())
              .add(required(SALE_ID, StringType, "Ticket in sales"))
              .add(
                  required(
                      LINE_NO,
                      IntegerType,
                      "From 1: as on the ticket, or by content where a file has no tickets but"
                          + " lines"))
              .add(
                  required(
                      LINE_KEY,
                      LongType,
                      "What tells the line from its copy: its number on the ticket, or a hash of"
                          + " its row where a file has no tickets but lines"))
              .add(required(BUSINESS_ON, DateType, "Business day of the ticket"))
              .add(required(DESCRIPTION, StringType, "Product as the shop wrote it"))
              .add(required(PRODUCT_KEY, StringType, "Product in product_categories"))
              .add(required(CATEGORY, StringType, "Category of the product"))
              .add(
                  optional(
                      CATALOGUE_CATEGORY,
                      StringType,
                      "Category as the POS catalogue says it; null: it says none"))
              .add(
                  optional(
                      QUANTITY,
                      createDecimalType(14, 3),
                      "Units or weight, negative for a return; null: sold by amount of money"))
              .add(
                  optional(
                      UNIT_PRICE,
                      createDecimalType(14, 4),
                      "Price of a unit, store currency; null: not recorded"))
              .add(
                  required(
                      AMOUNT,
                      MONEY,
                      "What the line came to before its discount, ITBIS included; negative for a"
                          + " return"))
              .add(required(DISCOUNT, MONEY, "Discount of the line, signed like amount; 0: none"))
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
              .add(required(IS_RETURN, BooleanType, "Line of a return"))
              .add(required(IS_CANCELLED, BooleanType, "Line of a cancelled ticket: not revenue"))
              .add(
                  required(INGESTED_AT, TimestampType, "Start of the run that wrote the row, UTC")),
          List.of(
              new Check("line_from_one", LINE_NO + " >= 1"),
              new Check("named", "length(" + PRODUCT_KEY + ") > 0")),
          List.of(BUSINESS_ON, STORE_ID));

  private SaleLines() {}
}
