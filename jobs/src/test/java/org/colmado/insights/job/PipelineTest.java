package org.colmado.insights.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.colmado.insights.calendar.ShopCalendar;
import org.colmado.insights.simulate.Mess;
import org.colmado.insights.simulate.Simulation;
import org.colmado.insights.table.Columns;
import org.colmado.insights.table.IngestedFiles;
import org.colmado.insights.table.JobRuns;
import org.colmado.insights.table.Lake;
import org.colmado.insights.table.Sales;
import org.colmado.insights.table.Segments;
import org.colmado.insights.table.Stores;
import org.colmado.insights.table.TableSpec;
import org.colmado.insights.table.Tables;
import org.colmado.insights.table.TransactionFeatures;
import org.colmado.insights.testing.SparkExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A shop's first nights, one after another over one lake. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PipelineTrial {
  private static final LocalDate LAST_DAY = LocalDate.of(2026, 1, 31);
  private static final LocalDate NEXT_DAY = LAST_DAY.plusDays(1);
  private static final LocalDate DAY_AFTER = LAST_DAY.plusDays(2);
  private static final int DAYS = 10;
  private static final int TICKETS_PER_DAY = 60;

  @TempDir static Path folder;

  private static MiniShop shop;

  @BeforeAll
  static void simulate() throws IOException {
    shop = MiniShop.in(folder);
    ShopCalendar calendar = ShopCalendar.read("do", Path.of("../conf/calendars/do.yaml"));
    new Simulation(1, DAYS, 7, LAST_DAY, shop.inbox(), calendar, TICKETS_PER_DAY, 0, Mess.usual())
        .run();
    Nightly.run(shop.run(LAST_DAY));
  }

  @Test
  @Order(1)
  void addsUpToTheTruth() throws IOException {
    List<String> totals = Files.readAllLines(shop.inbox().resolve("truth/totals.csv"));
    String[] truth = totals.get(1).split(",", -1);
    Dataset<Row> sales = lake().read(Sales.TABLE);
    Row tickets =
        sales
            .where(not(col(Sales.IS_RETURN)).and(not(col(Sales.IS_CANCELLED))))
            .agg(expr("count(*)"))
            .first();
    BigDecimal net = sales.agg(sum(Sales.NET_TOTAL)).first().getDecimal(0);

    assertThat(totals).hasSize(2);
    assertThat(tickets.getLong(0)).isEqualTo(Long.parseLong(truth[1]));
    assertThat(net).isEqualByComparingTo(truth[2]);

    Row records = lake().read(IngestedFiles.TABLE).agg(sum(IngestedFiles.ROWS_IN)).first();
    assertThat(records.getLong(0)).isEqualTo(Long.parseLong(truth[3]) + Long.parseLong(truth[4]));
  }

  @Test
  @Order(2)
  void losesNoRecord() {
    Row ingest = lake().read(JobRuns.TABLE).where(col(JobRuns.STAGE).equalTo("ingest")).first();
    long in = ingest.getAs(JobRuns.ROWS_IN);
    long accepted = ingest.getAs(JobRuns.ROWS_OUT);
    long rejected = ingest.getAs(JobRuns.ROWS_REJECTED);
    long duplicate = ingest.getAs(JobRuns.ROWS_DUPLICATE);

    assertThat(in).isEqualTo(accepted + rejected + duplicate);
    assertThat(rejected).isPositive();
    assertThat(lake().read(JobRuns.TABLE).where("status <> 'done'").count()).isZero();
  }

  @Test
  @Order(3)
  void sharesOfATypeAddToOne() {
    List<Row> types =
        lake()
            .read(Segments.TABLE)
            .groupBy(Segments.SEGMENT_TYPE)
            .agg(sum(Segments.TRANSACTION_SHARE), sum(Segments.REVENUE_SHARE))
            .collectAsList();

    assertThat(types).hasSize(3);
    for (Row type : types) {
      assertThat(type.getDouble(1)).isCloseTo(1, within(1e-9));
      assertThat(type.getDouble(2)).isCloseTo(1, within(1e-9));
    }
  }

  @Test
  @Order(4)
  void everyNumberIsANumber() {
    for (TableSpec table : Tables.ALL) {
      for (StructField field : table.schema().fields()) {
        String odd = "isnan(v) OR abs(v) = double('Infinity')";
        String name = field.name();
        if (field.dataType().equals(DataTypes.DoubleType)) {
          assertNone(table, odd.replace("v)", name + ")"), name);
        } else if (field.dataType() instanceof MapType map
            && map.valueType().equals(DataTypes.DoubleType)) {
          assertNone(table, "exists(map_values(" + name + "), v -> " + odd + ")", name);
        }
      }
    }
  }

  @Test
  @Order(5)
  void changesNoRowTheSecondTime() {
    Map<String, List<String>> before = rows();
    Nightly.run(shop.run(LAST_DAY));

    assertThat(rows()).isEqualTo(before);
  }

  @Test
  @Order(6)
  void buildsTheNewDayAlone() throws IOException {
    Files.writeString(
        shop.inbox().resolve("next.jsonl"),
        MiniShop.sale("hand-1", NEXT_DAY, 2, "50.25", NEXT_DAY)
            + MiniShop.sale("hand-2", NEXT_DAY, 1, "99.00", NEXT_DAY));
    Nightly.run(shop.run(NEXT_DAY));

    assertThat(daysBuiltAt(NEXT_DAY)).containsExactly(NEXT_DAY);
    assertThat(total("hand-1")).isEqualByComparingTo("100.50");
  }

  @Test
  @Order(7)
  void picksUpTheCorrectionOfAnEarlierDay() throws IOException {
    Files.writeString(
        shop.inbox().resolve("corrected.jsonl"),
        MiniShop.sale("hand-1", NEXT_DAY, 3, "50.25", DAY_AFTER)
            + MiniShop.sale("hand-3", DAY_AFTER, 1, "10.00", DAY_AFTER));
    Nightly.run(shop.run(DAY_AFTER));

    assertThat(daysBuiltAt(DAY_AFTER)).containsExactly(NEXT_DAY, DAY_AFTER);
    assertThat(total("hand-1")).isEqualByComparingTo("150.75");
  }

  @Test
  @Order(8)
  void takesAStoreOfAnotherCountryBeside() throws IOException {
    Path pizzas = folder.resolve("pizzas.csv");
    Files.writeString(
        pizzas,
        """
        order_id,order_date,order_time,pizza_name,pizza_category,pizza_size,quantity,unit_price
        1,2015-01-01,11:38:36,The Hawaiian Pizza,Classic,M,1,13.25
        2,2015-01-01,11:57:40,The Classic Deluxe Pizza,Classic,M,1,16
        2,2015-01-01,11:57:40,The Five Cheese Pizza,Veggie,L,2,18.5
        3,2015-01-02,12:12:28,The Hawaiian Pizza,Classic,M,1,13.25
        """);

    assertThat(shop.execute("ingest", "--source", "maven-pizza", pizzas.toString()).exit())
        .isZero();
    Run night = shop.run(DAY_AFTER);
    Nightly.run(night);

    Row pizzeria =
        lake()
            .read(Sales.TABLE)
            .where("store_id = 'maven-pizza'")
            .agg(expr("count(*)"), sum(Sales.NET_TOTAL))
            .first();
    assertThat(pizzeria.getLong(0)).isEqualTo(3);
    assertThat(pizzeria.getDecimal(1)).isEqualByComparingTo("79.50");
    assertThat(lake().read(Stores.TABLE).count()).isEqualTo(2);
    assertThat(lake().read(TransactionFeatures.TABLE).where("store_id = 'maven-pizza'").count())
        .isEqualTo(3);
  }

  @Test
  @Order(9)
  void tellsTheOwnerWhatItFound() throws IOException {
    assertThat(summary())
        .contains("Tienda maven-pizza", "USD 79.50", "Datos hasta el lunes 2 de febrero de 2026")
        .contains("RD$", "¡Ojo!", "A qué vienen:", "Cuándo vienen:")
        .contains("Mejores horas:", "Sin categoría:")
        .doesNotContain("null", "NaN");

    shop.setting("language: es", "language: en");
    assertThat(summary()).contains("Store maven-pizza", "What they come for:");
    shop.setting("calendar: do", "calendar: none");
    Nightly.run(shop.run(DAY_AFTER));
  }

  private static String summary() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Summary.print(shop.run(DAY_AFTER), new PrintStream(bytes, true, StandardCharsets.UTF_8));
    String text = bytes.toString(StandardCharsets.UTF_8);
    System.err.println(text);
    return text;
  }

  private static Lake lake() {
    return new Lake(SparkExtension.session(), shop.lake());
  }

  private static void assertNone(TableSpec table, String condition, String column) {
    assertThat(lake().read(table).where(condition).count())
        .as("%s.%s is a number", table.name(), column)
        .isZero();
  }

  private static List<LocalDate> daysBuiltAt(LocalDate asOf) {
    return lake()
        .read(TransactionFeatures.TABLE)
        .where(col(Columns.AS_OF).equalTo(asOf))
        .select(TransactionFeatures.BUSINESS_ON)
        .distinct()
        .orderBy(TransactionFeatures.BUSINESS_ON)
        .collectAsList()
        .stream()
        .map(row -> row.getLocalDate(0))
        .toList();
  }

  private static BigDecimal total(String sale) {
    return lake()
        .read(TransactionFeatures.TABLE)
        .where(col(TransactionFeatures.SALE_ID).equalTo(sale))
        .select(TransactionFeatures.TOTAL_VALUE)
        .first()
        .getDecimal(0);
  }

  /** Every row of every table but job_runs, which grows by what ran. */
  private static Map<String, List<String>> rows() {
    Map<String, List<String>> rows = new TreeMap<>();
    for (TableSpec table : Tables.ALL) {
      if (!table.equals(JobRuns.TABLE)) {
        String[] sorted =
            lake().read(table).collectAsList().stream().map(Row::toString).toArray(String[]::new);
        Arrays.sort(sorted);
        rows.put(table.name(), List.of(sorted));
      }
    }
    return rows;
  }
}
