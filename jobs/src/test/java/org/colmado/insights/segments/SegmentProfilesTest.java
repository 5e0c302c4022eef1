package org.colmado.insights.segments;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.colmado.insights.spark.Scratch;
import org.colmado.insights.table.Columns;
import org.colmado.insights.table.HourlySales;
import org.colmado.insights.table.Lake;
import org.colmado.insights.table.Sales;
import org.colmado.insights.table.Segments;
import org.colmado.insights.table.Stores;
import org.colmado.insights.table.TransactionFeatures;
import org.colmado.insights.table.ValueBands;
import org.colmado.insights.testing.ShopRows;
import org.colmado.insights.testing.SparkExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three kinds of store, all open from 7 to 21 on 58 days, so that two weekdays come nine times and
 * the others eight. {@code ana} has 17 visits written by hand. Stores of {@code random} have visits
 * whose day, hour, value and categories have nothing to do with each other. In {@code planted} beer
 * is bought in the evening and bread in the morning, Fridays have twice the visits, and seven in
 * the evening twice those of other hours.
 */
class SegmentProfilesTest {
  private static final SegmentRules RULES = SegmentRules.read(SegmentRulesTest.SHIPPED);
  private static final LocalDate FIRST = LocalDate.of(2026, 8, 2);
  private static final int DAYS = 58;
  private static final int RANDOM_STORES = 30;
  private static final int SEGMENTS = 14;

  /** Open days of the store of hand-written visits. */
  private static final int HAND_DAYS = 14;

  private static final Scratch SCRATCH = new Scratch();
  private static final Map<String, Row> PROFILES = new HashMap<>();
  private static Dataset<Row> profiles;

  @BeforeAll
  static void profile() {
    Dataset<Row> visits =
        byHand()
            .unionByName(drawn("random", RANDOM_STORES, 1500, false))
            .unionByName(drawn("planted", 1, 3000, true));
    profiles = SCRATCH.computed(profiles(visits, 60));
    profiles.collectAsList().forEach(row -> PROFILES.put(key(row), row));
  }

  @AfterAll
  static void release() {
    SCRATCH.close();
  }

  @Test
  void d25SharesOfEveryFamilyAddToOne() {
    profiles
        .selectExpr(
            "store_id",
            "segment_type",
            "sum(transaction_share) OVER (PARTITION BY store_id, segment_type) AS visits",
            "sum(revenue_share) OVER (PARTITION BY store_id, segment_type) AS revenue")
        .distinct()
        .collectAsList()
        .forEach(
            row -> {
              assertThat(row.getDouble(2)).isCloseTo(1, within(1e-9));
              assertThat(row.getDouble(3)).isCloseTo(1, within(1e-9));
            });
  }

  @Test
  void d28EmptySegmentsAreKept() {
    assertThat(PROFILES).hasSize(SEGMENTS * (RANDOM_STORES + 2));
    Row afternoon = of("ana", "afternoon");

    assertThat(afternoon.<Long>getAs(Segments.TRANSACTION_COUNT)).isZero();
    assertThat(afternoon.<Double>getAs(Segments.TRANSACTION_SHARE)).isZero();
    assertThat(afternoon.<BigDecimal>getAs(Segments.AVG_BASKET_VALUE)).isNull();
    assertThat(afternoon.<Double>getAs(Segments.CONFIDENCE_SCORE)).isZero();
    assertThat(afternoon.<String>getAs(Segments.FREQUENCY_PATTERN)).isEqualTo("none");
    assertThat(strings(afternoon, Segments.TOP_CATEGORIES)).isEmpty();
    assertThat(map(afternoon, Segments.PAYMENT_PREFERENCES)).isEmpty();
  }

  @Test
  void countsVisitsAndMoney() {
    Row morning = of("ana", "morning_commute");

    assertThat(morning.<Long>getAs(Segments.TRANSACTION_COUNT)).isEqualTo(14);
    assertThat(morning.<BigDecimal>getAs(Segments.REVENUE_TOTAL)).isEqualByComparingTo("1400");
    assertThat(morning.<Double>getAs(Segments.TRANSACTION_SHARE))
        .isCloseTo(14.0 / 17, within(1e-9));
    assertThat(morning.<Double>getAs(Segments.REVENUE_SHARE))
        .isCloseTo(1400.0 / 4100, within(1e-9));
    assertThat(((Number) morning.getAs(Segments.AVG_ITEMS_PER_BASKET)).doubleValue()).isEqualTo(2);
    assertThat(morning.<Double>getAs(Segments.VISITS_PER_OPEN_HOUR))
        .isCloseTo(14.0 / (HAND_DAYS * 15), within(1e-9));
    assertThat(morning.get(morning.fieldIndex(Segments.FIRST_ON))).hasToString("2026-08-03");
    assertThat(morning.get(morning.fieldIndex(Segments.LAST_ON))).hasToString("2026-08-16");
  }

