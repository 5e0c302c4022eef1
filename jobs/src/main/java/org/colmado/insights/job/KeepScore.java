package org.colmado.insights.job;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoublePredicate;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.colmado.insights.baskets.OfferRules;
import org.colmado.insights.lake.Lake;
import org.colmado.insights.table.GrokCalls;
import org.colmado.insights.table.HourlySales;
import org.colmado.insights.table.OfferAccuracy;
import org.colmado.insights.table.QualityScorecard;
import org.colmado.insights.table.SaleLines;
import org.colmado.insights.table.Sales;
import org.colmado.insights.table.SegmentPersonas;
import org.colmado.insights.table.Segments;
import org.colmado.insights.table.TransactionFeatures;

/**
 * Writes {@link org.colmado.insights.table.IssuedScores}, then measures the night's own tables
 * against each other and writes {@link QualityScorecard}. Every measure is computed from what was
 * written, not from what was meant to be. Each table is read once: to a few sums a store, from
 * which the measures are taken.
 */
final class KeepScore {
  private static final String TICKETS = "tickets";
  private static final String VISITS = "visits";
  private static final String AGREEING_VISITS = "agreeing_visits";
  private static final String REVENUE = "revenue";
  private static final String LINE_MONEY = "line_money";
  private static final String UNCLASSIFIED_MONEY = "unclassified_money";
  private static final String OTHER_MONEY = "other_money";
  private static final String HOURLY_REVENUE = "hourly_revenue";
  private static final String USUAL_HOURS = "usual_hours";
  private static final String MISSING_HOURS = "missing_hours";
  private static final String FEATURES = "features";
  private static final String SHARES_OFF_1 = "shares_off_1";

  /**
   * What is measured of every store.
   *
   * @param value from the store's sums by name; null: there is nothing to measure
   * @param target in words what {@code holds} asks of the value
   */
  record Measure(
      String name,
      Function<Map<String, Double>, Double> value,
      String target,
      DoublePredicate holds) {}

  /** A measure of one store, as it came out. */
  record Score(String storeId, Measure measure, Double value) {
    Boolean holds() {
      return value == null ? null : measure.holds().test(value);
    }

    Row row(Run run) {
      return RowFactory.create(
          storeId, run.asOf(), measure.name(), value, measure.target(), holds(), run.runId());
    }
  }

  private static final List<Measure> OF_TABLES =
      List.of(
          new Measure(
              "tickets_whose_total_agrees_share",
              share(AGREEING_VISITS, VISITS),
              "0.99 or more",
              value -> value >= 0.99),
          new Measure(
              "revenue_unclassified_share",
              share(UNCLASSIFIED_MONEY, LINE_MONEY),
              "0.02 or less",
              value -> value <= 0.02),
          new Measure(
              "revenue_other_share",
              share(OTHER_MONEY, LINE_MONEY),
              "0.02 or less",
              value -> value <= 0.02),
          new Measure(
              "revenue_not_in_hours", gap(REVENUE, HOURLY_REVENUE), "0.00", value -> value == 0),
          new Measure(
              "open_hours_missing_share",
              share(MISSING_HOURS, USUAL_HOURS),
              "0.05 or less",
              value -> value <= 0.05),
          new Measure("tickets_without_features", gap(TICKETS, FEATURES), "0", value -> value == 0),
          new Measure(
              "segment_shares_off_1",
              sums -> sums.get(SHARES_OFF_1),
              "0, to 1e-9",
              value -> value <= 1e-9));

  /** Every measure there is. */
  static List<Measure> measures(ScoreRules rules) {
    return Stream.of(
            OF_TABLES, OfferMeasures.ALL, PersonaMeasures.ALL, ForecastMeasures.of(rules).all())
        .flatMap(List::stream)
        .toList();
  }

  private KeepScore() {}

  static Outcome run(Run run) {
    Lake lake = run.lake();
    Column counted = col(Sales.BUSINESS_ON).leq(lit(run.asOf()));
    Column ofTheNight = col(Segments.AS_OF).equalTo(lit(run.asOf()));
    ScoreRules rules = ScoreRules.read(run.conf().find("scorecard.yaml"));
    Outcome issued = ScoreIssued.run(run, rules.scoring());
    List<Dataset<Row>> ofTables =
        List.of(
            ofSales(lake.read(Sales.TABLE).where(counted)),
            ofLines(lake.read(SaleLines.TABLE).where(counted)),
            ofHours(lake.read(HourlySales.TABLE).where(counted)),
            ofFeatures(lake.read(TransactionFeatures.TABLE).where(counted)),
            ofSegments(lake.read(Segments.TABLE).where(ofTheNight)),
            ofOffers(run),
            PersonaMeasures.sums(lake.read(GrokCalls.TABLE), run.asOf()),
            PersonaMeasures.ofTexts(lake.read(SegmentPersonas.TABLE).where(ofTheNight)));
    List<Dataset<Row>> ofForecasts = ForecastMeasures.of(rules).sums(lake, run.asOf());
    List<Score> scores =
        scores(measures(rules), Stream.concat(ofTables.stream(), ofForecasts.stream()).toList());
    if (scores.isEmpty()) {
      return issued;
    }

    List<Row> rows = scores.stream().map(score -> score.row(run)).toList();
    lake.put(QualityScorecard.TABLE, run.lake().rows(QualityScorecard.TABLE, rows).coalesce(1));
    warn(run, scores);
    return issued.plus(Outcome.wrote(rows.size(), rows.size()));
  }

