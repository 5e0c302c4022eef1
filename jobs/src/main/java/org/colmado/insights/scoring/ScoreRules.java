package org.colmado.insights.scoring;

import java.nio.file.Path;
import org.colmado.insights.config.Expect;
import org.colmado.insights.config.Yaml;

/**
 * The settings of {@code conf/scorecard.yaml}.
 *
 * @param scoring which days are scored
 * @param issued targets for issued forecasts
 * @param champions limit for changes of champions
 * @param overrides comparison of overrides with the model
 */
public record ScoreRules(Scoring scoring, Issued issued, Champions champions, Overrides overrides) {

  /** Reads and checks the file. */
  public static ScoreRules read(Path file) {
    return Yaml.read(file, ScoreRules.class);
  }

  /**
   * Which days are scored.
   *
   * @param rescoreDays for so many days a day is scored again if its sales change
   * @param lateDays after so many days without scores a store starts over
   */
  public record Scoring(int rescoreDays, int lateDays) {
    public Scoring {
      Expect.between("rescore-days", rescoreDays, 0, 365);
      Expect.between("late-days", lateDays, rescoreDays, 365);
    }
  }

  /**
   * Targets for issued forecasts.
   *
   * @param windowDays length of the window in days
   * @param aheadDays maximum lead time of the forecasts
   * @param leastDays minimum number of scored days
   * @param mostWapeOverBacktest maximum ratio of the error to that of the back-test
   * @param leastIn80Share minimum share of actuals within the 80 % interval
   * @param mostIn80Share maximum share of actuals within the 80 % interval
   * @param mostBiasShare maximum absolute relative bias
   */
  public record Issued(
      int windowDays,
      int aheadDays,
      int leastDays,
      double mostWapeOverBacktest,
      double leastIn80Share,
      double mostIn80Share,
      double mostBiasShare) {
    public Issued {
      Expect.between("window-days", windowDays, 7, 365);
      Expect.between("ahead-days", aheadDays, 1, 14);
      Expect.between("least-days", leastDays, 1, windowDays);
      Expect.between("most-wape-over-backtest", mostWapeOverBacktest, 1, 10);
      Expect.between("least-in80-share", leastIn80Share, 0, 0.8);
      Expect.between("most-in80-share", mostIn80Share, 0.8, 1);
      Expect.between("most-bias-share", mostBiasShare, 0.001, 1);
    }
  }

  /**
   * How often champions may change.
   *
   * @param weeks length of the window
   * @param mostChanges maximum changes over all series
   */
  public record Champions(int weeks, int mostChanges) {
    public Champions {
      Expect.between("weeks", weeks, 1, 52);
      Expect.between("most-changes", mostChanges, 0, 1000);
    }
  }

  /**
   * How overrides are compared with the model.
   *
   * @param windowDays length of the window in days
   * @param leastDays minimum number of days with an override
   */
  public record Overrides(int windowDays, int leastDays) {
    public Overrides {
      Expect.between("window-days", windowDays, 7, 365);
      Expect.between("least-days", leastDays, 1, windowDays);
    }
  }
}
