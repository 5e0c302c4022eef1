package org.colmado.insights.segments;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.colmado.insights.lake.Lake;
import org.colmado.insights.schema.Columns;
import org.colmado.insights.segments.missions.AssignedMissions;
import org.colmado.insights.spark.IntermediateResults;
import org.colmado.insights.table.HourlySales;
import org.colmado.insights.table.Sales;
import org.colmado.insights.table.SegmentTrends;
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

/** A store, {@code ana}, open from 7 to 21 on 14 days, with 17 visits written by hand. */
class SegmentProfilesTest {
  private static final SegmentRules RULES = SegmentRules.read(SegmentRulesTest.SHIPPED);
  private static final LocalDate AS_OF = LocalDate.of(2026, 8, 31);
  private static final int SEGMENTS = 14;

  /** Open days of the store of hand-written visits. */
  private static final int HAND_DAYS = 14;

  private static final StoreTerms TERMS = new StoreTerms("DOP", "rules");
  private static final IntermediateResults SCRATCH = new IntermediateResults();
  private static final Map<String, Row> PROFILES = new HashMap<>();
  private static Dataset<Row> profiles;

  @BeforeAll
  static void profile() {
    profiles = SCRATCH.cachedNow(profiles(byHand(), 60));
    profiles.collectAsList().forEach(row -> PROFILES.put(row.getAs(Segments.SEGMENT_ID), row));
  }

  @AfterAll
  static void release() {
    SCRATCH.close();
  }