  static Dataset<Row> ofSales(Dataset<Row> sales) {
    Column isVisit = not(col(Sales.IS_RETURN)).and(not(col(Sales.IS_CANCELLED)));
    Column agrees = abs(col(Sales.TOTAL).minus(col(Sales.NET_TOTAL))).leq(1);

    return sales
        .groupBy(col(Sales.STORE_ID))
        .agg(
            count(lit(1)).as(TICKETS),
            count(when(isVisit, 1)).as(VISITS),
            count(when(isVisit.and(agrees), 1)).as(AGREEING_VISITS),
            sum(when(isVisit, col(Sales.NET_TOTAL))).as(REVENUE));
  }

  static Dataset<Row> ofLines(Dataset<Row> lines) {
    Column money = abs(col(SaleLines.AMOUNT)).cast("double");
    Column category = col(SaleLines.CATEGORY);

    return lines
        .groupBy(col(SaleLines.STORE_ID))
        .agg(
            sum(money).as(LINE_MONEY),
            sum(when(category.equalTo("unclassified"), money).otherwise(0.0))
                .as(UNCLASSIFIED_MONEY),
            sum(when(category.equalTo("other"), money).otherwise(0.0)).as(OTHER_MONEY));
  }

  static Dataset<Row> ofHours(Dataset<Row> hours) {
    Column state = col(HourlySales.STATE);

    return hours
        .groupBy(col(HourlySales.STORE_ID))
        .agg(
            sum(HourlySales.REVENUE).as(HOURLY_REVENUE),
            count(when(state.notEqual(HourlySales.CLOSED), 1)).as(USUAL_HOURS),
            count(when(state.equalTo(HourlySales.MISSING), 1)).as(MISSING_HOURS));
  }

  static Dataset<Row> ofFeatures(Dataset<Row> features) {
    return features.groupBy(col(TransactionFeatures.STORE_ID)).agg(count(lit(1)).as(FEATURES));
  }

  static Dataset<Row> ofSegments(Dataset<Row> segments) {
    return segments
        .groupBy(col(Segments.STORE_ID), col(Segments.SEGMENT_TYPE))
        .agg(abs(sum(Segments.TRANSACTION_SHARE).minus(1)).as(SHARES_OFF_1))
        .groupBy(col(Segments.STORE_ID))
        .agg(max(SHARES_OFF_1).as(SHARES_OFF_1));
  }

  private static Dataset<Row> ofOffers(Run run) {
    OfferRules settings = OfferRules.read(run.conf().find("offers.yaml"));

    return new OfferMeasures(run.asOf(), settings.test().leastBaskets())
        .sums(run.spark(), run.small().rows(OfferAccuracy.TABLE));
  }

  /**
   * Every measure of every store.
   *
   * @param measures what is measured
   * @param sums a row a store: its id, then sums by name
   */
  static List<Score> scores(List<Measure> measures, List<Dataset<Row>> sums) {
    List<Score> scores = new ArrayList<>();
    byStore(sums)
        .forEach(
            (store, ofStore) ->
                measures.forEach(
                    measure ->
                        scores.add(new Score(store, measure, measure.value().apply(ofStore)))));
    return scores;
  }

  private static Map<String, Map<String, Double>> byStore(List<Dataset<Row>> sums) {
    Map<String, Map<String, Double>> byStore = new TreeMap<>();
    for (Dataset<Row> ofTable : sums) {
      List<String> names = Arrays.asList(ofTable.columns()).subList(1, ofTable.columns().length);
      for (Row row : ofTable.collectAsList()) {
        Map<String, Double> ofStore =
            byStore.computeIfAbsent(row.getString(0), store -> new HashMap<>());
        for (String name : names) {
          Number sum = row.getAs(name);
          if (sum != null) {
            ofStore.put(name, sum.doubleValue());
          }
        }
      }
    }
    return byStore;
  }

  /** Of the whole; there is nothing to measure where the whole is 0. */
  static Function<Map<String, Double>, Double> share(String part, String whole) {
    return sums ->
        sums.getOrDefault(whole, 0.0) == 0
            ? null
            : Double.valueOf(sums.get(part) / sums.get(whole));
  }

  /** Between sums of money or counts, to the cent. */
  private static Function<Map<String, Double>, Double> gap(String of, String with) {
    return sums ->
        sums.containsKey(of)
            ? Double.valueOf(
                Math.round(Math.abs(sums.get(of) - sums.getOrDefault(with, 0.0)) * 100) / 100.0)
            : null;
  }

  private static void warn(Run run, List<Score> scores) {
    scores.stream()
        .filter(score -> Boolean.FALSE.equals(score.holds()))
        .limit(20)
        .forEach(
            score ->
                run.progress()
                    .say(
                        "  look at: %s of %s is %.4f, should be %s",
                        score.measure().name(),
                        score.storeId(),
                        score.value(),
                        score.measure().target()));
  }
}
