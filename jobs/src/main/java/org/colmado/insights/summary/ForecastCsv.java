package org.colmado.insights.summary;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.format_string;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.colmado.insights.table.BacktestForecasts;
import org.colmado.insights.table.DemandForecast;
import org.colmado.insights.table.Stores;

/**
 * Writes back-test forecasts of hours and days to a CSV file: origin, target_ts (the store's local
 * time), series, yhat, lo80, hi80, lo95, hi95, store.
 */
public final class ForecastCsv {
  private ForecastCsv() {}

  public static void write(Dataset<Row> trials, Dataset<Row> stores, Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      try (PrintStream csv =
          new PrintStream(Files.newOutputStream(file), false, StandardCharsets.UTF_8)) {
        Csv.print(AnswerRows.of(from(trials, stores)), csv);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file, e);
    }
  }

  static Dataset<Row> from(Dataset<Row> trials, Dataset<Row> stores) {
    Column hour = col(BacktestForecasts.TARGET_HOUR);
    Column isHour = col(BacktestForecasts.GRANULARITY).equalTo(DemandForecast.HOUR);
    Column isTomorrow = hour.multiply(60).lt(col(Stores.DAY_STARTS_AT_MINUTE));
    Column on = col(BacktestForecasts.TARGET_ON);
    Column date = when(isHour.and(isTomorrow), date_add(on, 1)).otherwise(on);
    Column stamp = format_string("%s %02d:00:00", date.cast("string"), hour);
    Column span = when(isHour, lit("hourly_")).otherwise(lit("daily_"));
    Column isWanted =
        col(BacktestForecasts.GRANULARITY)
            .isin(DemandForecast.HOUR, DemandForecast.DAY)
            .and(
                col(BacktestForecasts.MEASURE)
                    .isin(DemandForecast.TICKETS, DemandForecast.REVENUE));

    return trials
        .where(isWanted)
        .join(broadcast(stores), BacktestForecasts.STORE_ID)
        .select(
            col(BacktestForecasts.ORIGIN_ON).as("origin"),
            when(isHour, stamp).otherwise(on.cast("string")).as("target_ts"),
            concat(span, col(BacktestForecasts.MEASURE)).as("series"),
            col(BacktestForecasts.YHAT),
            col(BacktestForecasts.LO80),
            col(BacktestForecasts.HI80),
            col(BacktestForecasts.LO95),
            col(BacktestForecasts.HI95),
            col(BacktestForecasts.STORE_ID).as("store"))
        .orderBy("store", "series", "origin", "target_ts");
  }
}
