package org.colmado.insights.testing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.colmado.insights.lake.SparkTypes;
import org.colmado.insights.schema.ColumnType;
import org.colmado.insights.schema.ColumnType.TableColumn;
import org.colmado.insights.schema.TableSpec;
import org.colmado.insights.table.CalendarDays;
import org.colmado.insights.table.DemandForecast;
import org.colmado.insights.table.ForecastOverrides;
import org.colmado.insights.table.HourlySales;
import org.colmado.insights.table.OfferAccuracy;
import org.colmado.insights.table.SaleLines;
import org.colmado.insights.table.Sales;
import org.colmado.insights.table.Segments;
import org.colmado.insights.table.Stores;
import org.colmado.insights.table.TransactionFeatures;

/**
 * Rows of the tables for tests that care for a few columns: the others have a default or are null.
 * Dates, instants and amounts may be given as text.
 */
public final class ShopRows {
  /** Store of every row unless it says another: in Santo Domingo, its day begins at 04:00. */
  public static final String STORE = "ana";

  /** Business day of every row unless it says another: a Friday. */
  public static final String FRIDAY = "2026-08-14";

  private static final String NOON = FRIDAY + "T16:00:00Z";

  private ShopRows() {}

  /** A row of the stores, with pairs of column and value. */
  public static Row store(Object... pairs) {
    Map<String, Object> row = new HashMap<>();
    row.put(Stores.STORE_ID, STORE);
    row.put(Stores.TIME_ZONE, "America/Santo_Domingo");
    row.put(Stores.CURRENCY, "DOP");
    row.put(Stores.DAY_STARTS_AT_MINUTE, 240);
    row.put(Stores.CALENDAR_ID, "do");
    row.put(Stores.OPENING_HOURS, Map.of());
    return row(Stores.TABLE, row, pairs);
  }

  /** A row of the calendar {@code do}: an ordinary Friday. */
  public static Row day(Object... pairs) {
    Map<String, Object> row = new HashMap<>();
    row.put(CalendarDays.CALENDAR_ID, "do");
    row.put(CalendarDays.ON, FRIDAY);
    row.put(CalendarDays.IS_HOLIDAY, false);
    return row(CalendarDays.TABLE, row, pairs);
  }

  /** A ticket over RD$100, sold at noon. */
  public static Row sale(Object... pairs) {
    Map<String, Object> row = new HashMap<>();
    row.put(Sales.STORE_ID, STORE);
    row.put(Sales.SALE_ID, "t");
    row.put(Sales.SOLD_AT, NOON);
    row.put(Sales.BUSINESS_ON, FRIDAY);
    row.put(Sales.HOUR, 12);
    row.put(Sales.TOTAL, 100);
    row.put(Sales.NET_TOTAL, 100);
    row.put(Sales.DISCOUNT_TOTAL, 0);
    row.put(Sales.LINE_COUNT, 1);
    row.put(Sales.PAYMENT_METHOD, "cash");
    row.put(Sales.CHANNEL, "counter");
    row.put(Sales.IS_RETURN, false);
    row.put(Sales.IS_CANCELLED, false);
    row.put(Sales.IS_ANONYMOUS, true);
    row.put(Sales.INGESTED_AT, NOON);
    return row(Sales.TABLE, row, pairs);
  }

  /** A line of staples over RD$100 with no quantity. */
  public static Row line(Object... pairs) {
    Map<String, Object> row = new HashMap<>();
    row.put(SaleLines.STORE_ID, STORE);
    row.put(SaleLines.SALE_ID, "t");
    row.put(SaleLines.LINE_NO, 1);
    row.put(SaleLines.CATEGORY, "staples");
    row.put(SaleLines.AMOUNT, 100);
    row.put(SaleLines.DISCOUNT, 0);
    return row(SaleLines.TABLE, row, pairs);
  }

  /** Features of a visit: RD$100 of staples at noon, paid in cash. */
  public static Row visit(Object... pairs) {
    Map<String, Object> row = new HashMap<>();
    row.put(TransactionFeatures.STORE_ID, STORE);
    row.put(TransactionFeatures.SALE_ID, "t");
    row.put(TransactionFeatures.BUSINESS_ON, FRIDAY);
    row.put(TransactionFeatures.HOUR_OF_DAY, 12);
    row.put(TransactionFeatures.DAY_OF_WEEK, 5);
    row.put(TransactionFeatures.TOTAL_VALUE, 100);
    row.put(TransactionFeatures.LINE_COUNT, 2);
    row.put(TransactionFeatures.CATEGORIES, List.of("staples"));
    row.put(TransactionFeatures.MAIN_CATEGORY, "staples");
    row.put(TransactionFeatures.CATEGORY_WEIGHTS, Map.of("staples", 1.0));
    row.put(TransactionFeatures.PAYMENT_METHOD, "cash");
    row.put(TransactionFeatures.IS_ANONYMOUS, true);
    row.put(TransactionFeatures.IS_VISIT, true);
    row.put(TransactionFeatures.SALE_INGESTED_AT, NOON);
    return row(TransactionFeatures.TABLE, row, pairs);
  }