  @Test
  void d15TellsHowManyVisitsAreAnonymous() {
    assertThat(((Number) of("ana", "after_work").getAs(Segments.ANONYMOUS_SHARE)).doubleValue())
        .isZero();
    assertThat(((Number) of("ana", "lunch_rush").getAs(Segments.ANONYMOUS_SHARE)).doubleValue())
        .isEqualTo(1);
  }

  @Test
  void d23TopCategoriesAreByValueAndLeaveTheUnclassifiedOut() {
    Row lunch = of("ana", "lunch_rush");

    assertThat(strings(lunch, Segments.TOP_CATEGORIES)).containsExactly("staples", "bakery");
    assertThat(map(lunch, Segments.CATEGORY_SHARES).get("unclassified"))
        .isCloseTo(0.8, within(1e-9));
    assertThat(map(lunch, Segments.CATEGORY_SHARES).get("staples")).isCloseTo(0.15, within(1e-9));
  }

  @Test
  void d23LiftIsTheShareAgainstThatOfTheStore() {
    Row lunch = of("ana", "lunch_rush");

    assertThat(map(lunch, Segments.CATEGORY_LIFTS).get("staples"))
        .isCloseTo(4100.0 / 2400, within(1e-9));
    assertThat(map(lunch, Segments.CATEGORY_LIFTS).get("bakery"))
        .isCloseTo(0.05 / (1520.0 / 4100), within(1e-9));
  }

  @Test
  void d23ACategoryThatWasGivenAwayHasNoLift() {
    Dataset<Row> given =
        visits(
            ShopRows.visit(
                TransactionFeatures.CATEGORY_WEIGHTS, Map.of("bakery", 1.0, "household", 0.0)));
    try (Scratch scratch = new Scratch()) {
      Row row =
          profiles(given, 60, scratch)
              .where(col(Segments.SEGMENT_ID).equalTo("lunch_rush"))
              .first();

      assertThat(map(row, Segments.CATEGORY_LIFTS)).containsOnlyKeys("bakery");
      assertThat(map(row, Segments.CATEGORY_SHARES)).containsEntry("household", 0.0);
    }
  }

  @Test
  void d26ALoneVisitHasNoConfidence() {
    try (Scratch scratch = new Scratch()) {
      assertThat(
              profiles(visits(ShopRows.visit()), 60, scratch)
                  .where(col(Segments.CONFIDENCE_SCORE).notEqual(0.0))
                  .count())
          .isZero();
    }
  }

  @Test
  void d30PaymentIsByCountAndByValueAndKnowsTheUnknown() {
    Row lunch = of("ana", "lunch_rush");

    assertThat(map(lunch, Segments.PAYMENT_PREFERENCES))
        .containsExactlyInAnyOrderEntriesOf(Map.of("unknown", 0.5, "card", 0.5));
    assertThat(map(lunch, Segments.PAYMENT_VALUE_SHARES))
        .containsExactlyInAnyOrderEntriesOf(Map.of("unknown", 0.25, "card", 0.75));
  }

  @Test
  void d27ActivityIsTheShareOfOpenDaysWithAVisit() {
    assertThat(activity("morning_commute")).isEqualTo("daily 14");
    assertThat(activity("lunch_rush")).isEqualTo("weekly 2");
    assertThat(activity("after_work")).isEqualTo("occasional 1");
    assertThat(activity("late_night")).isEqualTo("none 0");
  }

  @Test
  void d22WithoutAWeekdayEffectThereIsNoPeakDay() {
    assertThat(withPeak("random", Segments.PEAK_DAYS)).isLessThanOrEqualTo(8);
  }

  @Test
  void d20WithoutAnHourEffectThereIsNoPeakHour() {
    assertThat(withPeak("random", Segments.PEAK_HOURS)).isLessThanOrEqualTo(8);
  }

  @Test
  void d22APlantedPeakDayIsFound() {
    assertThat(ints(of("planted", "after_work"), Segments.PEAK_DAYS)).containsExactly(5);
    assertThat(ints(of("planted", "beer_snacks"), Segments.PEAK_DAYS)).containsExactly(5);
  }

  @Test
  void d20APlantedPeakHourIsFoundWithinItsPartOfTheDay() {
    assertThat(ints(of("planted", "after_work"), Segments.PEAK_HOURS)).containsExactly(19);
    assertThat(ints(of("planted", "lunch_rush"), Segments.PEAK_HOURS)).isEmpty();
  }

