package org.colmado.insights.table;

import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.colmado.insights.table.Columns.required;

import java.util.List;
import org.apache.spark.sql.types.StructType;

/** What is expected of the hours, days and weeks to come. Every forecast ever made is kept. */
public final class DemandForecast {
  public static final String STORE_ID = Columns.STORE_ID;
  public static final String AS_OF = Columns.AS_OF;
  public static final String GRANULARITY = "granularity";
  public static final String TARGET_ON = "target_on";
  public static final String TARGET_HOUR = "target_hour";
  public static final String MEASURE = "measure";
  public static final String YHAT = "yhat";
  public static final String LO80 = "lo80";
  public static final String HI80 = "hi80";
  public static final String LO95 = "lo95";
  public static final String HI95 = "hi95";
  public static final String MODEL = "model";
  public static final String STATUS = "status";

  public static final String HOUR = "hour";
  public static final String DAY = "day";
  public static final String TICKETS = "tickets";

  /** What the measure of a category's revenue begins with. */
  public static final String REVENUE_OF = "revenue:";

  public static final TableSpec TABLE =
      new TableSpec(
          "demand_forecast",
          "One row per store, as-of day, granularity, target and measure",
          List.of(STORE_ID, AS_OF, GRANULARITY, TARGET_ON, TARGET_HOUR, MEASURE),
          new StructType()
              .add(Columns.storeId())
              .add(Columns.asOf())
              .add(required(GRANULARITY, StringType, "hour, day or week"))
              .add(required(TARGET_ON, DateType, "Business day; of a week its first"))
              .add(
                  required(
                      TARGET_HOUR, IntegerType, "Hour on the store's clock, 0 to 23; -1: no hour"))
              .add(required(MEASURE, StringType, "tickets, revenue, or revenue: and a category"))
              .add(required(YHAT, DoubleType, "Expected, 0 or more"))
              .add(required(LO80, DoubleType, "Lower end of the 80 % interval, 0 or more"))
              .add(required(HI80, DoubleType, "Upper end of the 80 % interval"))
              .add(required(LO95, DoubleType, "Lower end of the 95 % interval, 0 or more"))
              .add(required(HI95, DoubleType, "Upper end of the 95 % interval"))
              .add(required(MODEL, StringType, "Model the forecast is of"))
              .add(required(STATUS, StringType, "ok; low_data: less than four weeks of sales"))
              .add(Columns.runId()));

  private DemandForecast() {}
}
