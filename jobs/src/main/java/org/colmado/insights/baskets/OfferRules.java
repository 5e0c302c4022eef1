package org.colmado.insights.baskets;

import java.nio.file.Path;
import org.colmado.insights.config.Expect;
import org.colmado.insights.config.Yaml;

/**
 * The settings of {@code conf/offers.yaml}: the one place of every threshold of cross-selling.
 *
 * @param version raised when a setting changes
 * @param windowDays days that count, up to a store's last day with sales
 * @param refitDays how old a store's rules get before they are found again
 * @param mostItems items of a basket that pairs are made of
 * @param trust what a pair has to pass
 * @param test how offers are tried
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
   * What a pair has to pass.
   *
   * @param leastBaskets visits an item needs to be looked at, and a pair to be a rule
   * @param leastLiftLow the lower bound of the lift is above this
   * @param falseDiscovery share of the rules of a store and level that may be chance
   */
  public record Trust(int leastBaskets, double leastLiftLow, double falseDiscovery) {
    public Trust {
      Expect.between("least-baskets", leastBaskets, 1, 1_000_000);
      Expect.between("least-lift-low", leastLiftLow, 1, 100);
      Expect.between("false-discovery", falseDiscovery, 0.0001, 0.5);
    }
  }

  /**
   * How offers are tried.
   *
   * @param heldOutWeeks last weeks of a store's window that the tried rules do not see
   * @param leastBaskets fewer held-out baskets than this say nothing
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
