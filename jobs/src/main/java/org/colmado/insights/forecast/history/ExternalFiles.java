package org.colmado.insights.forecast.history;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.colmado.insights.lake.OptionalFile;
import org.colmado.insights.lake.OptionalFile.Cell;
import org.colmado.insights.lake.OptionalFiles;

/**
 * Reads the optional files about the world outside the store. Both may contain future days.
 *
 * <ul>
 *   <li>{@code weather.csv}: store_id, on, rain_mm, temperature_max_c (of the day; empty: not
 *       known)
 *   <li>{@code events.csv}: store_id, from_on, to_on (included), event (a kind that occurs more
 *       than once)
 * </ul>
 *
 * A row without store_id holds for all stores.
 *
 * @param files where to look for them
 */
public record ExternalFiles(OptionalFiles files) {
  private static final String ON = "on";

  private static final OptionalFile WEATHER =
      new OptionalFile(
          "weather.csv",
          ON,
          List.of(
              Cell.text(ExternalDays.STORE_ID).orNone(),
              Cell.day(ON),
              Cell.number(ExternalDays.RAIN_MM, 0, 2_000).orNone(),
              Cell.number(ExternalDays.TEMPERATURE_MAX_C, -60, 60).orNone()));

  private static final OptionalFile EVENTS =
      new OptionalFile(
          "events.csv",
          ExternalDays.EVENT,
          List.of(
              Cell.text(ExternalDays.STORE_ID).orNone(),
              Cell.day(ExternalDays.FROM_ON),
              Cell.dayFrom(ExternalDays.TO_ON, ExternalDays.FROM_ON),
              Cell.text(ExternalDays.EVENT)));

  /** Rows in the columns of {@link ExternalDays#SCHEMA}; empty if neither file exists. */
  public Optional<Dataset<Row>> read() {
    Optional<Dataset<Row>> weather =
        files
            .read(WEATHER)
            .map(
                rows ->
                    rows.withColumn(ExternalDays.FROM_ON, col(ON))
                        .withColumn(ExternalDays.TO_ON, col(ON)));

    return Stream.of(weather, files.read(EVENTS))
        .flatMap(Optional::stream)
        .map(ExternalFiles::inAllColumns)
        .reduce(Dataset::union);
  }

  private static Dataset<Row> inAllColumns(Dataset<Row> rows) {
    List<String> given = List.of(rows.columns());

    return rows.select(
        Stream.of(ExternalDays.SCHEMA.fields())
            .map(field -> given.contains(field.name()) ? col(field.name()) : none(field))
            .toArray(Column[]::new));
  }

  private static Column none(StructField field) {
    return lit(null).cast(field.dataType()).as(field.name());
  }
}
