package org.colmado.insights.job;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.colmado.insights.config.BadInputException;
import org.colmado.insights.config.SourceMapping;
import org.colmado.insights.config.StoreSettings;
import org.colmado.insights.table.Sales;
import org.colmado.insights.table.Stores;

/** Keeps {@link Stores}: the settings by which each store's sales are counted. */
final class StoreRows {
  private StoreRows() {}

  /** Writes the stores of the tickets, where they are new or their settings changed. */
  static void write(Run run, SourceMapping mapping, Dataset<Row> tickets) {
    Map<String, Row> known = new HashMap<>();
    for (Row row : run.lake().read(Stores.TABLE).collectAsList()) {
      known.put(row.getString(0), row);
    }

    List<Row> changed = new ArrayList<>();
    for (Row ticket : tickets.select(Sales.STORE_ID).distinct().collectAsList()) {
      String id = ticket.getString(0);
      Row row = row(id, run.config().store(id, mapping.storeOverrides()));
      refuseOtherClock(known.get(id), row);
      if (!row.equals(known.get(id))) {
        changed.add(row);
      }
    }
    if (!changed.isEmpty()) {
      Dataset<Row> rows = run.spark().createDataFrame(changed, Stores.TABLE.schema());
      run.lake().merge(Stores.TABLE, rows);
    }
  }

  private static Row row(String id, StoreSettings store) {
    return RowFactory.create(
        id,
        store.timeZone().getId(),
        store.currency(),
        store.businessDayStartsAtMinute(),
        store.calendar(),
        scala.jdk.javaapi.CollectionConverters.asScala(store.openingHours())
            .toMap(scala.$less$colon$less$.MODULE$.refl()));
  }

  /**
   * Days are counted when sales are read; a lake of two ways of counting would add up to neither.
   */
  private static void refuseOtherClock(Row known, Row given) {
    if (known != null
        && !(known.getString(1).equals(given.getString(1)) && known.get(3).equals(given.get(3)))) {
      throw new BadInputException(
          "Cannot ingest store %s: its sales in this lake were counted with time-zone %s and days from"
                  .formatted(known.getString(0), known.getString(1))
              + " minute %s, found %s and %s. Set them back, or read all files into a new lake."
                  .formatted(known.get(3), given.getString(1), given.get(3)));
    }
  }
}
