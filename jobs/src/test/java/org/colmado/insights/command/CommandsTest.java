package org.colmado.insights.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import org.colmado.insights.config.BadInputException;
import org.colmado.insights.lake.LakeLock;
import org.colmado.insights.lake.TableGroup;
import org.colmado.insights.summary.Workbooks;
import org.colmado.insights.testing.SparkExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the commands print and how they end, over a lake of two tickets. */
class CommandsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 1, 31);

  private static final String CATEGORIES_OF_LINES =
      "SELECT description, l.category, decided_by FROM sale_lines l"
          + " JOIN (SELECT product_key, decided_by FROM product_categories) USING (product_key)"
          + " ORDER BY upper(description)";

  @TempDir static Path folder;

  private static MiniShop shop;

  @BeforeAll
  static void ingestTwoTickets() throws IOException {
    shop = MiniShop.in(folder);
    Path sales = folder.resolve("sales.jsonl");
    Files.writeString(
        sales,
        MiniShop.sale("a-1", DAY, 2, "50.25", DAY) + MiniShop.sale("a-2", DAY, 1, "99.00", DAY));
    MiniShop.Printed ingest = shop.execute("ingest", "--source", "pos-json", sales.toString());
    assertThat(ingest.exit()).isZero();
    assertThat(ingest.out())
        .contains("2 records in = 2 accepted + 0 rejected + 0 duplicate", "199.50 in all");
  }

  @Test
  void leavesTheSessionOfItsCallerOpen() {
    assertThat(shop.execute("query", "SELECT 1").exit()).isZero();
    assertThat(SparkExtension.session().sparkContext().isStopped()).isFalse();
  }

  @Test
  void saysItsVersion() {
    MiniShop.Printed version = MiniShop.printed(() -> Commands.execute("--version"));
    assertThat(version.exit()).isZero();
    assertThat(version.out()).matches("Colmado Insights \\d+\\.\\d+\\.\\d+\\S*\\s*");
  }

  @Test
  void inspectsAFileAndKeepsItsMapping(@TempDir Path other) throws IOException {
    MiniShop till = MiniShop.in(other);
    Path export = other.resolve("ventas.csv");
    Files.writeString(
        export,
        """
        Factura;Fecha;Hora;Artículo;Cant.;Importe;Tipo
        1;20/01/2026;10:00;Cerveza;2;300,00;VENTA
        1;20/01/2026;10:00;Descuento;1;-30,00;VENTA
        2;20/01/2026;11:00;Pan;1;10,00;VENTA
        3;20/01/2026;12:00;Pan;1;x;VENTA
        4;20/01/2026;13:00;Pan;1;10,00;DEVOLUCIÓN
        """
            + IntStream.range(5, 15)
                .mapToObj(i -> i + ";20/01/2026;14:00;Pan;1;10,00;VENTA\n")
                .collect(Collectors.joining()));
    MiniShop.Printed shown = till.execute("inspect", export.toString());
    assertThat(shown.exit()).isZero();
    assertThat(shown.out())
        .contains("RD$270.00", "12 ticket(s), RD$380.00; descuentos RD$30.00")
        .contains("1 devolución(es) -RD$10.00", "unreadable_amount: 1 registro(s)");
    assertThat(till.execute("ingest", export.toString()).exit()).isEqualTo(2);

    assertThat(till.execute("inspect", export.toString(), "--write", "mi-caja").exit()).isZero();
    MiniShop.Printed ties =
        till.execute(
            "ingest", export.toString(), "--expect-total", "370.00", "--expect-tickets", "12");
    assertThat(ties.out()).contains("mi-caja", "Cuadra con el reporte de la caja");
    assertThat(ties.exit()).isZero();
    MiniShop.Printed differs =
        till.execute("ingest", export.toString(), "--expect-total", "380.00");
    assertThat(differs.exit()).isEqualTo(3);
  }

  @Test
  void aTicketThatTwoFilesHaveCountsOnceInTheTotal() throws IOException {
    Path copy = Files.copy(folder.resolve("sales.jsonl"), folder.resolve("copy.jsonl"));

    assertThat(
            shop.execute(
                    "ingest",
                    "--source",
                    "pos-json",
                    folder.resolve("sales.jsonl").toString(),
                    copy.toString(),
                    "--expect-total",
                    "199.50",
                    "--expect-tickets",
                    "2")
                .exit())
        .isZero();
  }

  @Test
  void endsWithThreeWhereNoFileCanBeRead(@TempDir Path other) throws IOException {
    Path empty = Files.writeString(other.resolve("empty.csv"), "");

    assertThat(
            MiniShop.in(other)
                .execute("ingest", "--source", "maven-pizza", empty.toString())
                .exit())
        .isEqualTo(3);
  }

  @Test
  void endsWithTwoOnWrongUsage() {
    assertThat(shop.execute("nightly", "--nope").exit()).isEqualTo(2);
    assertThat(shop.execute("nightly", "--only", "nope").exit()).isEqualTo(2);
    assertThat(shop.execute("query", "SELECT nope FROM sales").exit()).isEqualTo(2);
    assertThat(shop.execute("ingest", "--source", "pos-json", "/nowhere.jsonl").exit())
        .isEqualTo(2);
    assertThat(shop.execute("ingest", "--source", "nope", folder.toString()).exit()).isEqualTo(2);
  }

  @Test
  void endsWithTwoOnWrongSettings(@TempDir Path other) throws IOException {
    MiniShop wrong = MiniShop.in(other);
    wrong.setting("language: es", "language: es\nsurprise: 1");

    assertThat(wrong.execute("nightly").exit()).isEqualTo(2);
    MiniShop.Printed doctor = wrong.execute("doctor");
    assertThat(doctor.exit()).isEqualTo(2);
    assertThat(doctor.out()).contains("wrong", "'surprise' is unknown");
  }

  @Test
  void endsWithTwoWhileAnotherRunWritesToTheLake() {
    String sales = folder.resolve("sales.jsonl").toString();
    List<Integer> exits =
        new LakeLock(shop.tables(), TableGroup.NIGHT)
            .during(
                "live",
                () ->
                    List.of(
                        shop.execute("nightly").exit(),
                        shop.execute("demo").exit(),
                        shop.execute("ingest", "--source", "pos-json", sales).exit(),
                        shop.execute("query", "SELECT 1").exit()));

    assertThat(exits).containsExactly(2, 2, 2, 0);
  }

  @Test
  void endsWithTwoOnAWrongMapping() throws IOException {
    Files.writeString(
        folder.resolve("conf/sources/wrong.yaml"),
        Files.readString(folder.resolve("conf/sources/maven-pizza.yaml"))
            .replace("yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd"));

    int exit = shop.execute("ingest", "--source", "wrong", folder.toString()).exit();
    Files.delete(folder.resolve("conf/sources/wrong.yaml"));

    assertThat(exit).isEqualTo(2);
  }

  @Test
  void endsWithThreeWhenTooMuchIsRefused() throws IOException {
    Path bad = folder.resolve("bad.jsonl");
    Files.writeString(bad, "{\"id\":\"b-1\"}\n{\"id\":\n");

    assertThat(shop.execute("ingest", "--source", "pos-json", bad.toString()).exit()).isEqualTo(3);
    assertThat(query("SELECT count(*) AS n FROM rejected_sales")).contains("2");
  }

  @Test
  void answersInCsvAndJson() {
    String sql = "SELECT sale_id, net_total FROM sales ORDER BY sale_id";

    assertThat(shop.execute("query", sql, "--format", "csv").out().lines())
        .containsExactly("sale_id,net_total", "a-1,100.50", "a-2,99.00");
    assertThat(shop.execute("query", sql, "--format", "json").out().lines())
        .containsExactly(
            "{\"sale_id\":\"a-1\",\"net_total\":100.50}",
            "{\"sale_id\":\"a-2\",\"net_total\":99.00}");
  }

  @Test
  void exportsToCsvAndParquet() throws IOException {
    Path csv = folder.resolve("out/sales.csv");
    Path parquet = folder.resolve("out/sales.parquet");

    assertThat(export("sales", csv)).isZero();
    assertThat(export("sales", parquet)).isZero();
    List<String> lines = Files.readAllLines(csv);
    assertThat(lines).hasSize(3);
    assertThat(lines.get(0)).startsWith("store_id,sale_id,sold_at");
    assertThat(SparkExtension.session().read().parquet(parquet.toString()).count()).isEqualTo(2);
  }

  @Test
  void exportsTypedCellsToExcel() throws IOException {
    Path xlsx = folder.resolve("sales.xlsx");
    assertThat(export("sales", xlsx)).isZero();

    try (ZipFile zip = new ZipFile(xlsx.toFile());
        InputStream sheet = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"))) {
      String xml = new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(xml).contains("state=\"frozen\"", "<autoFilter ref=\"A1:");
      assertThat(xml).contains("<v>100.50</v>", "t=\"b\"", "a-1");
    }
  }

  @Test
  void refusesWhatCannotBeExported() {
    assertThat(export("nope", folder.resolve("x.csv"))).isEqualTo(2);
    assertThat(export("sales", folder.resolve("x.doc"))).isEqualTo(2);
    assertThatThrownBy(() -> Workbooks.refuseMoreThan(Workbooks.MAX_ROWS, 1_048_576, "sale_lines"))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("1,048,576 rows")
        .hasMessageContaining(".csv");
  }

  @Test
  void notesAndWithdrawsTheOwnersNumber() {
    String day = LocalDate.now(ZoneOffset.UTC).plusDays(2).toString();

    assertThat(override(day, "--measure", "tickets", "--value", "80", "--note", "fiesta").out())
        .contains("80.00 tickets of colmado-01 on " + day);
    assertThat(override(day, "--measure", "tickets", "--withdraw").exit()).isZero();
    assertThat(override(day, "--measure", "revenue", "--hour", "18", "--value", "0").exit())
        .isZero();
    assertThat(
            query(
                    "SELECT measure, target_hour, value, note FROM forecast_overrides"
                        + " ORDER BY entered_at")
                .lines())
        .containsExactly(
            "measure,target_hour,value,note",
            "tickets,-1,80.0,fiesta",
            "tickets,-1,,",
            "revenue,18,0.0,");
  }

  @Test
  void refusesANumberOfTheOwnerThatCannotBeMeant() {
    String day = LocalDate.now(ZoneOffset.UTC).plusDays(2).toString();
    String past = LocalDate.now(ZoneOffset.UTC).minusDays(2).toString();
    List<MiniShop.Printed> refused =
        List.of(
            override(past, "--measure", "tickets", "--value", "80"),
            override("2999-01-01", "--measure", "tickets", "--value", "80"),
            override("tomorrow", "--measure", "tickets", "--value", "80"),
            override(day, "--measure", "units", "--value", "80"),
            override(day, "--measure", "tickets", "--value", "-1"),
            override(day, "--measure", "tickets", "--value", "NaN"),
            override(day, "--measure", "tickets", "--hour", "24", "--value", "80"),
            override(day, "--measure", "tickets", "--value", "80", "--withdraw"),
            override(day, "--measure", "tickets"),
            shop.execute(
                "override",
                "--store",
                "nope",
                "--date",
                day,
                "--measure",
                "tickets",
                "--withdraw"));

    assertThat(refused).extracting(MiniShop.Printed::exit).containsOnly(2);
    assertThat(query("SELECT count(*) FROM forecast_overrides WHERE store_id = 'nope'"))
        .contains("0");
  }

  @Test
  void reviewsAndCorrectsAProductAndTheSameInAnotherSize(@TempDir Path other) throws IOException {
    MiniShop doubtful = MiniShop.in(other);
    Path sales = other.resolve("sales.jsonl");
    String sold = MiniShop.sale("a-1", DAY, 2, "50.25", DAY);
    Files.writeString(
        sales,
        sold.replace("Arroz Selecto 5 lb", "XQWZT kvrpl 25g")
            + MiniShop.sale("a-2", DAY, 1, "99.00", DAY)
            + sold.replace("Arroz Selecto 5 lb", "xqwzt kvrpl 50 g").replace("a-1", "a-3"));
    assertThat(doubtful.execute("ingest", "--source", "pos-json", sales.toString()).exit())
        .isZero();

    assertThat(doubtful.execute("review", "--language", "es").out())
        .contains("sin clasificar", "RD$100.50", "33.5%", "2 producto(s) por revisar", "snacks")
        .doesNotContain("Arroz");
    assertThat(correct(doubtful, "Xqwzt Kvrpl 25G", "--category", "Picaderas, galletas y dulces"))
        .isEqualTo(
            new MiniShop.Printed(
                0,
                """
                Noted: Xqwzt Kvrpl 25G is snacks.
                  xqwzt kvrpl 50 g: snacks
                1 other product(s) followed. Segments and plans follow with the next nightly.
                """));
    assertThat(doubtful.execute("query", CATEGORIES_OF_LINES, "--format", "csv").out().lines())
        .containsExactly(
            "description,category,decided_by",
            "Arroz Selecto 5 lb,staples,lexicon",
            "XQWZT kvrpl 25g,snacks,owner",
            "xqwzt kvrpl 50 g,snacks,owner");
    assertThat(doubtful.execute("review").out()).contains("Ningún producto por revisar.");

    assertThat(correct(doubtful, "xqwzt kvrpl 25g", "--withdraw").out())
        .contains("Withdrawn", "xqwzt kvrpl 50 g: unclassified");
    assertThat(correct(doubtful, "arroz celecto 5 lb", "--category", "dairy").exit()).isEqualTo(2);
    assertThat(correct(doubtful, "arroz selecto 5 lb", "--category", "rice").exit()).isEqualTo(2);
  }

  @Test
  void findsNothingWrongWithAShopThatIsWell() {
    MiniShop.Printed doctor = shop.execute("doctor");

    assertThat(doctor.out())
        .contains("conf/sources/pos-json.yaml", "sales: 2 rows", "can be written to", "Spark 4.1")
        .doesNotContain("wrong");
    assertThat(doctor.exit()).isZero();
    assertThat(Path.of(shop.lake(), "_doctor_probe")).doesNotExist();
  }

  @Test
  void neverPrintsAKey() {
    List<CheckResult> keys = Doctor.keys(Map.of("XAI_API_KEY", "secret-value"));

    assertThat(keys)
        .extracting(CheckResult::level)
        .containsExactly(CheckResult.Level.OK, CheckResult.Level.LOOK);
    assertThat(keys.toString()).doesNotContain("secret-value");
  }

  @Test
  void saysWhatToDoWithoutSales(@TempDir Path other) throws IOException {
    MiniShop empty = MiniShop.in(other);

    MiniShop.Printed night = empty.execute("nightly");
    assertThat(night.exit()).isZero();
    assertThat(night.out()).contains("Todavía no hay ventas", "bin/insights ingest");
  }

  @Test
  void leavesFilesOfTheInboxAloneInTheDemo(@TempDir Path other) throws IOException {
    MiniShop own = MiniShop.in(other);
    Path sales = own.inbox().resolve("mine.jsonl");
    Files.writeString(sales, MiniShop.sale("a-1", DAY, 2, "50.25", DAY));

    MiniShop.Printed demo = own.execute("demo", "--as-of", DAY.toString());
    assertThat(demo.exit()).isZero();
    assertThat(demo.out()).contains("RD$100.50", "bin/insights export", "próxima versión");
    assertThat(own.inbox()).isDirectoryContaining(file -> file.equals(sales));
    assertThat(own.inbox().resolve("truth")).doesNotExist();
  }

  private static MiniShop.Printed override(String day, String... words) {
    List<String> all = new ArrayList<>(List.of("override", "--store", "colmado-01", "--date", day));
    all.addAll(List.of(words));

    return shop.execute(all.toArray(String[]::new));
  }

  private static MiniShop.Printed correct(MiniShop shop, String product, String... words) {
    List<String> all = new ArrayList<>(List.of("correct", "--product", product));
    all.addAll(List.of(words));

    return shop.execute(all.toArray(String[]::new));
  }

  private static String query(String sql) {
    return shop.execute("query", sql, "--format", "csv").out();
  }

  private static int export(String table, Path out) {
    return shop.execute("export", table, "--out", out.toString()).exit();
  }
}