  @Test
  void d26RandomTicketsHaveNoConfidence() {
    assertThat(PROFILES.entrySet())
        .filteredOn(entry -> entry.getKey().startsWith("random"))
        .hasSize(SEGMENTS * RANDOM_STORES)
        .allSatisfy(
            entry ->
                assertThat(entry.getValue().<Double>getAs(Segments.CONFIDENCE_SCORE))
                    .as(entry.getKey())
                    .isLessThan(0.3));
  }

  @Test
  void d26PlantedStructureHasConfidence() {
    for (String segment : List.of("morning_commute", "after_work", "beer_snacks", "fresh")) {
      assertThat(of("planted", segment).<Double>getAs(Segments.CONFIDENCE_SCORE))
          .as(segment)
          .isGreaterThan(0.6);
    }
  }

  @Test
  void d16OnlyTheLastDaysOfAStoreCount() {
    try (Scratch scratch = new Scratch()) {
      Row morning =
          profiles(byHand(), 7, scratch)
              .where(col(Segments.SEGMENT_ID).equalTo("morning_commute"))
              .first();

      assertThat(morning.<Long>getAs(Segments.TRANSACTION_COUNT)).isEqualTo(7);
      assertThat(morning.get(morning.fieldIndex(Segments.FIRST_ON))).hasToString("2026-08-10");
      assertThat(morning.<Double>getAs(Segments.ACTIVE_DAY_SHARE)).isEqualTo(1);
    }
  }

  @Test
  void d29EveryRequiredColumnIsSet(@TempDir Path root) {
    Lake lake = new Lake(SparkExtension.session(), root.toString());

    lake.put(
        Segments.TABLE,
        profiles
            .withColumn(Columns.AS_OF, lit(FIRST.plusDays(DAYS)))
            .withColumn(Columns.RUN_ID, lit("run"))
            .withColumn(Segments.RULES_VERSION, lit("rules")));

    assertThat(lake.read(Segments.TABLE).count()).isEqualTo(PROFILES.size());
  }

  private static Dataset<Row> byHand() {
    List<Row> rows = new ArrayList<>();
    LocalDate monday = LocalDate.of(2026, 8, 3);
    for (int day = 0; day < HAND_DAYS; day++) {
      rows.add(visit(monday.plusDays(day), 8, 100, "cash", Map.of("bakery", 1.0)));
    }
    Map<String, Double> lunch = Map.of("unclassified", 0.8, "staples", 0.15, "bakery", 0.05);
    rows.add(visit(monday, 12, 600, null, lunch));
    rows.add(visit(monday.plusDays(7), 12, 1800, "card", lunch));
    rows.add(visit(monday.plusDays(2), 18, 300, "card", Map.of("alcohol", 1.0)));
    rows.add(
        ShopRows.visit(
            TransactionFeatures.IS_VISIT,
            false,
            TransactionFeatures.BUSINESS_ON,
            monday,
            TransactionFeatures.TOTAL_VALUE,
            -5000));
    return visits(rows.toArray(Row[]::new));
  }

  private static Row visit(
      LocalDate on, int hour, int value, String tender, Map<String, Double> weights) {
    return ShopRows.visit(
        TransactionFeatures.BUSINESS_ON,
        on,
        TransactionFeatures.DAY_OF_WEEK,
        on.getDayOfWeek().getValue() % 7,
        TransactionFeatures.HOUR_OF_DAY,
        hour,
        TransactionFeatures.TOTAL_VALUE,
        value,
        TransactionFeatures.PAYMENT_METHOD,
        tender,
        TransactionFeatures.IS_ANONYMOUS,
        hour != 18,
        TransactionFeatures.CATEGORIES,
        List.copyOf(weights.keySet()),
        TransactionFeatures.MAIN_CATEGORY,
        weights.containsKey("unclassified") ? "unclassified" : weights.keySet().iterator().next(),
        TransactionFeatures.CATEGORY_WEIGHTS,
        weights);
  }

  private static Dataset<Row> visits(Row... rows) {
    return ShopRows.of(TransactionFeatures.TABLE, rows)
        .select(
            Arrays.stream(DRAWN)
                .map(expression -> col(expression.replaceAll("(?s).* AS ", "")))
                .toArray(Column[]::new));
  }

  private static final String[] DRAWN = {
    "store_id AS store_id",
    "'t' AS sale_id",
    "date_add(DATE'2026-08-02', day) AS business_on",
    "day % 7 AS day_of_week",
    "hour AS hour_of_day",
    "value AS total_value",
    "2 AS line_count",
    "array(category) AS categories",
    "category AS main_category",
    "map(category, 1D) AS category_weights",
    "'cash' AS payment_method",
    "true AS is_anonymous",
    "true AS is_visit"
  };

