package org.colmado.insights.stage;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.colmado.insights.baskets.OfferRules;
import org.colmado.insights.lake.Lake;
import org.colmado.insights.lake.SparkTypes;
import org.colmado.insights.run.Outcome;
import org.colmado.insights.run.Run;
import org.colmado.insights.run.Stage;
import org.colmado.insights.scoring.ForecastMeasures;
import org.colmado.insights.scoring.OfferMeasures;
import org.colmado.insights.scoring.PersonaMeasures;
import org.colmado.insights.scoring.Score;
import org.colmado.insights.scoring.ScoreRules;
import org.colmado.insights.scoring.Scorecard;
import org.colmado.insights.scoring.StoreScores;
import org.colmado.insights.scoring.TableMeasures;
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
 * Writes {@link org.colmado.insights.table.IssuedScores} and {@link
 * org.colmado.insights.table.StoreNotices}, then checks the night's tables against each other and
 * writes {@link QualityScorecard}. Every measure is computed from the written tables. Each table is
 * reduced to a few sums for each store in one pass.
 */
public final class BuildScorecard implements Stage {
  @Override
  public String name() {
    return "scorecard";
  }

  @Override
  public Outcome run(Run run) {
    Lake lake = run.lake();
    Column counted = col(Sales.BUSINESS_ON).leq(lit(run.asOf()));
    Column ofTheNight = col(Segments.AS_OF).equalTo(lit(run.asOf()));
    ScoreRules rules = ScoreRules.read(run.conf().find("scorecard.yaml"));
    Outcome issued = ScoreIssuedForecasts.run(run, rules.scoring()).plus(FindNotices.run(run));
    List<Dataset<Row>> ofTables =
        List.of(
            TableMeasures.ofSales(lake.read(Sales.TABLE).where(counted)),
            TableMeasures.ofLines(lake.read(SaleLines.TABLE).where(counted)),
            TableMeasures.ofHours(lake.read(HourlySales.TABLE).where(counted)),
            TableMeasures.ofFeatures(lake.read(TransactionFeatures.TABLE).where(counted)),
            TableMeasures.ofSegments(lake.read(Segments.TABLE).where(ofTheNight)),
            ofOffers(run),
            PersonaMeasures.sums(lake.read(GrokCalls.TABLE), run.asOf()),
            PersonaMeasures.ofTexts(lake.read(SegmentPersonas.TABLE).where(ofTheNight)));
    List<Dataset<Row>> ofForecasts = ForecastMeasures.of(rules).sums(lake, run.asOf());
    List<Score> scores =
        StoreScores.of(
            Scorecard.measures(rules),
            Stream.concat(ofTables.stream(), ofForecasts.stream()).toList());
    if (scores.isEmpty()) {
      return issued;
    }

    List<Row> rows =
        SparkTypes.rows(scores.stream().map(score -> score.row(run.asOf(), run.runId())).toList());
    lake.upsert(QualityScorecard.TABLE, rows);
    warn(run, scores);
    return issued.plus(Outcome.wrote(rows.size(), rows.size()));
  }

  private static Dataset<Row> ofOffers(Run run) {
    OfferRules settings = OfferRules.read(run.conf().find("offers.yaml"));

    return new OfferMeasures(run.asOf(), settings.test().leastBaskets())
        .sums(run.spark(), run.small().rows(OfferAccuracy.TABLE));
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
