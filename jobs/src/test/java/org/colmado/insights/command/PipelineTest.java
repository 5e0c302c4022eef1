package org.colmado.insights.command;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.sum;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.delta.tables.DeltaTable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.colmado.insights.calendar.ShopCalendar;
import org.colmado.insights.lake.Lake;
import org.colmado.insights.lake.SparkTypes;
import org.colmado.insights.lake.sql.SmallAnswer;
import org.colmado.insights.lake.sql.SmallQuery;
import org.colmado.insights.run.Run;
import org.colmado.insights.schema.Columns;
import org.colmado.insights.schema.TableSpec;
import org.colmado.insights.scoring.ForecastMeasuresTest;
import org.colmado.insights.scoring.Scorecard;
import org.colmado.insights.simulate.FaultShares;
import org.colmado.insights.simulate.Simulation;
import org.colmado.insights.summary.Summary;
import org.colmado.insights.table.CategoryCorrections;
import org.colmado.insights.table.DemandForecast;
import org.colmado.insights.table.ForecastOverrides;
import org.colmado.insights.table.GrokCalls;
import org.colmado.insights.table.HourlySales;
import org.colmado.insights.table.IngestedFiles;
import org.colmado.insights.table.IssuedScores;
import org.colmado.insights.table.JobRuns;
import org.colmado.insights.table.OfferAccuracy;
import org.colmado.insights.table.PersonaFeedback;
import org.colmado.insights.table.QualityScorecard;
import org.colmado.insights.table.RejectedSales;
import org.colmado.insights.table.SaleLines;
import org.colmado.insights.table.Sales;
import org.colmado.insights.table.SegmentPersonas;
import org.colmado.insights.table.Segments;
import org.colmado.insights.table.StaffingPlan;
import org.colmado.insights.table.Stores;
import org.colmado.insights.table.Tables;
import org.colmado.insights.table.TransactionFeatures;
import org.colmado.insights.testing.SparkExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two nights of a simulated colmado; in the second a pizzeria of another country joins, which has
 * no calendar. The first night is run again over another lake, killed between one table and
 * another.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PipelineTest {
  private static final LocalDate LAST_DAY = LocalDate.of(2026, 1, 31);
  private static final LocalDate CORRECTED_DAY = LAST_DAY.minusDays(4);
  private static final LocalDate NEXT_DAY = LAST_DAY.plusDays(1);
  private static final int DAYS = 10;
  private static final int TICKETS_PER_DAY = 30;
  private static final int MEASURES = Scorecard.measures(ForecastMeasuresTest.RULES).size();
  private static final double OWNERS_TICKETS = 77;
  private static final String SIMULATED = "NOT startswith(sale_id, 'hand-')";
  private static final String COLMADO = "store_id = 'colmado-01'";
  private static final String PIZZERIA = "store_id = 'maven-pizza'";

  @TempDir static Path folder;

  private static MiniShop shop;
  private static KillPoint.Listener commits;

  @BeforeAll
  static void runTheFirstNight() throws IOException {
    shop = MiniShop.in(folder);
    Path pizzas = Files.createDirectories(folder.resolve("pizzas"));
    shop.setting("missions.yaml", "least-visits: 500", "least-visits: 100");
    shop.setting("stores: {}", "stores: {maven-pizza: {calendar: none}}");
    shop.setting(
        "folder: " + shop.inbox(),
        "folder: " + shop.inbox() + "\n    - source: maven-pizza\n      folder: " + pizzas);

    ShopCalendar calendar = ShopCalendar.read("do", Path.of("../conf/calendars/do.yaml"));
    new Simulation(
            1, DAYS, 7, LAST_DAY, shop.inbox(), calendar, TICKETS_PER_DAY, 0, FaultShares.usual())
        .run();
    Files.writeString(
        shop.inbox().resolve("hand.jsonl"),
        MiniShop.sale("hand-1", CORRECTED_DAY, 2, "50.25", CORRECTED_DAY));
    Files.writeString(
        shop.inbox().resolve("truth/planted.jsonl"),
        MiniShop.sale("hand-planted", LAST_DAY, 1, "1000000", LAST_DAY));
    foresee(lake());
    commits = new KillPoint.Listener(null);
    Run first = shop.run(LAST_DAY).withListener(commits);
    SparkExtension.withGeneratedCode(() -> NightlyCommand.run(first));
  }

  /**
   * What an earlier night forecast for the day that is corrected later, and what the owner said to
   * it and to the first day to come.
   */
  private static void foresee(Lake lake) {
    List<Row> issued =
        Stream.of(DemandForecast.TICKETS, DemandForecast.REVENUE)
            .map(
                measure ->
                    RowFactory.create(
                        "colmado-01",
                        CORRECTED_DAY.minusDays(1),
                        DemandForecast.DAY,
                        CORRECTED_DAY,
                        DemandForecast.NO_HOUR,
                        measure,
                        30.0,
                        25.0,
                        35.0,
                        20.0,
                        40.0,
                        "combined",
                        DemandForecast.LOW_DATA,
                        "earlier"))
            .toList();
    Instant enteredAt = Instant.parse("2026-01-20T12:00:00Z");
    List<Row> entries =
        Stream.of(CORRECTED_DAY, NEXT_DAY)
            .map(
                on ->
                    RowFactory.create(
                        "colmado-01",
                        on,
                        DemandForecast.NO_HOUR,
                        DemandForecast.TICKETS,
                        OWNERS_TICKETS,
                        "fiesta patronal",
                        enteredAt))
            .toList();
    lake.append(DemandForecast.TABLE, lake.rows(DemandForecast.TABLE, issued));
    lake.append(ForecastOverrides.TABLE, lake.rows(ForecastOverrides.TABLE, entries));
    opine(lake, enteredAt);
  }

  /** What the owner said of a persona and of a product, and a call of an earlier month. */
  private static void opine(Lake lake, Instant at) {
    Row correction = RowFactory.create("pan de agua", "Pan de agua", "bakery", null, at);
    Row opinion =
        RowFactory.create(
            "colmado-01", "temporal", "lunch_rush", PersonaFeedback.DOWN, null, "más corto", at);
    Row call =
        RowFactory.create(
            "earlier",
            "colmado-01",
            CORRECTED_DAY,
            at,
            "temporal",
            "lunch_rush",
            GrokCalls.ASK,
            "grok-4.3",
            "hash",
            "answered",
            1,
            1500L,
            0L,
            900L,
            new BigDecimal("0.0041250000"),
            "accepted",
            null,
            null,
            "earlier");
    lake.append(PersonaFeedback.TABLE, lake.rows(PersonaFeedback.TABLE, List.of(opinion)));
    lake.append(
        CategoryCorrections.TABLE, lake.rows(CategoryCorrections.TABLE, List.of(correction)));
    lake.append(GrokCalls.TABLE, lake.rows(GrokCalls.TABLE, List.of(call)));
  }

  @Test
  @Order(1)
  void aNightKilledBetweenItsTablesAndRunAgainGivesTheTablesOfAnUninterruptedOne() {
    String lake = folder.resolve("killed").toString();
    foresee(new Lake(SparkExtension.session(), lake));
    String from = NightlyCommand.names().get(0);
    for (KillPoint point : commits.killPoints()) {
      killAt(point, from, lake);
      from = point.stage();
    }
    Run again = shop.run(LAST_DAY, lake);
    NightlyCommand.run(again);

    assertThat(commits.killPoints())
        .extracting(KillPoint::stage)
        .contains("ingest", "missions", "features", "offers", "forecast", "plans", "scorecard");
    for (TableSpec table : Tables.ALL) {
      if (!table.equals(JobRuns.TABLE)) {
        assertThat(rows(again.lake(), table))
            .as("rows of %s", table.name())
            .isNotEmpty()
            .containsExactlyInAnyOrderElementsOf(rows(lake(), table));
      }
    }
  }

  @Test
  @Order(2)
  void addsUpToTheTruth() throws IOException {
    List<String> totals = Files.readAllLines(shop.inbox().resolve("truth/totals.csv"));
    String[] truth = totals.get(1).split(",", -1);
    Row sold =
        lake()
            .read(Sales.TABLE)
            .where(COLMADO)
            .where(SIMULATED)
            .agg(expr("count_if(NOT is_return AND NOT is_cancelled)"), sum(Sales.NET_TOTAL))
            .first();
    Row records =
        lake()
            .read(IngestedFiles.TABLE)
            .where("source = 'pos-json' AND NOT endswith(file, 'hand.jsonl')")
            .agg(sum(IngestedFiles.ROWS_IN))
            .first();

    assertThat(totals).hasSize(2);
    assertThat(sold.getLong(0)).isEqualTo(Long.parseLong(truth[1]));
    assertThat(sold.getDecimal(1)).isEqualByComparingTo(truth[2]);
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

  // D62: docs/defects.md
  @Test
  @Order(2)
  void whatTheSimulatorPlantsIsReadByNoStage() {
    assertThat(shop.inbox().resolve("truth/totals.csv")).exists();
    assertThat(lake().read(IngestedFiles.TABLE).where("contains(file, '/truth')").count()).isZero();
    assertThat(lake().read(Sales.TABLE).where("sale_id = 'hand-planted'").count()).isZero();
  }

  // D63: docs/defects.md
  @Test
  @Order(2)
  void aStoreWithoutConfiguredHoursHasAStateForEveryHour() {
    List<String> states =
        lake()
            .read(HourlySales.TABLE)
            .where(COLMADO)
            .select(HourlySales.STATE)
            .distinct()
            .collectAsList()
            .stream()
            .map(row -> row.getString(0))
            .toList();

    assertThat(lake().read(Stores.TABLE).where("size(opening_hours) > 0").count()).isZero();
    assertThat(states).contains(HourlySales.OPEN, HourlySales.CLOSED);
    assertThat(lake().read(HourlySales.TABLE).where(COLMADO).where("tickets > 0").count())
        .isPositive();
  }

  @Test
  @Order(2)
  void sharesOfATypeAddToOne() {
    List<Row> types =
        lake()
            .read(Segments.TABLE)
            .groupBy(Segments.STORE_ID, Segments.SEGMENT_TYPE)
            .agg(sum(Segments.TRANSACTION_SHARE), sum(Segments.REVENUE_SHARE))
            .collectAsList();

    assertThat(types)
        .extracting(type -> type.getString(1))
        .contains("temporal", "basket_value", "product_preference");
    for (Row type : types) {
      assertThat(type.getDouble(2)).isCloseTo(1, within(1e-9));
      assertThat(type.getDouble(3)).isCloseTo(1, within(1e-9));
    }
  }

  @Test
  @Order(2)
  void everyNumberIsANumber() {
    for (TableSpec table : Tables.ALL) {
      List<String> odd = new ArrayList<>(List.of("false"));
      for (StructField field : SparkTypes.schema(table).fields()) {
        if (field.dataType().equals(DataTypes.DoubleType)) {
          odd.add(odd(field.name()));
        } else if (field.dataType() instanceof MapType map
            && map.valueType().equals(DataTypes.DoubleType)) {
          odd.add("exists(map_values(" + field.name() + "), v -> " + odd("v") + ")");
        }
      }

      if (odd.size() > 1) {
        assertThat(lake().read(table).where(String.join(" OR ", odd)).collectAsList())
            .as("rows of %s with a number that is none", table.name())
            .isEmpty();
      }
    }
  }

  @Test
  @Order(2)
  void thePlanGoesByTheOwnersNumberAndTheForecastStaysTheModels() {
    String nextDay = "target_on = DATE'" + NEXT_DAY + "'";
    Row planned =
        lake()
            .read(StaffingPlan.TABLE)
            .where(COLMADO)
            .where(nextDay)
            .agg(sum(StaffingPlan.EXPECTED_TICKETS), expr("bool_and(status = 'adjusted')"))
            .first();
    Row model =
        lake()
            .read(DemandForecast.TABLE)
            .where(nextDay)
            .where("granularity = 'day' AND measure = 'tickets'")
            .first();

    assertThat(planned.getDouble(0)).isCloseTo(OWNERS_TICKETS, within(1e-4));
    assertThat(planned.getBoolean(1)).isTrue();
    assertThat(model.<Double>getAs(DemandForecast.YHAT)).isNotEqualTo(OWNERS_TICKETS);
    assertThat(model.<String>getAs(DemandForecast.STATUS)).isEqualTo(DemandForecast.LOW_DATA);
  }

  @Test
  @Order(3)
  void buildsTheNewDayAndTheCorrectedOneAlone() throws IOException {
    Files.writeString(
        shop.inbox().resolve("next.jsonl"),
        MiniShop.sale("hand-1", CORRECTED_DAY, 3, "50.25", NEXT_DAY)
            + MiniShop.sale("hand-2", NEXT_DAY, 1, "99.00", NEXT_DAY));
    Files.writeString(
        folder.resolve("pizzas/pizzas.csv"),
        """
        order_id,order_date,order_time,pizza_name,pizza_category,pizza_size,quantity,unit_price
        1,2026-01-30,11:38:36,The Hawaiian Pizza,Classic,M,1,13.25
        2,2026-01-30,11:57:40,The Classic Deluxe Pizza,Classic,M,1,16
        2,2026-01-30,11:57:40,The Five Cheese Pizza,Veggie,L,2,18.5
        3,2026-01-31,12:12:28,The Hawaiian Pizza,Classic,M,1,13.25
        """);
    NightlyCommand.run(shop.run(NEXT_DAY));

    assertThat(daysOfTheColmadoBuiltAt(NEXT_DAY)).containsExactly(CORRECTED_DAY, NEXT_DAY);
    assertThat(total("hand-1")).isEqualByComparingTo("150.75");
  }

  // D60: docs/defects.md
  @Test
  @Order(4)
  void aLaterNightKeepsTheSegmentsAndScoresOfTheOneBefore() {
    for (TableSpec table : List.of(Segments.TABLE, QualityScorecard.TABLE)) {
      List<Row> nights =
          lake()
              .read(table)
              .where(COLMADO)
              .groupBy(Columns.AS_OF)
              .agg(expr("count(*)"), expr("count(DISTINCT run_id)"))
              .orderBy(Columns.AS_OF)
              .collectAsList();

      assertThat(nights).extracting(night -> night.get(0)).containsExactly(LAST_DAY, NEXT_DAY);
      assertThat(nights.get(0).getLong(1)).isEqualTo(nights.get(1).getLong(1)).isPositive();
      assertThat(nights).extracting(night -> night.getLong(2)).containsOnly(1L);
    }
  }

  @Test
  @Order(4)
  void anIssuedForecastIsScoredAgainWhereALateSaleChangedWhatCame() {
    List<Row> scores =
        lake()
            .read(IssuedScores.TABLE)
            .where("target_on = DATE'" + CORRECTED_DAY + "'")
            .orderBy(IssuedScores.MEASURE)
            .collectAsList();
    Row came =
        lake()
            .read(HourlySales.TABLE)
            .where(COLMADO)
            .where(col(HourlySales.BUSINESS_ON).equalTo(CORRECTED_DAY))
            .agg(expr("double(sum(revenue))"), expr("double(sum(tickets))"))
            .first();

    assertThat(scores)
        .extracting(
            row -> row.getAs(IssuedScores.ACTUAL),
            row -> row.getAs(IssuedScores.SCORED_ON),
            row -> row.getAs(IssuedScores.OVERRIDE_VALUE))
        .containsExactly(
            tuple(came.getDouble(0), NEXT_DAY, null),
            tuple(came.getDouble(1), LAST_DAY, OWNERS_TICKETS));
  }

  @Test
  @Order(4)
  void rulesOfAStoreAreFoundOnceAWeek() {
    Dataset<Row> tried = lake().read(OfferAccuracy.TABLE).where("level = 'product'");

    assertThat(tried.where(COLMADO).select(Columns.AS_OF).collectAsList())
        .extracting(row -> row.getLocalDate(0))
        .containsExactly(LAST_DAY);
    assertThat(tried.where(PIZZERIA).select(Columns.AS_OF).collectAsList())
        .extracting(row -> row.getLocalDate(0))
        .containsExactly(NEXT_DAY);
  }

  @Test
  @Order(4)
  void everyTableIsTheSameWithoutASession() {
    SmallQuery query = new SmallQuery(lake().results());
    for (TableSpec table : Tables.ALL) {
      SmallAnswer answer = query.answer("SELECT * FROM " + table.name()).orElseThrow();

      assertThat(answer.rows())
          .as("rows of %s", table.name())
          .containsExactlyInAnyOrderElementsOf(bySpark(table).collectAsList());
    }
  }

  private static Dataset<Row> bySpark(TableSpec table) {
    return lake().spark().read().format("delta").load(lake().path(table));
  }

  @Test
  @Order(4)
  void noTableNeedsANewerReaderThanItsPageSays() {
    for (TableSpec table : Tables.ALL) {
      Row detail =
          DeltaTable.forPath(lake().spark(), lake().path(table))
              .detail()
              .select("minReaderVersion", "minWriterVersion")
              .first();
      boolean hasFeatures = table.hasDeletionVectors() || !table.clusteredBy().isEmpty();

      assertThat(detail.getInt(0))
          .as("reader version of %s", table.name())
          .isEqualTo(table.hasDeletionVectors() ? 3 : 1);
      assertThat(detail.getInt(1))
          .as("writer version of %s", table.name())
          .isEqualTo(hasFeatures ? 7 : 2);
    }
  }

  // D60: docs/defects.md
  @Test
  @Order(4)
  void noKeyIsThereTwice() {
    for (TableSpec table : Tables.ALL) {
      String key = String.join(", ", table.key());
      Row rows =
          lake()
              .read(table)
              .agg(expr("count(*)"), expr("count(DISTINCT struct(" + key + "))"))
              .first();

      assertThat(rows.getLong(0)).as("rows of %s", table.name()).isPositive();
      assertThat(rows.getLong(1)).as("keys of %s", table.name()).isEqualTo(rows.getLong(0));
    }
  }

  // D60: docs/defects.md
  @Test
  @Order(4)
  void theRunIdSaysTheDayAndTellsSettingsApart() throws IOException {
    Run run = shop.run(LAST_DAY);
    MiniShop other = MiniShop.in(folder.resolve("other"));

    assertThat(run.runId()).startsWith("2026-01-31-").isEqualTo(shop.run(LAST_DAY).runId());
    assertThat(other.run(LAST_DAY).runId()).isNotEqualTo(run.runId());
    assertThat(lake().read(Segments.TABLE).where(col(Columns.RUN_ID).equalTo(run.runId())).count())
        .isPositive();
  }

  // D61: docs/defects.md
  @Test
  @Order(4)
  void everyStoreHasEveryMeasureOfTheScorecardEveryNight() {
    Dataset<Row> scores = lake().read(QualityScorecard.TABLE);

    assertThat(scores.where(COLMADO).count()).isEqualTo(2L * MEASURES);
    assertThat(scores.where(PIZZERIA).count()).isEqualTo(MEASURES);
    assertThat(scores.where("trim(target) = '' OR (value IS NULL) <> (holds IS NULL)").count())
        .isZero();
    assertThat(scores.where("measure = 'revenue_not_in_hours' AND NOT holds").count()).isZero();
  }

  // D63: docs/defects.md
  @Test
  @Order(4)
  void aCostThatIsNotGivenIsNotKnown() {
    Dataset<Row> lines = lake().read(SaleLines.TABLE);

    assertThat(shop.inbox().resolve("costs.csv")).exists();
    assertThat(lines.where(PIZZERIA).where("cost IS NOT NULL").count()).isZero();
    assertThat(lines.where("sale_id = 'hand-1'").select(SaleLines.COST).first().isNullAt(0))
        .isTrue();
  }

  @Test
  @Order(4)
  void takesAStoreOfAnotherCountryWithoutACalendar() {
    Row sold =
        lake()
            .read(Sales.TABLE)
            .where(PIZZERIA)
            .agg(expr("count(*)"), sum(Sales.NET_TOTAL))
            .first();

    assertThat(lake().read(Stores.TABLE).count()).isEqualTo(2);
    assertThat(sold.getLong(0)).isEqualTo(3);
    assertThat(sold.getDecimal(1)).isEqualByComparingTo("79.50");
    assertThat(lake().read(TransactionFeatures.TABLE).where(PIZZERIA).count()).isEqualTo(3);
  }

  @Test
  @Order(4)
  void answersWhatWouldBeIfADayWereAnother() {
    long runs = lake().read(JobRuns.TABLE).count();
    String[] asked = {"--date", "2026-02-06", "--holiday", "yes", "--payday", "--price", "5"};
    MiniShop.Printed answer = whatIf(asked);

    assertThat(answer.exit()).isZero();
    assertThat(answer.out())
        .contains("Tienda colmado-01, viernes 6 de febrero de 2026", "Tienda maven-pizza")
        .contains("Si ese día fuera feriado y fuera día de pago y los precios cambiaran +5.0%")
        .contains("Precios: supuesto", "visitas en vez de", "RD$")
        .doesNotContain("null", "NaN");
    assertThat(
            whatIf(
                    "--date",
                    "2026-02-06",
                    "--store",
                    "colmado-01",
                    "--price",
                    "-5",
                    "--language",
                    "en")
                .out())
        .contains("If that day prices changed by -5.0%", "Prices: assumed")
        .doesNotContain("maven-pizza");
    assertThat(lake().read(JobRuns.TABLE).count()).isEqualTo(runs);
  }

  @Test
  @Order(4)
  void refusesAQuestionThatHasNoAnswer() {
    assertThat(whatIf("--date", "2026-02-16", "--payday").exit()).isEqualTo(2);
    assertThat(whatIf("--date", "2026-02-01", "--payday").exit()).isEqualTo(2);
    assertThat(whatIf("--date", "2026-02-06").exit()).isEqualTo(2);
    assertThat(whatIf("--date", "2026-02-06", "--holiday", "nope").exit()).isEqualTo(2);
    assertThat(whatIf("--date", "2026-02-06", "--store", "nope", "--payday").exit()).isEqualTo(2);
  }

  private static MiniShop.Printed whatIf(String... words) {
    return shop.execute(
        Stream.concat(Stream.of("whatif"), Stream.of(words)).toArray(String[]::new));
  }

  @Test
  @Order(5)
  void tellsTheOwnerWhatItFound() throws IOException {
    assertThat(summary())
        .contains("Tienda maven-pizza", "USD 79.50", "¡Ojo!")
        .contains("Tienda colmado-01", "RD$", "Datos hasta el domingo 1 de febrero de 2026")
        .contains("A qué vienen:", "Cuándo vienen:", "Mejores horas:")
        .contains("Lo que viene, y entre cuánto y cuánto queda", "Manos en el mostrador: hasta ")
        .doesNotContain("null", "NaN");

    shop.setting("language: es", "language: en");
    assertThat(summary()).contains("Store maven-pizza", "What they come for:");
  }

  /**
   * Runs the first night over this lake from a stage on, and ends it at a commit. Later stages that
   * would run beside it do not run, so that their own turn comes.
   */
  private static void killAt(KillPoint point, String from, String lake) {
    List<String> stages = NightlyCommand.names();
    Set<String> left =
        Set.copyOf(stages.subList(stages.indexOf(from), stages.indexOf(point.stage()) + 1));
    Run run = shop.run(LAST_DAY, lake).withListener(new KillPoint.Listener(point));

    assertThatThrownBy(() -> NightlyCommand.run(run, left)).hasMessage(point.toString());
  }

  private static String summary() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Summary.print(shop.run(NEXT_DAY), new PrintStream(bytes, true, StandardCharsets.UTF_8));

    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static Lake lake() {
    return shop.tables();
  }

  private static String odd(String value) {
    return "isnan(" + value + ") OR abs(" + value + ") = double('Infinity')";
  }

  private static List<LocalDate> daysOfTheColmadoBuiltAt(LocalDate asOf) {
    return lake()
        .read(TransactionFeatures.TABLE)
        .where(COLMADO)
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

  /** All rows, without when they were written: of a sale in the future, that is in the detail. */
  private static List<String> rows(Lake lake, TableSpec table) {
    return lake
        .read(table)
        .drop(
            Sales.INGESTED_AT,
            TransactionFeatures.SALE_INGESTED_AT,
            RejectedSales.DETAIL,
            SegmentPersonas.WRITTEN_AT)
        .collectAsList()
        .stream()
        .map(Row::toString)
        .toList();
  }
}
