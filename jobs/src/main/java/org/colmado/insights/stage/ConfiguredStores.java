package org.colmado.insights.stage;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.colmado.insights.config.BadInputException;
import org.colmado.insights.config.SourceMapping;
import org.colmado.insights.config.StoreSettings;
import org.colmado.insights.lake.SparkTypes;
import org.colmado.insights.run.Run;
import org.colmado.insights.schema.Columns;
import org.colmado.insights.schema.TableRow;
import org.colmado.insights.table.Sales;
import org.colmado.insights.table.Stores;

/** Maintains {@link Stores}: the settings with which each store's sales are processed. */
final class ConfiguredStores {
  private ConfiguredStores() {}

  /** Writes the stores with tickets that are new or whose settings changed. */
  static void write(Run run, SourceMapping mapping, Set<String> stores) {
    Map<String, Row> known = new HashMap<>();
    for (Row row : run.small().rows(Stores.TABLE)) {
      known.put(row.getString(0), row);
    }

    List<Row> changed = new ArrayList<>();
    for (String id : stores) {
      Row row = row(id, run.config().store(id, mapping.storeOverrides()));
      refuseOtherClock(known.get(id), row);
      if (!row.equals(known.get(id))) {
        changed.add(row);
      }
    }
    List<Row> others = changed.stream().filter(row -> known.containsKey(row.getString(0))).toList();
    if (!others.isEmpty()) {
      touchSales(run, others);
    }
    run.small().upsert(Stores.TABLE, changed);
  }

  private static Row row(String id, StoreSettings store) {
    return SparkTypes.row(
        TableRow.of(Stores.TABLE)
            .with(Columns.STORE_ID, id)
            .with(Stores.TIME_ZONE, store.timeZone().getId())
            .with(Stores.CURRENCY, store.currency())
            .with(Stores.DAY_STARTS_AT_MINUTE, store.businessDayStartsAtMinute())
            .with(Stores.CALENDAR_ID, store.calendar())
            .with(
                Stores.OPENING_HOURS,
                scala.jdk.javaapi.CollectionConverters.asScala(store.openingHours())
                    .toMap(scala.$less$colon$less$.MODULE$.refl())));
  }

  /**
   * Refuses a changed time zone or day start: business days are assigned at ingestion, so the lake
   * would mix two definitions.
   */
  private static void refuseOtherClock(Row known, Row given) {
    if (known != null && !clock(known).equals(clock(given))) {
      throw new BadInputException(
          ("Cannot ingest store %s: its sales in this lake were counted by time zone, currency and"
                  + " first minute of the day %s, found %s. Set them back in the settings, or read"
                  + " all files into a new lake.")
              .formatted(known.getString(0), clock(known), clock(given)));
    }
  }

  private static List<Object> clock(Row store) {
    return List.of(store.get(1), store.get(2), store.get(3));
  }

  /**
   * Marks sales of stores with a changed calendar or opening hours, so that their days are rebuilt.
   */
  private static void touchSales(Run run, List<Row> stores) {
    Dataset<Row> touched =
        run.lake()
            .rows(Stores.TABLE, stores)
            .select(col(Stores.STORE_ID), lit(run.touchedAt()).as(Sales.INGESTED_AT));
    run.lake().update(Sales.TABLE, touched, List.of(Sales.STORE_ID), List.of(Sales.INGESTED_AT));
  }
}
