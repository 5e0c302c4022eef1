package org.colmado.insights.segments;

import static org.apache.spark.sql.functions.approx_percentile;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.colmado.insights.lake.SparkTypes;
import org.colmado.insights.schema.Columns;
import org.colmado.insights.schema.TableRow;
import org.colmado.insights.table.Sales;
import org.colmado.insights.table.Stores;
import org.colmado.insights.table.ValueBands;

/**
 * Computes {@link ValueBands} for stores that have none for this version of the rules: the fixed
 * bands of their currency, else quantiles of their own baskets, rounded to two significant digits.
 */
public record BandsOfStores(SegmentRules rules) {
  private static final int ACCURACY = 10_000;
  private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.HALF_UP);
  private static final BigDecimal CENT = new BigDecimal("0.01");

  /**
   * Rows of {@link ValueBands} for the stores that need them; none for a store that needs quantiles
   * but has no visits.
   *
   * @param stores rows of {@link Stores}
   * @param known rows of {@link ValueBands}
   * @param sales tickets for the quantiles; read only if a store needs quantiles
   */
  public List<Row> from(List<Row> stores, List<Row> known, Dataset<Row> sales) {
    Set<String> done =
        known.stream()
            .filter(band -> band.<Integer>getAs(ValueBands.BANDS_VERSION) == rules.version())
            .map(band -> band.<String>getAs(ValueBands.STORE_ID))
            .collect(Collectors.toSet());
    List<Row> bands = new ArrayList<>();
    List<String> learning = new ArrayList<>();
    for (Row store : stores) {
      String id = store.getAs(Stores.STORE_ID);
      List<BigDecimal> fixed = rules.value().fixed().get(store.<String>getAs(Stores.CURRENCY));
      if (done.contains(id)) {
        continue;
      }
      if (fixed == null) {
        learning.add(id);
      } else {
        bands.addAll(bands(id, "fixed", fixed));
      }
    }

    if (!learning.isEmpty()) {
      bands.addAll(learned(learning, sales));
    }
    return bands;
  }

  private List<Row> learned(List<String> stores, Dataset<Row> sales) {
    Column[] quantiles = rules.value().quantiles().stream().map(q -> lit(q)).toArray(Column[]::new);
    Column baskets = col(Sales.NET_TOTAL).cast("double");

    return sales
        .where(not(col(Sales.IS_RETURN)).and(not(col(Sales.IS_CANCELLED))))
        .where(col(Sales.STORE_ID).isin(stores.toArray()))
        .groupBy(col(Sales.STORE_ID))
        .agg(approx_percentile(baskets, array(quantiles), lit(ACCURACY)))
        .collectAsList()
        .stream()
        .flatMap(
            row -> bands(row.getString(0), "quantile", rising(row.<Double>getList(1))).stream())
        .toList();
  }

  /**
   * Makes quantiles strictly increasing: with few distinct baskets, a band begins a cent above the
   * last one.
   */
  private static List<BigDecimal> rising(List<Double> quantiles) {
    List<BigDecimal> starts = new ArrayList<>();
    for (double quantile : quantiles) {
      BigDecimal start = new BigDecimal(quantile).round(TWO_DIGITS);
      BigDecimal last = starts.isEmpty() ? null : starts.get(starts.size() - 1);
      starts.add(last == null || start.compareTo(last) > 0 ? start : last.add(CENT));
    }
    return starts;
  }

  private List<Row> bands(String store, String mode, List<BigDecimal> starts) {
    List<BigDecimal> all = new ArrayList<>();
    all.add(BigDecimal.ZERO);
    all.addAll(starts);
    List<Row> bands = new ArrayList<>();
    for (int band = 0; band < all.size(); band++) {
      bands.add(
          SparkTypes.row(
              TableRow.of(ValueBands.TABLE)
                  .with(Columns.STORE_ID, store)
                  .with(ValueBands.BAND, band)
                  .with(ValueBands.SEGMENT_ID, rules.value().bands().get(band).id())
                  .with(ValueBands.FROM_VALUE, money(all.get(band)))
                  .with(
                      ValueBands.TO_VALUE, band + 1 < all.size() ? money(all.get(band + 1)) : null)
                  .with(ValueBands.MODE, mode)
                  .with(ValueBands.BANDS_VERSION, rules.version())));
    }
    return bands;
  }

  private static BigDecimal money(BigDecimal amount) {
    return amount.setScale(2, RoundingMode.HALF_UP);
  }
}
