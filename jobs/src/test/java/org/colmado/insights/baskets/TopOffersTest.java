package org.colmado.insights.baskets;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.colmado.insights.table.OfferAccuracy;
import org.junit.jupiter.api.Test;

/**
 * A shop that sells much rice, oil, salt and soap, each alone; and beer with chips. In its last
 * weeks rum comes with ice, which it never did before.
 */
class TopOffersTest {
  private static final int LEAST = 30;

  @Test
  void whatTheRulesSayComesBeforeWhatIsPopular() {
    assertThat(offers(shop(), "beer")).containsExactly("chips", "rice", "oil");
  }

  @Test
  void whatIsInTheBasketIsNeverOffered() {
    assertThat(offers(shop(), "beer", "chips", "rice")).containsExactly("oil", "salt", "soap");
  }

  @Test
  void anUnknownItemGetsWhatIsPopular() {
    assertThat(offers(shop(), "never seen")).containsExactly("rice", "oil", "salt");
  }

  @Test
  void offersAreTriedWithWhatWasKnownBefore() {
    SomeBaskets known = shop().add(40, 1, "beer", "chips");
    SomeBaskets unknown = shop().add(40, 1, "rum", "ice");

    assertThat(hits(known)).containsExactly(40L, 40L, 0L);
    assertThat(hits(unknown)).containsExactly(40L, 0L, 0L);
  }

  private static SomeBaskets shop() {
    return new SomeBaskets()
        .add(300, 40, "rice")
        .add(290, 40, "oil")
        .add(280, 40, "salt")
        .add(270, 40, "soap")
        .add(50, 40, "rum")
        .add(50, 40, "ice")
        .add(60, 40, "beer", "chips")
        .add(1, 0, "rice");
  }

  /** What is offered with these items by the rules of the whole window. */
  private static List<String> offers(SomeBaskets shop, String... items) {
    Found found = Found.in(shop);
    Dataset<Row> basket =
        new ShopBaskets(365, 28)
            .from(new SomeBaskets().add(1, 0, items).lines())
            .where("level = 'product'");
    Dataset<Row> popular = new PopularItems(ItemCounts.WHOLE).from(found.items, found.scopes);
    Row offers = new TopOffers(popular).from(basket, found.rules.where("period = 'whole'")).first();

    return offers.<Row>getList(offers.fieldIndex(TopOffers.OFFERS)).stream()
        .map(offer -> offer.<String>getAs(ItemCounts.ITEM))
        .toList();
  }

  /** Products: tested, hits of offers, hits of popularity. */
  private static List<Long> hits(SomeBaskets shop) {
    Found found = Found.in(shop);
    Dataset<Row> popular = new PopularItems(ItemCounts.BEFORE).from(found.items, found.scopes);
    Row hits =
        HoldOutItems.from(found.baskets, popular, found.rules)
            .where("level = 'product'")
            .select(
                col(OfferAccuracy.TESTED),
                col(OfferAccuracy.OFFER_HITS),
                col(OfferAccuracy.POPULARITY_HITS))
            .first();

    return List.of(hits.getLong(0), hits.getLong(1), hits.getLong(2));
  }

  private record Found(
      Dataset<Row> baskets, Dataset<Row> items, Dataset<Row> scopes, Dataset<Row> rules) {
    static Found in(SomeBaskets shop) {
      Dataset<Row> baskets = new ShopBaskets(365, 28).from(shop.lines()).cache();
      Dataset<Row> items = new ItemCounts(LEAST).from(baskets).cache();
      Dataset<Row> scopes = new Scopes(LEAST).from(baskets, items).cache();
      TrustedRules trusted = new TrustedRules(new OfferRules.Trust(LEAST, 1.2, 0.05));

      return new Found(
          baskets,
          items,
          scopes,
          trusted.from(new PairCounts(40, LEAST).from(baskets, items), scopes).cache());
    }
  }
}