  /** Visits of stores NAME0, NAME1...; day 0 is a Sunday. */
  private static Dataset<Row> drawn(String name, int stores, int visitsEach, boolean isPlanted) {
    String anyDay = "CAST(floor(d * " + DAYS + ") AS INT)";
    String anyHour = "CAST(7 + floor(h * 15) AS INT)";
    String evening = isPlanted ? "hour >= 17" : "c2 < 0.4";
    return SparkExtension.session()
        .range(0, (long) stores * visitsEach, 1, 2)
        .selectExpr(
            "concat('" + name + "', id % " + stores + ") AS store_id",
            "rand(1) AS d",
            "rand(2) AS h",
            "rand(3) AS v",
            "rand(4) AS c",
            "rand(5) AS c2",
            "rand(6) AS p")
        .withColumn(
            "day",
            expr(
                isPlanted
                    ? "IF(p < 0.15, 5 + 7 * CAST(floor(d * 8) AS INT), " + anyDay + ")"
                    : anyDay))
        .withColumn("hour", expr(isPlanted ? "IF(c2 < 0.15, 19, " + anyHour + ")" : anyHour))
        .withColumn("value", expr("CAST(20 + v * v * 1500 AS DECIMAL(14,2))"))
        .withColumn(
            "category",
            expr(
                "CASE WHEN c < 0.2 THEN 'staples' WHEN "
                    + evening
                    + " THEN IF(c < 0.85, 'alcohol', 'bakery')"
                    + " ELSE IF(c < 0.85, 'bakery', 'alcohol') END"))
        .selectExpr(DRAWN);
  }

  private static Column expr(String sql) {
    return org.apache.spark.sql.functions.expr(sql);
  }

  private static Dataset<Row> profiles(Dataset<Row> visits, int windowDays) {
    return profiles(visits, windowDays, SCRATCH);
  }

  private static Dataset<Row> profiles(Dataset<Row> visits, int windowDays, Scratch scratch) {
    Dataset<Row> drawn = scratch.computed(visits);
    List<Row> stores =
        drawn.select(Segments.STORE_ID).distinct().collectAsList().stream()
            .map(row -> ShopRows.store(Stores.STORE_ID, row.getString(0)))
            .toList();
    Dataset<Row> bands =
        ShopRows.of(
            ValueBands.TABLE,
            new BandsOfStores(RULES)
                .from(
                    ShopRows.of(Stores.TABLE, stores).collectAsList(),
                    List.of(),
                    ShopRows.of(Sales.TABLE)));
    Dataset<Row> features = new RuleSegments(RULES, bands).from(drawn);

    return new SegmentProfiles(RULES, windowDays).from(features, hourly(drawn));
  }

  /** Open from 7 to 21 on all days between a store's first and last visit, closed at 6. */
  private static Dataset<Row> hourly(Dataset<Row> visits) {
    return visits
        .where("is_visit")
        .groupBy(Segments.STORE_ID)
        .agg(expr("min(business_on) AS first_on"), expr("max(business_on) AS last_on"))
        .selectExpr("store_id", "explode(sequence(first_on, last_on)) AS business_on")
        .selectExpr("*", "explode(sequence(6, 21)) AS hour")
        .withColumn(HourlySales.STATE, expr("IF(hour = 6, 'closed', 'open')"));
  }

  private static long withPeak(String store, String peaks) {
    return PROFILES.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(store))
        .filter(entry -> !ints(entry.getValue(), peaks).isEmpty())
        .count();
  }

  private static String activity(String segment) {
    Row row = of("ana", segment);

    return row.getAs(Segments.FREQUENCY_PATTERN)
        + " "
        + Math.round(row.<Double>getAs(Segments.ACTIVE_DAY_SHARE) * HAND_DAYS);
  }

  private static Row of(String store, String segment) {
    return PROFILES.get((store.equals("planted") ? "planted0" : store) + " " + segment);
  }

  private static String key(Row row) {
    return row.getAs(Segments.STORE_ID) + " " + row.getAs(Segments.SEGMENT_ID);
  }

  private static List<Integer> ints(Row row, String column) {
    return row.getList(row.fieldIndex(column));
  }

  private static List<String> strings(Row row, String column) {
    return row.getList(row.fieldIndex(column));
  }

  private static Map<String, Double> map(Row row, String column) {
    return row.getJavaMap(row.fieldIndex(column));
  }
}
