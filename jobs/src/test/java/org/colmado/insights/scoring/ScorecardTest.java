package org.colmado.insights.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.colmado.insights.lake.SparkTypes;
import org.colmado.insights.table.GrokCalls;
import org.colmado.insights.table.HourlySales;
import org.colmado.insights.table.OfferAccuracy;
import org.colmado.insights.table.SaleLines;
import org.colmado.insights.table.Sales;
import org.colmado.insights.table.SegmentPersonas;
import org.colmado.insights.table.Segments;
import org.colmado.insights.table.TransactionFeatures;
import org.colmado.insights.testing.ShopRows;
import org.colmado.insights.testing.SparkExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Store {@code ana} has two visits over RD$200 and a return, and all of it adds up. Of store {@code
 * luz} a ticket's total is wrong, an hour and a ticket's features are missing, and half the money
 * is of no category. Offers were tried in both. Store {@code rio} has a return and nothing else.
 */
class ScorecardTest {
  private static final List<Measure> MEASURES = Scorecard.measures(ForecastMeasuresTest.RULES);
  private static final Map<String, Score> SCORES = new HashMap<>();

  @BeforeAll
  static void measure() {
    List<Dataset<Row>> sums = new ArrayList<>(ForecastMeasuresTest.sums());
    sums.addAll(
        List.of(
            TableMeasures.ofSales(
                ShopRows.of(
                    Sales.TABLE,
                    ShopRows.sale(Sales.SALE_ID, "a1"),
                    ShopRows.sale(Sales.SALE_ID, "a2", Sales.TOTAL, 101),
                    ShopRows.sale(Sales.SALE_ID, "a3", Sales.IS_RETURN, true),
                    ShopRows.sale(Sales.STORE_ID, "luz", Sales.SALE_ID, "l1"),
                    ShopRows.sale(Sales.STORE_ID, "luz", Sales.SALE_ID, "l2", Sales.TOTAL, 101.01),
                    ShopRows.sale(Sales.STORE_ID, "rio", Sales.IS_RETURN, true))),
            TableMeasures.ofLines(
                ShopRows.of(
                    SaleLines.TABLE,
                    ShopRows.line(),
                    ShopRows.line(SaleLines.STORE_ID, "luz"),
                    ShopRows.line(
                        SaleLines.STORE_ID,
                        "luz",
                        SaleLines.CATEGORY,
                        "unclassified",
                        SaleLines.AMOUNT,
                        -100),
                    ShopRows.line(SaleLines.STORE_ID, "rio", SaleLines.AMOUNT, 0))),
            TableMeasures.ofHours(
                ShopRows.of(
                    HourlySales.TABLE,
                    ShopRows.hour(HourlySales.REVENUE, "199.90"),
                    ShopRows.hour(HourlySales.REVENUE, "0.10"),
                    ShopRows.hour(HourlySales.STATE, HourlySales.CLOSED),
                    ShopRows.hour(HourlySales.STORE_ID, "luz", HourlySales.REVENUE, "199.90"),
                    ShopRows.hour(
                        HourlySales.STORE_ID, "luz", HourlySales.STATE, HourlySales.MISSING))),
            TableMeasures.ofFeatures(
                ShopRows.of(
                    TransactionFeatures.TABLE,
                    ShopRows.visit(),
                    ShopRows.visit(),
                    ShopRows.visit(),
                    ShopRows.visit(TransactionFeatures.STORE_ID, "luz"))),
            TableMeasures.ofSegments(
                ShopRows.of(
                    Segments.TABLE,
                    ShopRows.segment("temporal", 0.25),
                    ShopRows.segment("temporal", 0.75),
                    ShopRows.segment("basket_value", 1.0))),
            new OfferMeasures(LocalDate.parse(ShopRows.FRIDAY), 200)
                .sums(
                    SparkExtension.session(),
                    ShopRows.rows(
                        OfferAccuracy.TABLE,
                        tried("ana", "2026-08-13", "product", 300, 60, 40),
                        tried("ana", "2026-08-06", "product", 300, 10, 40),
                        tried("ana", "2026-08-15", "product", 300, 10, 40),
                        tried("ana", "2026-08-13", "category", 300, 70, 70),
                        tried("luz", "2026-08-13", "product", 199, 60, 40),
                        tried("luz", "2026-08-13", "category", 200, 60, 80))),
            PersonaMeasures.sums(
                SparkExtension.session()
                    .createDataFrame(
                        List.of(
                            call("1", "ana", "2026-08-13", "0.25", "accepted"),
                            call("2", "ana", "2026-07-10", "9.00", "accepted"),
                            call("3", "luz", "2026-08-13", "0.75", "accepted"),
                            call("4", "luz", "2026-08-12", "0.50", "refused: the number '97'"),
                            call("5", "luz", "2026-08-12", "0.00", "")),
                        SparkTypes.schema(GrokCalls.TABLE)),
                LocalDate.parse(ShopRows.FRIDAY)),
            PersonaMeasures.ofTexts(
                ShopRows.of(
                    SegmentPersonas.TABLE,
                    text("ana", "rules", "no_key"),
                    text("ana", "rules", "budget"),
                    text("ana", "cache", ""),
                    text("rio", "rules", "no_key"),
                    text("luz", "grok", ""),
                    text("luz", "cache", ""),
                    text("luz", "rules", "refused"),
                    text("luz", "rules", "bad_request"),
                    text("luz", "rules", "not_asked"),
                    text("luz", "rules", "later"),
                    text("luz", "rules", "budget")))));
    StoreScores.of(MEASURES, sums)
        .forEach(score -> SCORES.put(score.storeId() + " " + score.measure().name(), score));
  }