  // D25: docs/defects.md
  @Test
  void sharesOfEveryFamilyAddToOne() {
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

  // D28: docs/defects.md
  @Test
  void emptySegmentsAreKept() {
    assertThat(PROFILES).hasSize(SEGMENTS);
    Row afternoon = of("afternoon");

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
    Row morning = of("morning_commute");

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

  // D15: docs/defects.md
  @Test
  void tellsHowManyVisitsAreAnonymous() {
    assertThat(((Number) of("after_work").getAs(Segments.ANONYMOUS_SHARE)).doubleValue()).isZero();
    assertThat(((Number) of("lunch_rush").getAs(Segments.ANONYMOUS_SHARE)).doubleValue())
        .isEqualTo(1);
  }

  // D23: docs/defects.md
  @Test
  void topCategoriesAreByValueAndLeaveTheUnclassifiedOut() {
    Row lunch = of("lunch_rush");

    assertThat(strings(lunch, Segments.TOP_CATEGORIES)).containsExactly("staples", "bakery");
    assertThat(map(lunch, Segments.CATEGORY_SHARES).get("unclassified"))
        .isCloseTo(0.8, within(1e-9));
    assertThat(map(lunch, Segments.CATEGORY_SHARES).get("staples")).isCloseTo(0.15, within(1e-9));
  }

  // D23: docs/defects.md
  @Test
  void liftIsTheShareAgainstThatOfTheStore() {
    Row lunch = of("lunch_rush");

    assertThat(map(lunch, Segments.CATEGORY_LIFTS).get("staples"))
        .isCloseTo(4100.0 / 2400, within(1e-9));
    assertThat(map(lunch, Segments.CATEGORY_LIFTS).get("bakery"))
        .isCloseTo(0.05 / (1520.0 / 4100), within(1e-9));
  }

  // D23: docs/defects.md
  @Test
  void aCategoryThatWasGivenAwayHasNoLift() {
    Dataset<Row> given =
        visits(
            ShopRows.visit(
                TransactionFeatures.CATEGORY_WEIGHTS, Map.of("bakery", 1.0, "household", 0.0)));
    Row row = profiles(given, 60).where(col(Segments.SEGMENT_ID).equalTo("lunch_rush")).first();

    assertThat(map(row, Segments.CATEGORY_LIFTS)).containsOnlyKeys("bakery");
    assertThat(map(row, Segments.CATEGORY_SHARES)).containsEntry("household", 0.0);
  }

  // D26: docs/defects.md
  @Test
  void aLoneVisitHasNoConfidence() {
    assertThat(
            profiles(visits(ShopRows.visit()), 60)
                .where(col(Segments.CONFIDENCE_SCORE).notEqual(0.0))
                .count())
        .isZero();
  }

  @Test
  void theOrderOfTheVisitsIsNoMatter() {
    Dataset<Row> otherwise =
        byHand().orderBy(col(TransactionFeatures.TOTAL_VALUE).desc()).coalesce(1);

    assertThat(profiles(otherwise, 60).collectAsList())
        .containsExactlyInAnyOrderElementsOf(PROFILES.values());
  }

  @Test
  void aStoreWithoutAVisitHasNoProfile() {
    Dataset<Row> returned = visits(ShopRows.visit(TransactionFeatures.IS_VISIT, false));

    assertThat(profiles(returned, 60).collectAsList()).isEmpty();
  }

  // D30: docs/defects.md
  @Test
  void paymentIsByCountAndByValueAndKnowsTheUnknown() {
    Row lunch = of("lunch_rush");

    assertThat(map(lunch, Segments.PAYMENT_PREFERENCES))
        .containsExactlyInAnyOrderEntriesOf(Map.of("unknown", 0.5, "card", 0.5));
    assertThat(map(lunch, Segments.PAYMENT_VALUE_SHARES))
        .containsExactlyInAnyOrderEntriesOf(Map.of("unknown", 0.25, "card", 0.75));
  }

  // D27: docs/defects.md
  @Test
  void activityIsTheShareOfOpenDaysWithAVisit() {
    assertThat(activity("morning_commute")).isEqualTo("daily 14");
    assertThat(activity("lunch_rush")).isEqualTo("weekly 2");
    assertThat(activity("after_work")).isEqualTo("occasional 1");
    assertThat(activity("late_night")).isEqualTo("none 0");
  }

  // D16: docs/defects.md
  @Test
  void onlyTheLastDaysOfAStoreCount() {
    Row morning =
        profiles(byHand(), 7).where(col(Segments.SEGMENT_ID).equalTo("morning_commute")).first();

    assertThat(morning.<Long>getAs(Segments.TRANSACTION_COUNT)).isEqualTo(7);
    assertThat(morning.get(morning.fieldIndex(Segments.FIRST_ON))).hasToString("2026-08-10");
    assertThat(morning.<Double>getAs(Segments.ACTIVE_DAY_SHARE)).isEqualTo(1);
  }

  @Test
  void trendsOfVisitsThatOtherRulesSortedAreUnsure() {
    List<Row> trends = trends(eightWeeks("rules", "other"));

    assertThat(trends)
        .hasSize(2 * SEGMENTS)
        .allMatch(row -> row.<String>getAs(SegmentTrends.VERDICT).equals("unsure"))
        .allMatch(row -> row.getAs(SegmentTrends.CHANGE) == null)
        .extracting(row -> row.<String>getAs(SegmentTrends.TEXT_EN))
        .allMatch(text -> text.contains("other rules"));
  }

  @Test
  void trendsAreOfTheDaysOfTheWindow() {
    Row trend =
        trends(eightWeeks("rules", "rules")).stream()
            .filter(row -> row.getAs(Segments.SEGMENT_ID).equals("morning_commute"))
            .filter(row -> row.getAs(SegmentTrends.MEASURE).equals(Segments.AVG_BASKET_VALUE))
            .findFirst()
            .orElseThrow();

    assertThat(trend.<Double>getAs(SegmentTrends.VALUE_BEFORE)).isEqualTo(100);
    assertThat(trend.<Double>getAs(SegmentTrends.VALUE_NOW)).isEqualTo(130);
    assertThat(trend.<String>getAs(SegmentTrends.VERDICT)).isEqualTo("up");
    assertThat(trend.<String>getAs(SegmentTrends.TEXT_EN)).contains("RD$130.00", "RD$100.00");
  }

  private static List<Row> trends(Dataset<Row> visits) {
    return computed(visits, 90).select(inline(col(SegmentProfiles.TRENDS))).collectAsList();
  }

  /** Two visits each morning, of RD$100 in the first four weeks and RD$130 in the last. */
  private static Dataset<Row> eightWeeks(String firstRules, String lastRules) {
    LocalDate monday = LocalDate.of(2026, 7, 6);
    List<Row> rows = new ArrayList<>();
    for (int day = 0; day < 56; day++) {
      for (int visit = 0; visit < 2; visit++) {
        rows.add(
            ShopRows.visit(
                TransactionFeatures.SALE_ID,
                day + "-" + visit,
                TransactionFeatures.BUSINESS_ON,
                monday.plusDays(day),
                TransactionFeatures.HOUR_OF_DAY,
                8,
                TransactionFeatures.TOTAL_VALUE,
                day < 28 ? 100 : 130,
                TransactionFeatures.RULES_VERSION,
                day < 28 ? firstRules : lastRules));
      }
    }
    return visits(rows.toArray(Row[]::new));
  }

  // D29: docs/defects.md
  @Test
  void everyRequiredColumnIsSet(@TempDir Path root) {
    Lake lake = new Lake(SparkExtension.session(), root.toString());

    lake.upsert(
        Segments.TABLE,
        profiles
            .withColumn(Columns.AS_OF, lit(AS_OF))
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
        .drop(SegmentFamilies.COLUMNS.toArray(String[]::new))
        .drop(
            TransactionFeatures.MISSION,
            TransactionFeatures.IS_SMALL_BASKET,
            TransactionFeatures.IS_LARGE_BASKET);
  }

  private static Column expr(String sql) {
    return org.apache.spark.sql.functions.expr(sql);
  }

  private static Dataset<Row> profiles(Dataset<Row> visits, int windowDays) {
    return computed(visits, windowDays)
        .select(
            col(Segments.STORE_ID),
            col(Segments.FIRST_ON),
            col(Segments.LAST_ON),
            inline(col(SegmentProfiles.PROFILES)));
  }

  private static Dataset<Row> computed(Dataset<Row> visits, int windowDays) {
    Dataset<Row> bands =
        ShopRows.of(
            ValueBands.TABLE,
            new BandsOfStores(RULES)
                .from(
                    ShopRows.rows(Stores.TABLE, ShopRows.store()),
                    List.of(),
                    ShopRows.of(Sales.TABLE)));
    Dataset<Row> features =
        new AssignedMissions(Map.of()).from(new RuleSegments(RULES, bands).from(visits));

    return new SegmentProfiles(RULES, Map.of(), Map.of(ShopRows.STORE, TERMS), windowDays)
        .from(features, hourly(visits));
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

  private static String activity(String segment) {
    Row row = of(segment);

    return row.getAs(Segments.FREQUENCY_PATTERN)
        + " "
        + Math.round(row.<Double>getAs(Segments.ACTIVE_DAY_SHARE) * HAND_DAYS);
  }

  private static Row of(String segment) {
    return PROFILES.get(segment);
  }

  private static List<String> strings(Row row, String column) {
    return row.getList(row.fieldIndex(column));
  }

  private static Map<String, Double> map(Row row, String column) {
    return row.getJavaMap(row.fieldIndex(column));
  }
}
