package org.colmado.insights.ingest.ticket;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;
import static org.apache.spark.sql.types.DataTypes.createDecimalType;

import java.util.List;
import org.apache.spark.sql.types.StructType;
import org.colmado.insights.lake.SparkTypes;
import org.colmado.insights.table.RejectedSales;
import org.colmado.insights.table.SaleLines;
import org.colmado.insights.table.Sales;

/**
 * The records that were read, one row each, before they are written: a whole ticket from JSON, a
 * ticket line from a flat file, or a rejected record. Columns have the names of the tables.
 */
public final class Fragments {
  public static final String FILE = RejectedSales.FILE;
  public static final String LINE = RejectedSales.LINE;

  /** Rule that the record breaks; null: none. */
  public static final String REASON = RejectedSales.REASON;

  public static final String DETAIL = RejectedSales.DETAIL;

  /** The record with personal data masked; null unless it is rejected. */
  public static final String RECORD = RejectedSales.RECORD;

  /** Lines of the ticket, signed; each a {@link #LINE_TYPE}. */
  public static final String LINES = "lines";

  /** Sum over the lines of amounts less discounts, signed; of a cancelled ticket too. */
  public static final String NET = "net";

  /** Sums over the lines, signed; null if no line has the value. */
  public static final String DISCOUNTS = "discounts";

  public static final String TAXES = "taxes";
  public static final String UNITS = "units";

  /** Columns that are computed from the lines. */
  public static final List<String> SUMS = List.of(NET, DISCOUNTS, TAXES, UNITS);

  /** A line; the names are those of {@link SaleLines}. */
  public static final StructType LINE_TYPE =
      new StructType()
          .add(SaleLines.LINE_KEY, LongType)
          .add(SaleLines.DESCRIPTION, StringType)
          .add(SaleLines.PRODUCT_KEY, StringType)
          .add(SaleLines.CATALOGUE_CATEGORY, StringType)
          .add(SaleLines.QUANTITY, createDecimalType(14, 3))
          .add(SaleLines.UNIT_PRICE, createDecimalType(14, 4))
          .add(SaleLines.AMOUNT, SparkTypes.MONEY)
          .add(SaleLines.DISCOUNT, SparkTypes.MONEY)
          .add(SaleLines.TAX, SparkTypes.MONEY)
          .add(SaleLines.COST, SparkTypes.MONEY)
          .add(SaleLines.KIND, StringType);

  /** The source's word for how it was paid; null: not given. */
  public static final String TENDER = "tender";

  public static final StructType TYPE =
      new StructType()
          .add(FILE, StringType)
          .add(LINE, LongType)
          .add(REASON, StringType)
          .add(DETAIL, StringType)
          .add(RECORD, StringType)
          .add(Sales.STORE_ID, StringType)
          .add(Sales.SALE_ID, StringType)
          .add(Sales.SOLD_AT, TimestampType)
          .add(Sales.BUSINESS_ON, DateType)
          .add(Sales.HOUR, IntegerType)
          .add(Sales.VERSION_AT, TimestampType)
          .add(Sales.TOTAL, SparkTypes.MONEY)
          .add(TENDER, StringType)
          .add(Sales.PAYMENT_METHOD, StringType)
          .add(Sales.PAYMENT_STATUS, StringType)
          .add(Sales.CHANNEL, StringType)
          .add(Sales.CASHIER_KEY, StringType)
          .add(Sales.SHIFT_ID, StringType)
          .add(Sales.IS_RETURN, BooleanType)
          .add(Sales.IS_CANCELLED, BooleanType)
          .add(Sales.RETURN_OF_SALE_ID, StringType)
          .add(Sales.IS_ANONYMOUS, BooleanType)
          .add(LINES, createArrayType(LINE_TYPE))
          .add(NET, SparkTypes.MONEY)
          .add(DISCOUNTS, SparkTypes.MONEY)
          .add(TAXES, SparkTypes.MONEY)
          .add(UNITS, createDecimalType(14, 3));

  private Fragments() {}
}
