package org.colmado.insights.segments;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.colmado.insights.table.Sales;
import org.colmado.insights.table.Stores;
import org.colmado.insights.table.TransactionFeatures;
import org.colmado.insights.table.ValueBands;
import org.colmado.insights.testing.ShopRows;
import org.junit.jupiter.api.Test;

class RuleSegmentsTest {
  private static final SegmentRules RULES = SegmentRules.read(SegmentRulesTest.SHIPPED);
  private static final List<String> CATEGORIES =
      List.of("alcohol", "snacks", "household", "fresh", "beverages", "staples", "unclassified");

  @Test
  void d19d25EveryFamilyHasEveryVisitOnce() {
    List<Row> tickets = randomTickets(400);
    Dataset<Row> segmented = segmented(fixedBands(), tickets);

    for (int i = 0; i < SegmentFamilies.TYPES.indexOf(SegmentFamilies.MISSION); i++) {
      String type = SegmentFamilies.TYPES.get(i);
      Object[] ids =
          SegmentFamilies.segments(RULES).stream()
              .filter(segment -> segment.type().equals(type))
              .map(Segment::id)
              .toArray();
      assertThat(segmented.where(col(SegmentFamilies.COLUMNS.get(i)).isin(ids)).count())
          .as(type)
          .isEqualTo(400);
    }
  }

  // D14: docs/defects.md
  @Test
  void returnsAndCancelledTicketsAreInNoSegmentAndOfNoSize() {
    Row row =
        only(
            fixedBands(),
            TransactionFeatures.IS_VISIT,
            false,
            TransactionFeatures.TOTAL_VALUE,
            -50);

    assertThat(row.<String>getAs(TransactionFeatures.TEMPORAL_SEGMENT)).isNull();
    assertThat(row.<String>getAs(TransactionFeatures.VALUE_SEGMENT)).isNull();
    assertThat(row.<String>getAs(TransactionFeatures.PREFERENCE_SEGMENT)).isNull();
    assertThat(row.<Boolean>getAs(TransactionFeatures.IS_SMALL_BASKET)).isFalse();
    assertThat(row.<Boolean>getAs(TransactionFeatures.IS_LARGE_BASKET)).isFalse();
  }

  // D14: docs/defects.md
  @Test
  void theReturnOfAStoreWithoutBandsIsKept() {
    Row row =
        only(
            fixedBands(),
            TransactionFeatures.STORE_ID,
            "returns only",
            TransactionFeatures.IS_VISIT,
            false);

    assertThat(row.<Boolean>getAs(TransactionFeatures.IS_SMALL_BASKET)).isFalse();
  }

  // D7: docs/defects.md
  @Test
  void bandsAreHalfOpenAndSizesAgreeWithThem() {
    assertThat(bandOf("199.99")).isEqualTo("quick_picks small");
    assertThat(bandOf("200")).isEqualTo("regular_shoppers");
    assertThat(bandOf("499.99")).isEqualTo("regular_shoppers");
    assertThat(bandOf("500")).isEqualTo("big_shoppers large");
    assertThat(bandOf("1000")).isEqualTo("bulk_buyers large");
  }

  // D31: docs/defects.md
  @Test
  void theLowestBandBeginsAtZero() {
    assertThat(bandOf("0")).isEqualTo("quick_picks small");
    assertThat(bandOf("0.01")).isEqualTo("quick_picks small");
  }

  // D7: docs/defects.md
  @Test
  void bandsOfAnotherVersionDoNotCount() {
    Dataset<Row> old = ShopRows.of(ValueBands.TABLE, List.of(bandRow("gone_tomorrow", "300", 0)));

    assertThat(
            segmented(fixedBands().unionByName(old), List.of(visit("350")))
                .first()
                .<String>getAs(TransactionFeatures.VALUE_SEGMENT))
        .isEqualTo("regular_shoppers");
  }

  // D21: docs/defects.md
  @Test
  void theNightAfterMidnightIsLateNightOfItsBusinessDay() {
    Row row = only(fixedBands(), TransactionFeatures.HOUR_OF_DAY, 1);

    assertThat(row.<String>getAs(TransactionFeatures.TEMPORAL_SEGMENT)).isEqualTo("late_night");
    assertThat(row.get(row.fieldIndex(TransactionFeatures.BUSINESS_ON)))
        .hasToString(ShopRows.FRIDAY);
    assertThat(row.<Integer>getAs(TransactionFeatures.DAY_OF_WEEK)).isEqualTo(5);
  }

  // D24: docs/defects.md
  @Test
  void visitsAreGroupedByWhatTheyWereFor() {
    assertThat(preference(Map.of("alcohol", 0.2, "snacks", 0.3, "staples", 0.5)))
        .isEqualTo("beer_snacks");
    assertThat(preference(Map.of("snacks", 0.9, "staples", 0.1))).isEqualTo("convenience");
    assertThat(preference(Map.of("household", 0.3, "health", 0.2, "staples", 0.5)))
        .isEqualTo("household");
    assertThat(preference(Map.of("meat", 0.4, "bakery", 0.1, "staples", 0.5))).isEqualTo("fresh");
    assertThat(preference(Map.of("meat", 0.49, "staples", 0.51))).isEqualTo("pantry_mixed");
    assertThat(preference(Map.of("unclassified", 1.0))).isEqualTo("pantry_mixed");
  }

  // D25: docs/defects.md
  @Test
  void ofTwoGroupsWithHalfEachTheFirstHasTheVisit() {
    assertThat(preference(Map.of("household", 0.5, "fresh", 0.5))).isEqualTo("household");
  }

  // D24: docs/defects.md
  @Test
  void thirdsThatAddToHalfAreHalf() {
    assertThat(preference(Map.of("meat", 0.1, "dairy", 0.1, "fresh", 0.1, "bakery", 0.2)))
        .isEqualTo("fresh");
  }