  /** An open hour without a sale. */
  public static Row hour(Object... pairs) {
    Map<String, Object> row = new HashMap<>();
    row.put(HourlySales.STORE_ID, STORE);
    row.put(HourlySales.BUSINESS_ON, FRIDAY);
    row.put(HourlySales.HOUR, 12);
    row.put(HourlySales.STATE, HourlySales.OPEN);
    row.put(HourlySales.TICKETS, 0L);
    row.put(HourlySales.REVENUE, 0);
    return row(HourlySales.TABLE, row, pairs);
  }

  /** A segment's profile: its type and its share of the visits. */
  public static Row segment(String type, double share) {
    Map<String, Object> row = new HashMap<>();
    row.put(Segments.STORE_ID, STORE);
    row.put(Segments.SEGMENT_TYPE, type);
    row.put(Segments.TRANSACTION_SHARE, share);
    return row(Segments.TABLE, row);
  }

  /** A forecast of ten tickets at noon, made the day before. */
  public static Row forecast(Object... pairs) {
    Map<String, Object> row = new HashMap<>();
    row.put(DemandForecast.STORE_ID, STORE);
    row.put(DemandForecast.AS_OF, LocalDate.parse(FRIDAY).minusDays(1));
    row.put(DemandForecast.GRANULARITY, DemandForecast.HOUR);
    row.put(DemandForecast.TARGET_ON, FRIDAY);
    row.put(DemandForecast.TARGET_HOUR, 12);
    row.put(DemandForecast.MEASURE, DemandForecast.TICKETS);
    row.put(DemandForecast.YHAT, 10.0);
    row.put(DemandForecast.HI80, 15.0);
    row.put(DemandForecast.STATUS, "ok");
    return row(DemandForecast.TABLE, row, pairs);
  }

  /** A number of the owner for a whole day of tickets, entered two days before. */
  public static Row entry(Object... pairs) {
    Map<String, Object> row = new HashMap<>();
    row.put(ForecastOverrides.STORE_ID, STORE);
    row.put(ForecastOverrides.TARGET_ON, FRIDAY);
    row.put(ForecastOverrides.TARGET_HOUR, DemandForecast.NO_HOUR);
    row.put(ForecastOverrides.MEASURE, DemandForecast.TICKETS);
    row.put(ForecastOverrides.ENTERED_AT, "2026-08-12T12:00:00Z");
    return row(ForecastOverrides.TABLE, row, pairs);
  }

  /** A row of a table of which nothing is known but this. */
  public static Row of(TableSpec table, Map<String, Object> values) {
    return row(table, values);
  }

  /** How offers did in a store. */
  public static Row tried(Object... pairs) {
    return row(OfferAccuracy.TABLE, Map.of(), pairs);
  }

  /** The rows as the table has them, but that any column may be null. */
  public static Dataset<Row> of(TableSpec table, List<Row> rows) {
    StructType schema = new StructType();
    for (TableColumn column : table.schema().columns()) {
      schema = schema.add(column.name(), SparkTypes.of(column.type()));
    }
    return SparkExtension.session().createDataFrame(rows, schema);
  }

  /** The rows as the table has them, but that any column may be null. */
  public static Dataset<Row> of(TableSpec table, Row... rows) {
    return of(table, Arrays.asList(rows));
  }

  /** The rows as a run remembers them. */
  public static List<Row> rows(TableSpec table, Row... rows) {
    return of(table, rows).collectAsList();
  }

  private static Row row(TableSpec table, Map<String, Object> defaults, Object... pairs) {
    Map<String, Object> values = new HashMap<>(defaults);
    for (int i = 0; i < pairs.length; i += 2) {
      table.schema().indexOf((String) pairs[i]);
      values.put((String) pairs[i], pairs[i + 1]);
    }
    return RowFactory.create(
        table.schema().columns().stream()
            .map(column -> typed(column.type(), values.get(column.name())))
            .toArray());
  }

  private static Object typed(ColumnType type, Object value) {
    if (value instanceof Number && type instanceof ColumnType.DecimalOf) {
      return new BigDecimal(value.toString());
    }
    if (value instanceof String text && type instanceof ColumnType.DecimalOf) {
      return new BigDecimal(text);
    }
    if (value instanceof String text && type == ColumnType.DATE) {
      return LocalDate.parse(text);
    }
    if (value instanceof String text && type == ColumnType.TIMESTAMP) {
      return Instant.parse(text);
    }
    return value;
  }
}
