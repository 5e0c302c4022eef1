package org.colmado.insights.forecast.run;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.colmado.insights.table.DemandForecast;

/** Columns of the answer to a what-if question: one row for each store and measure. */
public final class WhatIfAnswer {
  public static final String PLANNED = "planned";
  public static final String PLANNED_LO80 = "planned_lo80";
  public static final String PLANNED_HI80 = "planned_hi80";
  public static final String ASKED = "asked";
  public static final String ASKED_LO80 = "asked_lo80";
  public static final String ASKED_HI80 = "asked_hi80";

  /** The effects that were asked about: an array of {@link #PART}. */
  public static final String PARTS = "parts";

  public static final String NAME = "name";
  public static final String DAYS = "days";
  public static final String HOLIDAYS = "holidays";
  public static final String IS_CLEAR = "is_clear";
  public static final String IS_ALREADY = "is_already";

  public static final String OF_HOLIDAY = "holiday";
  public static final String OF_PAYDAY = "payday";

  /**
   * An effect, the number of past days with it and with any holiday, and whether it is significant.
   */
  static final StructType PART =
      new StructType()
          .add(NAME, StringType)
          .add(DAYS, IntegerType)
          .add(HOLIDAYS, IntegerType)
          .add(IS_CLEAR, BooleanType)
          .add(IS_ALREADY, BooleanType);

  static final StructType COLUMNS =
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

  private WhatIfAnswer() {}
}
