package org.colmado.insights.scoring;

import java.util.List;
import java.util.stream.Stream;

/** All measures of the scorecard. */
public final class Scorecard {
  private Scorecard() {}

  /** Every measure there is. */
  public static List<Measure> measures(ScoreRules rules) {
    return Stream.of(
            TableMeasures.ALL,
            OfferMeasures.ALL,
            PersonaMeasures.ALL,
            ForecastMeasures.of(rules).all())
        .flatMap(List::stream)
        .toList();
  }
}
