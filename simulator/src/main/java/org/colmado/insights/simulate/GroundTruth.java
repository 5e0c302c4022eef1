package org.colmado.insights.simulate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.colmado.insights.calendar.CalendarDay;
import org.colmado.insights.calendar.ShopCalendar;

/** Writes the truth behind the files. {@code README.md} beside them, a resource, describes each. */
record GroundTruth(
    Path folder, ProductCatalogue catalogue, List<PlantedMission> missions, ShopCalendar calendar) {
  private static final int MIDNIGHT = 24;

  void write(List<StoreGroundTruth> stores) throws IOException {
    readme();
    tickets(stores);
    products();
    rates(stores);
    incidents(stores);
    stockOuts(stores);
    dirty(stores);
    totals(stores);
  }

  private void readme() throws IOException {
    try (InputStream text = GroundTruth.class.getResourceAsStream("/simulate/README.md")) {
      Files.copy(text, folder.resolve("README.md"), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private void tickets(List<StoreGroundTruth> stores) throws IOException {
    try (Csv csv = new Csv(folder.resolve("tickets.csv.gz"), "store_id,sale_id,mission")) {
      for (StoreGroundTruth store : stores) {
        String id = store.shop().id();
        for (int number = 1; number <= store.tickets(); number++) {
          if (store.mission(number) >= 0) {
            csv.row(id, id + "-" + number, missions.get(store.mission(number)).name());
          }
        }
      }
    }
  }

  private void products() throws IOException {
    try (Csv csv = new Csv(folder.resolve("products.csv"), "description,category")) {
      for (Product product : catalogue.products()) {
        csv.row(product.description(), product.category());
      }
    }
  }

  private void rates(List<StoreGroundTruth> stores) throws IOException {
    String header = "store_id,business_on,hour,expected_tickets,is_open,day_factor";
    try (Csv csv = new Csv(folder.resolve("rates.csv.gz"), header)) {
      for (StoreGroundTruth store : stores) {
        for (StoreGroundTruth.DayLuck luck : store.luck()) {
          rates(csv, store, luck);
        }
      }
    }
  }

  private void rates(Csv csv, StoreGroundTruth store, StoreGroundTruth.DayLuck luck)
      throws IOException {
    CalendarDay day = calendar.on(luck.on());
    double[][] expected = store.demand().on(day);
    for (int hour = 0; hour < MIDNIGHT; hour++) {
      int slot = hour == 0 ? MIDNIGHT : hour;
      csv.row(
          store.shop().id(),
          luck.on(),
          hour,
          fourDecimals(Demand.total(expected, slot)),
          store.demand().isOpen(day, slot) ? 1 : 0,
          fourDecimals(luck.dayFactor()));
    }
  }

  private void incidents(List<StoreGroundTruth> stores) throws IOException {
    String header = "store_id,business_on,from_hour,to_hour,kind,description";
    try (Csv csv = new Csv(folder.resolve("anomalies.csv"), header)) {
      for (StoreGroundTruth store : stores) {
        for (Incident incident : store.incidents()) {
          csv.row(
              store.shop().id(),
              incident.on(),
              incident.fromHour(),
              incident.toHour(),
              incident.kind().label(),
              incident.product() == null ? "" : incident.product().description());
        }
      }
    }
  }

  private void stockOuts(List<StoreGroundTruth> stores) throws IOException {
    String header = "store_id,business_on,from_hour,to_hour,description,lost_units";
    try (Csv csv = new Csv(folder.resolve("stockouts.csv"), header)) {
      for (StoreGroundTruth store : stores) {
        for (StockOut stockOut : store.stockOuts()) {
          csv.row(
              store.shop().id(),
              stockOut.on(),
              stockOut.fromHour(),
              stockOut.toHour(),
              stockOut.product().description(),
              stockOut.lostUnits());
        }
      }
    }
  }

  private void dirty(List<StoreGroundTruth> stores) throws IOException {
    Map<String, Long> counts = new TreeMap<>();
    stores.forEach(store -> store.counts().forEach((kind, n) -> counts.merge(kind, n, Long::sum)));
    try (Csv csv = new Csv(folder.resolve("dirty.csv"), "kind,count")) {
      for (Map.Entry<String, Long> kind : counts.entrySet()) {
        csv.row(kind.getKey(), kind.getValue());
      }
    }
  }

  private void totals(List<StoreGroundTruth> stores) throws IOException {
    String header = "store_id,good_tickets,net_revenue,sale_records,return_records";
    try (Csv csv = new Csv(folder.resolve("totals.csv"), header)) {
      for (StoreGroundTruth store : stores) {
        csv.row(
            store.shop().id(),
            store.goodTickets(),
            Money.twoDecimals(store.netCents()),
            store.saleRecords(),
            store.returns());
      }
    }
  }

  /** Without a locale. */
  private static String fourDecimals(double value) {
    long tenThousandths = StrictMath.round(value * 10_000);

    return tenThousandths / 10_000
        + "."
        + String.valueOf(tenThousandths % 10_000 + 10_000).substring(1);
  }
}
