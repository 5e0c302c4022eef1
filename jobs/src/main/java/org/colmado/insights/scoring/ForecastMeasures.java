package org.colmado.insights.scoring;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.colmado.insights.lake.Lake;
import org.colmado.insights.table.ForecastAccuracy;
import org.colmado.insights.table.ForecastOverrides;
import org.colmado.insights.table.IssuedScores;

/** All scorecard measures of forecasts. */
public record ForecastMeasures(
    IssuedMeasures issued, ChampionChanges champions, OverrideMeasures overrides) {
  /** Maximum age of a back-test: they are normally about a week old. */
  private static final int BACKTEST_DAYS = 120;

  public static ForecastMeasures of(ScoreRules rules) {
    return new ForecastMeasures(
        new IssuedMeasures(rules.issued()),
        new ChampionChanges(rules.champions()),
        new OverrideMeasures(rules.overrides(), rules.issued().aheadDays()));
  }

  List<Measure> all() {
    return Stream.of(issued.all(), List.of(champions.measure()), overrides.all())
        .flatMap(List::stream)
        .toList();
  }

  /** Sums by store that the measures are computed from. */
  public List<Dataset<Row>> sums(Lake lake, LocalDate asOf) {
    Dataset<Row> scores = lake.read(IssuedScores.TABLE);
    Dataset<Row> accuracy =
        lake.read(ForecastAccuracy.TABLE)
            .where(col(ForecastAccuracy.AS_OF).gt(lit(asOf.minusDays(BACKTEST_DAYS))));
    List<Dataset<Row>> sums = new ArrayList<>();
    sums.add(issued.sums(scores, accuracy, asOf));
    sums.add(champions.sums(accuracy, asOf));
    if (lake.exists(ForecastOverrides.TABLE)) {
      sums.add(overrides.sums(scores, asOf));
    }
    return sums;
  }
}
