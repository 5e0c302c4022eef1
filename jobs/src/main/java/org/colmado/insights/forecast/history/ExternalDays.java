package org.colmado.insights.forecast.history;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.Collection;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.colmado.insights.table.Sales;

/**
 * Weather and events of days, as read from the owner's files.
 *
 * @param rows in the columns of {@link #SCHEMA}
 */
public record ExternalDays(Dataset<Row> rows) {
  static final String STORE_ID = Sales.STORE_ID;
  static final String FROM_ON = "from_on";
  static final String TO_ON = "to_on";
  static final String RAIN_MM = "rain_mm";
  static final String TEMPERATURE_MAX_C = "temperature_max_c";
  static final String EVENT = "event";

  /** Nulls: store_id, all stores; weather, not known; event, none. */
  static final StructType SCHEMA =
      new StructType()
          .add(STORE_ID, DataTypes.StringType)
          .add(FROM_ON, DataTypes.DateType)
          .add(TO_ON, DataTypes.DateType)
          .add(RAIN_MM, DataTypes.DoubleType)
          .add(TEMPERATURE_MAX_C, DataTypes.DoubleType)
          .add(EVENT, DataTypes.StringType);

  /** Result column: an array of {@link #DAY} for each store. */
  public static final String DAYS = "outside_days";

  private static final String IS_OWN = "is_own";

  public static final StructType DAY =
      new StructType()
          .add(IS_OWN, DataTypes.BooleanType)
          .add(FROM_ON, DataTypes.DateType)
          .add(TO_ON, DataTypes.DateType)
          .add(RAIN_MM, DataTypes.DoubleType)
          .add(TEMPERATURE_MAX_C, DataTypes.DoubleType)
          .add(EVENT, DataTypes.StringType);

  /** store_id, {@link #DAYS}: the rows of each store and the rows that hold for all stores. */
  public Dataset<Row> byStore(Collection<String> stores) {
    Column isOwn = col(STORE_ID).isNotNull();
    Column every = lit(stores.toArray(String[]::new));
    Column ofStores = when(isOwn, array(col(STORE_ID))).otherwise(every);
    Column day =
        struct(
            isOwn.as(IS_OWN),
            col(FROM_ON),
            col(TO_ON),
            col(RAIN_MM),
            col(TEMPERATURE_MAX_C),
            col(EVENT));

    return rows.select(explode(ofStores).as(STORE_ID), day.as("day"))
        .groupBy(col(STORE_ID))
        .agg(collect_list(col("day")).as(DAYS));
  }
}
