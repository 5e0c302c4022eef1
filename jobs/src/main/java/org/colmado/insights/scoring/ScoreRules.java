package org.colmado.insights.scoring;

import java.nio.file.Path;
import org.colmado.insights.config.Expect;
import org.colmado.insights.config.Yaml;

/**
 * The settings of {@code conf/scorecard.yaml}.
 *
 * @param scoring which days are scored
 * @param issued when issued forecasts are not as good as they should be
 * @param champions when the champions change too often
 * @param overrides when the owner's numbers are worse than the model's
 */
public record ScoreRules(Scoring scoring, Issued issued, Champions champions, Overrides overrides) {

  /** Reads and checks the file. */
  public static ScoreRules read(Path file) {
    return Yaml.read(file, ScoreRules.class);
  }

  /**
   * Which days are scored.
   *
   * @param rescoreDays a day is scored again for so long, if its sales change
   * @param lateDays a store without scores for so long begins anew
   */
  public record Scoring(int rescoreDays, int lateDays) {
    public Scoring {
      Expect.between("rescore-days", rescoreDays, 0, 365);
      Expect.between("late-days", lateDays, rescoreDays, 365);
    }
  }

  /**
   * What is asked of issued forecasts.
   *
   * @param windowDays days looked back on
   * @param aheadDays forecasts of so many days ahead count
   * @param leastDays fewer scored days say nothing
   * @param mostWapeOverBacktest of the error over that of the back-test
   * @param leastIn80Share of actuals within the 80 % interval
   * @param mostIn80Share of actuals within the 80 % interval
   * @param mostBiasShare of forecast less actual over actual, either way
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
   * @param weeks looked back on
   * @param mostChanges in them, of all series together
   */
  public record Champions(int weeks, int mostChanges) {
    public Champions {
      Expect.between("weeks", weeks, 1, 52);
      Expect.between("most-changes", mostChanges, 0, 1000);
    }
  }

  /**
   * How the owner's numbers are looked at.
   *
   * @param windowDays days looked back on
   * @param leastDays fewer days with such a number say nothing
   */
  public record Overrides(int windowDays, int leastDays) {
    public Overrides {
      Expect.between("window-days", windowDays, 7, 365);
      Expect.between("least-days", leastDays, 1, windowDays);
    }
  }
}
