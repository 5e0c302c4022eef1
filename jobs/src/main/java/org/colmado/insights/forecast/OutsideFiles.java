package org.colmado.insights.forecast;

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
 * Reads the optional files of what goes on outside a store; days to come may be in both.
 *
 * <ul>
 *   <li>{@code weather.csv}: store_id, on, rain_mm, temperature_max_c (of the day; nothing: not
 *       known)
 *   <li>{@code events.csv}: store_id, from_on, to_on (included), event, a kind of which there is
 *       more than one
 * </ul>
 *
 * A row of no store_id is of all stores.
 *
 * @param files where they may be
 */
public record OutsideFiles(OptionalFiles files) {
  private static final String ON = "on";

  private static final OptionalFile WEATHER =
      new OptionalFile(
          "weather.csv",
          ON,
          List.of(
              Cell.text(OutsideDays.STORE_ID).orNone(),
              Cell.day(ON),
              Cell.number(OutsideDays.RAIN_MM, 0, 2_000).orNone(),
              Cell.number(OutsideDays.TEMPERATURE_MAX_C, -60, 60).orNone()));

  private static final OptionalFile EVENTS =
      new OptionalFile(
          "events.csv",
          OutsideDays.EVENT,
          List.of(
              Cell.text(OutsideDays.STORE_ID).orNone(),
              Cell.day(OutsideDays.FROM_ON),
              Cell.dayFrom(OutsideDays.TO_ON, OutsideDays.FROM_ON),
              Cell.text(OutsideDays.EVENT)));

  /** Rows in the columns of {@link OutsideDays#SCHEMA}; empty: there is neither file. */
  public Optional<Dataset<Row>> read() {
    Optional<Dataset<Row>> weather =
        files
            .read(WEATHER)
            .map(
                rows ->
                    rows.withColumn(OutsideDays.FROM_ON, col(ON))
                        .withColumn(OutsideDays.TO_ON, col(ON)));

    return Stream.of(weather, files.read(EVENTS))
        .flatMap(Optional::stream)
        .map(OutsideFiles::inAllColumns)
        .reduce(Dataset::union);
  }

  private static Dataset<Row> inAllColumns(Dataset<Row> rows) {
    List<String> given = List.of(rows.columns());

    return rows.select(
        Stream.of(OutsideDays.SCHEMA.fields())
            .map(field -> given.contains(field.name()) ? col(field.name()) : none(field))
            .toArray(Column[]::new));
  }

  private static Column none(StructField field) {
    return lit(null).cast(field.dataType()).as(field.name());
  }
}
