package org.colmado.insights.features;

import static org.apache.spark.sql.functions.udf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.colmado.insights.lake.SparkTypes;
import org.colmado.insights.table.Sales;
import org.colmado.insights.table.TransactionFeatures;
import scala.collection.Iterator;
import scala.collection.Seq;

/**
 * The composition of a basket, from {@link Sales#BASKET}: the columns of {@link
 * TransactionFeatures} about categories and prices.
 *
 * @param entries one a category, in the order of the categories; never empty
 */
record BasketComposition(List<Entry> entries) {
  static final StructType TYPE =
      new StructType()
          .add(TransactionFeatures.AVG_ITEM_PRICE, DataTypes.DoubleType)
          .add(TransactionFeatures.CATEGORIES, DataTypes.createArrayType(DataTypes.StringType))
          .add(TransactionFeatures.MAIN_CATEGORY, DataTypes.StringType)
          .add(TransactionFeatures.CATEGORY_WEIGHTS, SparkTypes.of(TransactionFeatures.WEIGHTS))
          .add(
              TransactionFeatures.CATEGORY_UNIT_WEIGHTS, SparkTypes.of(TransactionFeatures.WEIGHTS))
          .add(
              TransactionFeatures.CATEGORY_LINE_WEIGHTS,
              SparkTypes.of(TransactionFeatures.WEIGHTS));

  /**
   * The part of the basket in one category.
   *
   * @param value net, negative for a return
   * @param units over the lines that have a quantity; null: none has
   * @param pricedValue of the lines that have a quantity
   */
  record Entry(String category, double value, Double units, int lines, double pricedValue) {
    private static Entry of(Row row) {
      boolean isPriced = !row.isNullAt(2);

      return new Entry(
          row.getString(0),
          row.getDecimal(1).doubleValue(),
          isPriced ? row.getDecimal(2).doubleValue() : null,
          row.getInt(3),
          isPriced ? row.getDecimal(4).doubleValue() : 0);
    }
  }

  /** A struct of {@link #TYPE} from a column of {@link Sales#BASKET_TYPE}. */
  static Column of(Column basket) {
    UDF1<Seq<Row>, Row> mixed = rows -> of(rows).row();

    return udf(mixed, TYPE).apply(basket);
  }

  private static BasketComposition of(Seq<Row> rows) {
    List<Entry> entries = new ArrayList<>(rows.size());
    for (Iterator<Row> each = rows.iterator(); each.hasNext(); ) {
      entries.add(Entry.of(each.next()));
    }
    return new BasketComposition(entries);
  }

  /** Net value of a unit over the lines that have a quantity; null where units come to none. */
  Double averagePrice() {
    return units() == 0 ? null : entries.stream().mapToDouble(Entry::pricedValue).sum() / units();
  }

  List<String> categories() {
    return entries.stream().map(Entry::category).toList();
  }

  /** The category with the highest value; on a tie, the last by name. */
  String mainCategory() {
    return entries.stream()
        .max(
            Comparator.comparingDouble((Entry entry) -> Math.abs(entry.value()))
                .thenComparing(Entry::category))
        .orElseThrow()
        .category();
  }

  /** Shares of the value by category; tickets of value 0 are quarantined before. */
  Map<String, Double> valueWeights() {
    return weights(Entry::value);
  }

  /** Shares of the units; null where units come to none. */
  Map<String, Double> unitWeights() {
    return units() == 0 ? null : weights(entry -> unitsOf(entry));
  }

  Map<String, Double> lineWeights() {
    return weights(Entry::lines);
  }

  private double units() {
    return entries.stream().mapToDouble(entry -> unitsOf(entry)).sum();
  }

  private static double unitsOf(Entry entry) {
    return entry.units() == null ? 0 : entry.units();
  }

  private Map<String, Double> weights(ToDoubleFunction<Entry> measure) {
    double whole = entries.stream().mapToDouble(measure).sum();
    Map<String, Double> weights = new LinkedHashMap<>();
    entries.forEach(entry -> weights.put(entry.category(), measure.applyAsDouble(entry) / whole));
    return weights;
  }

  private Row row() {
    return RowFactory.create(
        averagePrice(),
        categories().toArray(String[]::new),
        mainCategory(),
        valueWeights(),
        unitWeights(),
        lineWeights());
  }
}