  // D7: docs/defects.md
  @Test
  void storesOfAnotherCurrencyLearnRisingBands() {
    Dataset<Row> bands = learnedBands(new Random(7));

    List<BigDecimal> starts =
        bands.orderBy(ValueBands.BAND).collectAsList().stream()
            .map(row -> row.<BigDecimal>getAs(ValueBands.FROM_VALUE))
            .toList();
    assertThat(starts).hasSize(4).isSorted().doesNotHaveDuplicates();
    assertThat(starts.get(0)).isEqualByComparingTo("0");
    assertThat(starts.get(1)).isBetween(new BigDecimal("45"), new BigDecimal("55"));
    assertThat(starts.get(3)).isBetween(new BigDecimal("92"), new BigDecimal("98"));
  }

  // D7: docs/defects.md
  @Test
  void bandsRiseWhereAllBasketsAreAlike() {
    List<BigDecimal> starts =
        bands(store("USD"), List.of(ShopRows.sale(), ShopRows.sale(), ShopRows.sale()))
            .orderBy(ValueBands.BAND)
            .collectAsList()
            .stream()
            .map(row -> row.<BigDecimal>getAs(ValueBands.FROM_VALUE))
            .toList();

    assertThat(starts)
        .containsExactly(
            new BigDecimal("0.00"),
            new BigDecimal("100.00"),
            new BigDecimal("100.01"),
            new BigDecimal("100.02"));
  }

  // D7: docs/defects.md
  @Test
  void bandsThatAreThereAreNotMadeAgain() {
    List<Row> stores = ShopRows.rows(Stores.TABLE, store("DOP"));
    Dataset<Row> sales = ShopRows.of(Sales.TABLE, ShopRows.sale());

    assertThat(new BandsOfStores(RULES).from(stores, fixedBands().collectAsList(), sales))
        .isEmpty();
  }

  private static Dataset<Row> fixedBands() {
    return bands(store("DOP"), List.of());
  }

  private static Dataset<Row> learnedBands(Random random) {
    List<Row> sales = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      sales.add(ShopRows.sale(Sales.NET_TOTAL, 1 + random.nextInt(100)));
    }
    sales.add(ShopRows.sale(Sales.NET_TOTAL, -99_999, Sales.IS_RETURN, true));
    return bands(store("USD"), sales);
  }

  private static Dataset<Row> bands(Row store, List<Row> sales) {
    return ShopRows.of(
        ValueBands.TABLE,
        new BandsOfStores(RULES)
            .from(ShopRows.rows(Stores.TABLE, store), List.of(), ShopRows.of(Sales.TABLE, sales)));
  }

  private static Row store(String currency) {
    return ShopRows.store(Stores.CURRENCY, currency);
  }

  private static Row bandRow(String id, String from, int version) {
    return org.apache.spark.sql.RowFactory.create(
        ShopRows.STORE, 4, id, new BigDecimal(from), null, "fixed", version);
  }

  private static String bandOf(String value) {
    Row row = segmented(fixedBands(), List.of(visit(value))).first();
    boolean isSmall = row.getAs(TransactionFeatures.IS_SMALL_BASKET);
    boolean isLarge = row.getAs(TransactionFeatures.IS_LARGE_BASKET);

    return row.getAs(TransactionFeatures.VALUE_SEGMENT)
        + (isSmall ? " small" : "")
        + (isLarge ? " large" : "");
  }

  private static Row visit(String value) {
    return ShopRows.visit(TransactionFeatures.TOTAL_VALUE, new BigDecimal(value));
  }

  private static String preference(Map<String, Double> weights) {
    return only(
            fixedBands(),
            TransactionFeatures.CATEGORY_WEIGHTS,
            weights,
            TransactionFeatures.CATEGORIES,
            List.copyOf(weights.keySet()))
        .getAs(TransactionFeatures.PREFERENCE_SEGMENT);
  }

  private static Row only(Dataset<Row> bands, Object... pairs) {
    List<Row> rows = segmented(bands, List.of(ShopRows.visit(pairs))).collectAsList();

    assertThat(rows).hasSize(1);
    return rows.get(0);
  }

  private static Dataset<Row> segmented(Dataset<Row> bands, List<Row> visits) {
    Dataset<Row> features =
        ShopRows.of(TransactionFeatures.TABLE, visits)
            .drop(SegmentFamilies.COLUMNS.toArray(String[]::new))
            .drop(
                TransactionFeatures.MISSION,
                TransactionFeatures.IS_SMALL_BASKET,
                TransactionFeatures.IS_LARGE_BASKET);

    return new RuleSegments(RULES, bands).from(features);
  }

  private static List<Row> randomTickets(int count) {
    Random random = new Random(19);
    List<Row> tickets = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Map<String, Double> weights = new HashMap<>();
      double left = 1;
      while (left > 0.1) {
        double share = left * random.nextDouble();
        weights.merge(CATEGORIES.get(random.nextInt(CATEGORIES.size())), share, Double::sum);
        left -= share;
      }
      weights.merge(CATEGORIES.get(random.nextInt(CATEGORIES.size())), left, Double::sum);
      tickets.add(
          ShopRows.visit(
              TransactionFeatures.SALE_ID,
              "t" + i,
              TransactionFeatures.HOUR_OF_DAY,
              i % 24,
              TransactionFeatures.TOTAL_VALUE,
              BigDecimal.valueOf(1 + random.nextInt(150_000), 2),
              TransactionFeatures.CATEGORY_WEIGHTS,
              weights,
              TransactionFeatures.CATEGORIES,
              List.copyOf(weights.keySet())));
    }
    return tickets;
  }
}
