package org.colmado.insights.plantednone;

import io.delta.tables.DeltaTable;
import okhttp3.OkHttpClient;

/** An empty name in a package without a floor, that uses what only one place may use. */
final class DateUtils {
  private DateUtils() {}

  @SuppressWarnings("JavaUtilDate")
  static Object[] used(DeltaTable table) {
    return new Object[] {new java.util.Date(), new OkHttpClient(), table.toDF()};
  }
}
