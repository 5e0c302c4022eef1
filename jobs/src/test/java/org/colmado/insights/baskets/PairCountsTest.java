package org.colmado.insights.baskets;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.ml.fpm.FPGrowth;
import org.apache.spark.ml.fpm.FPGrowthModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.colmado.insights.table.BasketRules;
import org.junit.jupiter.api.Test;

class PairCountsTest {
  private static final int LEAST = 3;

  @Test
  void pairsAreThoseOfFpGrowth() {
    SomeBaskets shop = new SomeBaskets();
    Random dice = new Random(3);
    for (int i = 0; i < 80; i++) {
      List<String> products = new ArrayList<>();
      for (int item = 0; item < 9; item++) {
        if (dice.nextInt(3) == 0) {
          products.add("p" + item);
        }
      }
      if (!products.isEmpty()) {
        shop.add(1, i % 60, products.toArray(String[]::new));
      }
    }
    Dataset<Row> baskets = baskets(shop);
    FPGrowthModel model =
        new FPGrowth()
            .setItemsCol(ShopBaskets.ITEMS)
            .setMinSupport((LEAST - 0.5) / baskets.count())
            .fit(baskets);
    Map<String, Long> expected =
        model.freqItemsets().where("size(items) = 2").collectAsList().stream()
            .collect(
                Collectors.toMap(
                    row -> String.join(" ", row.<String>getList(0).stream().sorted().toList()),
                    row -> row.getLong(1)));

    assertThat(expected).hasSizeGreaterThan(20);
    assertThat(counted(baskets, 40)).containsExactlyInAnyOrderEntriesOf(expected);
  }

  @Test
  void aProductOnTwoLinesCountsOnceAndAReturnNotAtAll() {
    SomeBaskets shop =
        new SomeBaskets().add(3, 0, "rice", "rice", "beans").addReturn("rice", "beans");

    assertThat(counted(baskets(shop), 40)).containsExactly(Map.entry("beans rice", 3L));
  }

  @Test
  void ofALargeBasketTheMostBoughtArePaired() {
    SomeBaskets shop =
        new SomeBaskets()
            .add(1, 40, "beans", "rice")
            .add(3, 40, "beans", "oil", "rice")
            .add(1, 0, "soap");

    assertThat(counted(baskets(shop), 2)).containsExactly(Map.entry("beans rice", 4L));
  }

  private static Dataset<Row> baskets(SomeBaskets shop) {
    return new ShopBaskets(365, 28)
        .from(shop.lines())
        .where(col(ShopBaskets.LEVEL).equalTo(BasketRules.PRODUCT))
        .cache();
  }

  /** Pairs that are in enough baskets. */
  private static Map<String, Long> counted(Dataset<Row> baskets, int mostItems) {
    Dataset<Row> items = new ItemCounts(LEAST).from(baskets);
    Map<String, Long> counts = new TreeMap<>();
    new PairCounts(mostItems, LEAST)
        .from(baskets, items)
        .select("a.item", "b.item", ItemCounts.WHOLE)
        .collectAsList()
        .forEach(row -> counts.put(row.getString(0) + " " + row.getString(1), row.getLong(2)));
    return counts;
  }
}
