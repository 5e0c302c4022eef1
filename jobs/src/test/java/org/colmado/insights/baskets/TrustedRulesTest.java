package org.colmado.insights.baskets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.colmado.insights.table.BasketRules;
import org.junit.jupiter.api.Test;

class TrustedRulesTest {
  private static final OfferRules.Trust TRUST = new OfferRules.Trust(30, 1.2, 0.05);

  @Test
  void aPlantedPairIsFoundBothWaysWithItsLiftAndNothingElse() {
    SomeBaskets shop = random(4000, 20, true /* isPlanted */, new Random(5));
    List<Row> rules =
        ofProducts(rules(shop, TRUST)).orderBy(BasketRules.ANTECEDENT).collectAsList();

    assertThat(rules)
        .extracting(row -> row.getAs(BasketRules.ANTECEDENT))
        .containsExactly("zz_one", "zz_two");
    Row rule = rules.get(0);
    assertThat(rule.<Long>getAs(BasketRules.COUNT)).isEqualTo(400);
    assertThat(rule.<Long>getAs(BasketRules.ANTECEDENT_COUNT)).isEqualTo(500);
    assertThat(rule.<Long>getAs(BasketRules.CONSEQUENT_COUNT)).isEqualTo(700);
    assertThat(rule.<Double>getAs(BasketRules.CONFIDENCE)).isEqualTo(0.8);
    assertThat(rule.<Double>getAs(BasketRules.LIFT))
        .isCloseTo(400.0 * 4000 / (500.0 * 700), within(1e-9));
    assertThat(rules.get(1).<Long>getAs(BasketRules.ANTECEDENT_COUNT)).isEqualTo(700);
  }

  /** Looser thresholds than the product's, so that only the false-discovery control is at work. */
  @Test
  void basketsFilledByChanceGiveNextToNoRules() {
    OfferRules.Trust loose = new OfferRules.Trust(30, 1, 0.05);
    Dataset<Row> rules = rules(random(5000, 60, false /* isPlanted */, new Random(11)), loose);

    assertThat(rules.count()).isLessThanOrEqualTo(4);
  }

  /** The pair's p-value is 0.02: enough for one pair of items, not for the 55 of eleven items. */
  @Test
  void everyPairThatCouldHaveBeenARuleCounts() {
    OfferRules.Trust loose = new OfferRules.Trust(30, 1, 0.05);
    SomeBaskets rare = tied();
    SomeBaskets known = tied();
    for (int i = 0; i < 270; i++) {
      rare.add(1, 0, "r" + i);
      known.add(1, 0, "r" + i % 9);
    }

    assertThat(ofProducts(rules(rare, loose)).count()).isEqualTo(2);
    assertThat(ofProducts(rules(known, loose)).count()).isZero();
  }

  private static SomeBaskets tied() {
    return new SomeBaskets().add(30, 0, "a", "b").add(70, 0, "a").add(70, 0, "b").add(10, 0, "c");
  }

  private static Dataset<Row> ofProducts(Dataset<Row> rules) {
    return rules.where("period = 'whole' AND level = 'product'");
  }

  /** Each item is in a tenth of the baskets; one of a kind is in each, so that none is empty. */
  private static SomeBaskets random(int baskets, int items, boolean isPlanted, Random dice) {
    SomeBaskets shop = new SomeBaskets();
    for (int i = 0; i < baskets; i++) {
      List<String> products = new ArrayList<>(List.of("x" + i));
      for (int item = 0; item < items; item++) {
        if (dice.nextInt(10) == 0) {
          products.add("p" + item);
        }
      }
      if (isPlanted && i < 500) {
        products.add("zz_one");
      }
      if (isPlanted && i >= 100 && i < 800) {
        products.add("zz_two");
      }
      shop.add(1, 0, products.toArray(String[]::new));
    }
    return shop;
  }

  private static Dataset<Row> rules(SomeBaskets shop, OfferRules.Trust trust) {
    Dataset<Row> baskets = new ShopBaskets(365, 28).from(shop.lines()).cache();
    Dataset<Row> items = new ItemCounts(trust.leastBaskets()).from(baskets).cache();
    Dataset<Row> scopes = new Scopes(trust.leastBaskets()).from(baskets, items);

    return new TrustedRules(trust)
        .from(new PairCounts(40, trust.leastBaskets()).from(baskets, items), scopes);
  }
}
