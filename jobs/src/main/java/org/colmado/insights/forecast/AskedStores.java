package org.colmado.insights.forecast;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.colmado.insights.table.DemandForecast;
import org.colmado.insights.table.HourlySales;

/** Asks every store, each in one task on its own hours. */
public record AskedStores(StoreAnswer answer) {
  public static final String PLANNED = "planned";
  public static final String PLANNED_LO80 = "planned_lo80";
  public static final String PLANNED_HI80 = "planned_hi80";
  public static final String ASKED = "asked";
  public static final String ASKED_LO80 = "asked_lo80";
  public static final String ASKED_HI80 = "asked_hi80";

  /** What was asked, and how sure it is: see {@link #PART}. */
  public static final String PARTS = "parts";

  public static final String NAME = "name";
  public static final String DAYS = "days";
  public static final String HOLIDAYS = "holidays";
  public static final String IS_CLEAR = "is_clear";
  public static final String IS_ALREADY = "is_already";

  public static final String OF_HOLIDAY = "holiday";
  public static final String OF_PAYDAY = "payday";

  /** Days that such a day, and any holiday, was seen on; whether that tells it from none. */
  static final StructType PART =
      new StructType()
          .add(NAME, StringType)
          .add(DAYS, IntegerType)
          .add(HOLIDAYS, IntegerType)
          .add(IS_CLEAR, BooleanType)
          .add(IS_ALREADY, BooleanType);

  static final StructType ANSWER =
      new StructType()
          .add(DemandForecast.STORE_ID, StringType)
          .add(DemandForecast.MEASURE, StringType)
          .add(PLANNED, DoubleType)
          .add(PLANNED_LO80, DoubleType)
          .add(PLANNED_HI80, DoubleType)
          .add(ASKED, DoubleType)
          .add(ASKED_LO80, DoubleType)
          .add(ASKED_HI80, DoubleType)
          .add(PARTS, DataTypes.createArrayType(PART));

  /**
   * One row a store and measure.
   *
   * @param hours rows of {@link HourlySales}, none after the last day to count
   * @param planned rows of {@link DemandForecast}: of the day asked about, one a store and measure
   * @param stores how many there are: as many partitions
   */
  public Dataset<Row> from(Dataset<Row> hours, Dataset<Row> planned, int stores) {
    Column store = col(HourlySales.STORE_ID);
    Column hour =
        struct(
            col(HourlySales.BUSINESS_ON),
            col(HourlySales.HOUR),
            col(HourlySales.STATE),
            col(HourlySales.TICKETS),
            col(HourlySales.REVENUE));
    Column forecast =
        struct(
            col(DemandForecast.MEASURE),
            col(DemandForecast.YHAT),
            col(DemandForecast.LO80),
            col(DemandForecast.HI80));
    Dataset<Row> forecasts = planned.groupBy(store).agg(collect_list(forecast).as(PLANNED));

    return hours
        .groupBy(store)
        .agg(collect_list(hour).as("hours"))
        .join(forecasts, HourlySales.STORE_ID)
        .repartition(stores, store)
        .select(
            explode(
                    udf(answer, DataTypes.createArrayType(ANSWER))
                        .apply(store, col("hours"), col(PLANNED)))
                .as("answer"))
        .select("answer.*");
  }
}
