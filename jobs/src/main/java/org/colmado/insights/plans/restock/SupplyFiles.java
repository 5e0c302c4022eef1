package org.colmado.insights.plans.restock;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.colmado.insights.lake.OptionalFile;
import org.colmado.insights.lake.OptionalFile.Cell;
import org.colmado.insights.lake.OptionalFiles;
import org.colmado.insights.products.ProductNames;
import org.colmado.insights.table.SaleLines;

/**
 * Reads the owner's optional supply files.
 *
 * <ul>
 *   <li>{@code stock.csv}: store_id, counted_on, description, units_on_hand, after the close of the
 *       day
 *   <li>{@code costs.csv}: store_id, valid_from, description, unit_cost, store currency
 *   <li>{@code suppliers.csv}: description, supplier, lead_time_days, delivery_weekdays (0 Sunday
 *       to 6 Saturday, with blanks between), case_units, shelf_life_days
 *   <li>{@code deliveries.csv}: store_id, due_on, description, ordered units
 * </ul>
 *
 * @param files where to look for them
 */
public record SupplyFiles(OptionalFiles files) {
  private static final String DESCRIPTION = "description";

  private static final OptionalFile STOCK =
      of("stock.csv", Cell.text("store_id"), Cell.day("counted_on"), Cell.amount("units_on_hand"));

  private static final OptionalFile COSTS =
      of("costs.csv", Cell.text("store_id"), Cell.day("valid_from"), Cell.amount("unit_cost"));

  private static final OptionalFile SUPPLIERS =
      of(
          "suppliers.csv",
          Cell.text("supplier"),
          Cell.whole("lead_time_days", 0, 365),
          Cell.weekdays("delivery_weekdays"),
          Cell.whole("case_units", 1, 100_000),
          Cell.whole("shelf_life_days", 1, 36_500));

  private static final OptionalFile DELIVERIES =
      of("deliveries.csv", Cell.text("store_id"), Cell.day("due_on"), Cell.amount("units"));

  private static OptionalFile of(String name, Cell... cells) {
    List<Cell> all = Stream.concat(Stream.of(Cell.text(DESCRIPTION)), Stream.of(cells)).toList();

    return new OptionalFile(name, DESCRIPTION, all);
  }

  /** Reads all of them. */
  public Supplies read() {
    return new Supplies(read(STOCK), read(COSTS), read(SUPPLIERS), read(DELIVERIES));
  }

  /** Rows with a product_key; empty if there is no such file. */
  private Optional<Dataset<Row>> read(OptionalFile file) {
    return files
        .read(file)
        .map(rows -> rows.withColumn(SaleLines.PRODUCT_KEY, ProductNames.keyOf(col(DESCRIPTION))));
  }
}