  // D61: docs/defects.md
  @Test
  void everyMeasureHasOneNameATargetAndAnAnswerForEveryStore() {
    assertThat(MEASURES).extracting(Measure::name).doesNotHaveDuplicates();
    assertThat(MEASURES)
        .extracting(Measure::target)
        .allSatisfy(target -> assertThat(target).isNotBlank());
    assertThat(SCORES).hasSize(3 * MEASURES.size());
  }

  // D61: docs/defects.md
  @Test
  void aMeasureIsOfItsStoreAlone() {
    MEASURES.forEach(
        measure -> assertThat(score("ana", measure.name()).holds()).as(measure.name()).isTrue());
    assertThat(score("luz", "tickets_whose_total_agrees_share").value()).isEqualTo(0.5);
    assertThat(score("luz", "tickets_whose_total_agrees_share").holds()).isFalse();
  }

  @Test
  void textsCostWhatTheirCallsOfAMonthCost() {
    assertThat(score("ana", "personas_usd_a_store_month").value()).isEqualTo(0.25);
    assertThat(score("luz", "personas_usd_a_store_month").value()).isEqualTo(1.25);
    assertThat(score("luz", "personas_usd_a_store_month").holds()).isFalse();
    assertThat(score("luz", "persona_answers_refused_share").value()).isEqualTo(0.5);
  }

  /** D32: a model that is gone is seen the next morning, though every text is there. */
  // D32: docs/defects.md
  @Test
  void textsByRulesAreCountedWhereGrokWasToWriteThem() {
    assertThat(score("luz", "personas_by_rules_with_key_share").value()).isEqualTo(0.4);
    assertThat(score("luz", "personas_by_rules_with_key_share").holds()).isFalse();
    assertThat(score("ana", "personas_by_rules_with_key_share").value()).isZero();
    assertThat(score("rio", "personas_by_rules_with_key_share").value()).isNull();
  }

  private static Row text(String store, String source, String reason) {
    return ShopRows.of(
        SegmentPersonas.TABLE,
        Map.of(
            SegmentPersonas.STORE_ID, store,
            SegmentPersonas.SOURCE, source,
            SegmentPersonas.REASON, reason));
  }

  private static Row call(String id, String store, String asOf, String usd, String verdict) {
    return RowFactory.create(
        id,
        store,
        LocalDate.parse(asOf),
        Instant.parse(asOf + "T09:00:00Z"),
        "mission",
        "m1",
        GrokCalls.ASK,
        "grok-4.3",
        "hash",
        "answered",
        1,
        2000L,
        0L,
        900L,
        new BigDecimal(usd),
        verdict,
        null,
        "run");
  }

  @Test
  void returnsCountAsTicketsAndAreNoVisits() {
    assertThat(score("ana", "tickets_whose_total_agrees_share").value()).isEqualTo(1);
    assertThat(score("ana", "tickets_without_features").value()).isZero();
    assertThat(score("luz", "tickets_without_features").value()).isEqualTo(1);
  }

  @Test
  void sharesOfMoneyTakeLinesThatCameBackToo() {
    assertThat(score("luz", "revenue_unclassified_share").value()).isEqualTo(0.5);
    assertThat(score("luz", "revenue_other_share").value()).isZero();
  }

  @Test
  void revenueThatNoHourHasIsFoundToTheCent() {
    assertThat(score("ana", "revenue_not_in_hours").value()).isZero();
    assertThat(score("luz", "revenue_not_in_hours").value()).isEqualTo(0.1);
    assertThat(score("luz", "revenue_not_in_hours").holds()).isFalse();
  }

  @Test
  void closedHoursAreNotAmongThoseThatCouldBeMissing() {
    assertThat(score("ana", "open_hours_missing_share").value()).isZero();
    assertThat(score("luz", "open_hours_missing_share").value()).isEqualTo(0.5);
  }

  // D61: docs/defects.md
  @Test
  void whatCannotBeMeasuredNeitherHoldsNorFails() {
    for (String name :
        List.of(
            "tickets_whose_total_agrees_share",
            "revenue_unclassified_share",
            "revenue_not_in_hours",
            "open_hours_missing_share",
            "segment_shares_off_1")) {
      assertThat(score("rio", name).value()).as(name).isNull();
      assertThat(score("rio", name).holds()).as(name).isNull();
    }
  }

  @Test
  void offersAreMeasuredByTheStoresLatestTryUpToTheDay() {
    assertThat(score("ana", "offer_hit_rate_at_3").value()).isEqualTo(0.2);
    assertThat(score("ana", "offer_hits_over_popularity").value()).isEqualTo(1.5);
    assertThat(score("luz", "category_offer_hits_over_popularity").value()).isEqualTo(0.75);
    assertThat(score("luz", "category_offer_hits_over_popularity").holds()).isFalse();
  }

  @Test
  void aTryOnFewBasketsSaysNothing() {
    assertThat(score("luz", "offer_hit_rate_at_3").value()).isNull();
    assertThat(score("luz", "offer_hits_over_popularity").holds()).isNull();
  }

  private static Row tried(
      String store, String asOf, String level, long tested, long offerHits, long popularityHits) {
    return ShopRows.tried(
        OfferAccuracy.STORE_ID,
        store,
        OfferAccuracy.AS_OF,
        asOf,
        OfferAccuracy.LEVEL,
        level,
        OfferAccuracy.TESTED,
        tested,
        OfferAccuracy.OFFER_HITS,
        offerHits,
        OfferAccuracy.POPULARITY_HITS,
        popularityHits);
  }

  private static Score score(String store, String measure) {
    return SCORES.get(store + " " + measure);
  }
}
