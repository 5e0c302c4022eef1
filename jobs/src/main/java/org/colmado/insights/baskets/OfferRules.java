package org.colmado.insights.baskets;

import java.nio.file.Path;
import org.colmado.insights.config.Expect;
import org.colmado.insights.config.Yaml;

/**
 * The settings of {@code conf/offers.yaml}: all thresholds of cross-selling.
 *
 * @param version raised when a setting changes
 * @param windowDays length of the window, up to a store's last day with sales
 * @param refitDays age in days at which a store's rules are computed again
 * @param mostItems maximum number of items of a basket that are paired
 * @param trust requirements for a rule
 * @param test settings of the hold-out test
 */
public record OfferRules(
    int version, int windowDays, int refitDays, int mostItems, Trust trust, Test test) {
  private static final int DAYS_OF_WEEK = 7;

  public OfferRules {
    Expect.between("version", version, 1, 1_000_000);
    Expect.between("window-days", windowDays, 28, 3650);
    Expect.between("refit-days", refitDays, 1, 365);
    Expect.between("most-items", mostItems, 2, 200);
    Expect.that(
        test.heldOutDays() < windowDays,
        "test.held-out-weeks",
        test.heldOutWeeks(),
        "fewer days than window-days, " + windowDays);
  }

  /** Reads and checks the file. */
  public static OfferRules read(Path file) {
    return Yaml.read(file, OfferRules.class);
  }

  /**
   * Requirements for a pair of items to become a rule.
   *
   * @param leastBaskets minimum number of baskets of an item and of a pair
   * @param leastLiftLow minimum of the lower bound of the lift
   * @param falseDiscovery false discovery rate for each store and level
   */
  public record Trust(int leastBaskets, double leastLiftLow, double falseDiscovery) {
    public Trust {
      Expect.between("least-baskets", leastBaskets, 1, 1_000_000);
      Expect.between("least-lift-low", leastLiftLow, 1, 100);
      Expect.between("false-discovery", falseDiscovery, 0.0001, 0.5);
    }
  }

  /**
   * Settings of the hold-out test of offers.
   *
   * @param heldOutWeeks length of the hold-out: last weeks of a store's window
   * @param leastBaskets minimum number of hold-out baskets
   */
  public record Test(int heldOutWeeks, int leastBaskets) {
    public Test {
      Expect.between("held-out-weeks", heldOutWeeks, 1, 52);
      Expect.between("least-baskets", leastBaskets, 1, 1_000_000);
    }

    /** Held-out days. */
    public int heldOutDays() {
      return DAYS_OF_WEEK * heldOutWeeks;
    }
  }
}
