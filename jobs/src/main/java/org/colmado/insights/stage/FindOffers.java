package org.colmado.insights.stage;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.colmado.insights.baskets.HoldOutItems;
import org.colmado.insights.baskets.ItemCounts;
import org.colmado.insights.baskets.OfferRules;
import org.colmado.insights.baskets.PairCounts;
import org.colmado.insights.baskets.PopularItems;
import org.colmado.insights.baskets.Scopes;
import org.colmado.insights.baskets.ShopBaskets;
import org.colmado.insights.baskets.TrustedRules;
import org.colmado.insights.lake.SparkTypes;
import org.colmado.insights.run.Outcome;
import org.colmado.insights.run.Run;
import org.colmado.insights.run.Stage;
import org.colmado.insights.schema.Columns;
import org.colmado.insights.schema.TableRow;
import org.colmado.insights.spark.IntermediateResults;
import org.colmado.insights.table.BasketRules;
import org.colmado.insights.table.OfferAccuracy;
import org.colmado.insights.table.SaleLines;
import org.colmado.insights.table.Stores;

/**
 * Reads {@link SaleLines}, writes {@link BasketRules} and {@link OfferAccuracy} of the stores whose
 * rules are due (older than the refit period). The accuracy is written last, as it records which
 * stores are done.
 */
public final class FindOffers implements Stage {
  private static final List<String> LEVELS = List.of(BasketRules.PRODUCT, BasketRules.CATEGORY);

  @Override
  public String name() {
    return "offers";
  }

  @Override
  public List<String> beside() {
    return List.of("missions", "features", "segments");
  }

  @Override
  public Outcome run(Run run) {
    OfferRules settings = OfferRules.read(run.conf().find("offers.yaml"));
    List<String> due = dueStores(run, settings);
    if (due.isEmpty()) {
      return Outcome.NOTHING;
    }

    try (IntermediateResults intermediate = new IntermediateResults()) {
      int least = settings.trust().leastBaskets();
      ShopBaskets visits = new ShopBaskets(settings.windowDays(), settings.test().heldOutDays());
      Dataset<Row> baskets = intermediate.cachedNow(visits.from(lines(run, due)));
      Dataset<Row> items = intermediate.cachedNow(new ItemCounts(least).from(baskets));
      Dataset<Row> scopes = intermediate.cached(new Scopes(least).from(baskets, items));
      Dataset<Row> pairs = new PairCounts(settings.mostItems(), least).from(baskets, items);
      Dataset<Row> rules =
          intermediate.cached(new TrustedRules(settings.trust()).from(pairs, scopes));

      long written = writeRules(run, settings, due, rules);
      Dataset<Row> popular = new PopularItems(ItemCounts.BEFORE).from(items, scopes);
      writeAccuracy(run, settings, due, HoldOutItems.from(baskets, popular, rules).collectAsList());
      return Outcome.wrote(written, written);
    }
  }

  /** Stores without recent rules under the current settings. */
  private static List<String> dueStores(Run run, OfferRules settings) {
    LocalDate tooOld = run.asOf().minusDays(settings.refitDays());
    Set<String> done =
        run.small().rows(OfferAccuracy.TABLE).stream()
            .filter(row -> row.<Integer>getAs(OfferAccuracy.RULES_VERSION) == settings.version())
            .filter(row -> row.<LocalDate>getAs(OfferAccuracy.AS_OF).isAfter(tooOld))
            .filter(row -> !row.<LocalDate>getAs(OfferAccuracy.AS_OF).isAfter(run.asOf()))
            .map(row -> row.<String>getAs(OfferAccuracy.STORE_ID))
            .collect(Collectors.toSet());

    return run.small().rows(Stores.TABLE).stream()
        .map(row -> row.<String>getAs(Stores.STORE_ID))
        .filter(store -> !done.contains(store))
        .sorted()
        .toList();
  }

  private static Dataset<Row> lines(Run run, List<String> stores) {
    Column counted = col(SaleLines.BUSINESS_ON).leq(lit(run.asOf()));

    return run.lake().read(SaleLines.TABLE).where(counted.and(of(stores)));
  }

  private static Column of(List<String> stores) {
    return col(Columns.STORE_ID).isin(stores.toArray());
  }

  /** Obsolete rules of the same day are deleted in the same commit. */
  private static long writeRules(
      Run run, OfferRules settings, List<String> stores, Dataset<Row> rules) {
    Dataset<Row> found =
        rules
            .where(col(Scopes.PERIOD).equalTo(ItemCounts.WHOLE))
            .withColumn(Columns.AS_OF, lit(run.asOf()))
            .withColumn(BasketRules.RULES_VERSION, lit(settings.version()))
            .withColumn(Columns.RUN_ID, lit(run.runId()));
    Dataset<Row> before =
        run.lake()
            .read(BasketRules.TABLE)
            .where(col(Columns.AS_OF).equalTo(lit(run.asOf())).and(of(stores)));
    long written = found.count();
    if (!run.lake().exists(BasketRules.TABLE) || before.isEmpty()) {
      run.lake().append(BasketRules.TABLE, found.coalesce(1), written);
    } else {
      String[] key = BasketRules.TABLE.key().toArray(String[]::new);
      run.lake().merge(BasketRules.TABLE, found, before.join(found, key, "left_anti"));
    }
    return written;
  }

  private static void writeAccuracy(
      Run run, OfferRules settings, List<String> stores, List<Row> tried) {
    Map<String, Row> byKey = new HashMap<>();
    tried.forEach(row -> byKey.put(row.getString(0) + "\n" + row.getString(1), row));
    List<Row> rows = new ArrayList<>();
    for (String store : stores) {
      for (String level : LEVELS) {
        Row hits =
            byKey.getOrDefault(store + "\n" + level, RowFactory.create(store, level, 0L, 0L, 0L));
        rows.add(
            SparkTypes.row(
                TableRow.of(OfferAccuracy.TABLE)
                    .with(Columns.STORE_ID, store)
                    .with(Columns.AS_OF, run.asOf())
                    .with(OfferAccuracy.LEVEL, level)
                    .with(OfferAccuracy.TESTED, hits.getLong(2))
                    .with(OfferAccuracy.OFFER_HITS, hits.getLong(3))
                    .with(OfferAccuracy.POPULARITY_HITS, hits.getLong(4))
                    .with(OfferAccuracy.RULES_VERSION, settings.version())
                    .with(Columns.RUN_ID, run.runId())));
      }
    }
    run.small().upsert(OfferAccuracy.TABLE, rows);
  }
}
