package org.colmado.insights.segments.missions;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.colmado.insights.config.Expect;
import org.colmado.insights.config.Yaml;
import org.colmado.insights.text.BilingualText;

/**
 * The settings of {@code conf/missions.yaml}.
 *
 * @param seed of all random numbers: the same visits and seed give the same missions
 * @param windowDays length of the fit's window, up to the store's last day with sales
 * @param sampleVisits sample size of a fit, in visits of a store
 * @param leastVisits a store with fewer has no missions
 * @param refitDays days between fits; in between, new visits are only assigned
 * @param leastLikeness Jaccard index from which a mission of a new fit counts as the same mission
 *     as before
 * @param leastKept the old model stays if a new fit leaves at least this share of visits in their
 *     mission
 */
public record MissionRules(
    long seed,
    int windowDays,
    int sampleVisits,
    int leastVisits,
    int refitDays,
    double leastLikeness,
    double leastKept,
    Search search,
    Weights weights,
    Names names)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  public MissionRules {
    Expect.between("window-days", windowDays, 28, 3650);
    Expect.between("sample-visits", sampleVisits, 200, 50_000);
    Expect.between("least-visits", leastVisits, 100, 1_000_000);
    Expect.between("refit-days", refitDays, 1, 365);
    Expect.between("least-likeness", leastLikeness, 0, 1);
    Expect.between("least-kept", leastKept, 0, 1);
  }

  /** Text of all settings that affect the result; a change of it triggers a new fit. */
  public String settings() {
    return "seed=%d, windowDays=%d, sampleVisits=%d, leastVisits=%d, %s, %s"
        .formatted(seed, windowDays, sampleVisits, leastVisits, search, weights);
  }

  /** Reads and checks the file. */
  public static MissionRules read(Path file) {
    return Yaml.read(file, MissionRules.class);
  }

  /**
   * How the number of missions is chosen.
   *
   * @param restarts starts of k-means on the whole sample; the best is kept
   * @param redrawnRestarts restarts on resamples and on shuffled baskets
   * @param halvings random halvings for the prediction strength
   * @param bootstraps bootstrap samples for the stability
   * @param shuffles shuffled data sets as the reference without missions
   * @param leastStability minimum bootstrap ARI of a candidate
   * @param leastJaccard minimum bootstrap Jaccard index of every mission
   * @param leastJaccardKept the same for the number of missions that the store already has
   * @param leastGap minimum gap (see {@link Candidate})
   */
  public record Search(
      int leastK,
      int mostK,
      int restarts,
      int redrawnRestarts,
      int iterations,
      int halvings,
      int bootstraps,
      int shuffles,
      double leastStability,
      double leastJaccard,
      double leastJaccardKept,
      double leastGap)
      implements Serializable {
    private static final long serialVersionUID = 1L;

    public Search {
      Expect.between("least-k", leastK, 2, 12);
      Expect.between("most-k", mostK, leastK, 12);
      Expect.between("restarts", restarts, 1, 100);
      Expect.between("redrawn-restarts", redrawnRestarts, 1, restarts);
      Expect.between("iterations", iterations, 1, 500);
      Expect.between("halvings", halvings, 1, 50);
      Expect.between("bootstraps", bootstraps, 2, 200);
      Expect.between("shuffles", shuffles, 1, 50);
      Expect.between("least-stability", leastStability, 0, 1);
      Expect.between("least-jaccard", leastJaccard, 0, 1);
      Expect.between("least-jaccard-kept", leastJaccardKept, 0, leastJaccard);
      Expect.between("least-gap", leastGap, 0, 10);
    }
  }

  /** Weights of the coordinates relative to the categories, whose weight is 1. */
  public record Weights(double value, double lines, double hour, double day, double tender)
      implements Serializable {
    private static final long serialVersionUID = 1L;

    public Weights {
      Expect.between("value", value, 0, 5);
      Expect.between("lines", lines, 0, 5);
      Expect.between("hour", hour, 0, 5);
      Expect.between("day", day, 0, 5);
      Expect.between("tender", tender, 0, 5);
    }
  }

  /**
   * The parts of mission names.
   *
   * @param categories words by category code; a category that is absent is shown by its code
   * @param varied for a mission without a distinctive category
   * @param aroundHour with {@code %d} for the hour
   * @param larger if size alone distinguishes two missions; likewise {@code smaller}
   * @param alike for the description of a mission without a distinctive category
   * @param dayParts morning (4 to 10), midday (11 to 13), afternoon (14 to 17) and night
   */
  public record Names(
      Map<String, BilingualText> categories,
      BilingualText varied,
      BilingualText with,
      BilingualText aroundHour,
      List<BilingualText> dayParts,
      BilingualText large,
      BilingualText small,
      BilingualText larger,
      BilingualText smaller,
      BilingualText alike,
      BilingualText credit,
      BilingualText delivery,
      BilingualText weekend,
      BilingualText payday)
      implements Serializable {
    private static final long serialVersionUID = 1L;

    public Names {
      categories = new TreeMap<>(categories);
      dayParts = List.copyOf(dayParts);
      Expect.that(dayParts.size() == 4, "day-parts", dayParts.size() + " of them", "four");
    }

    /** The time of day, in words. */
    BilingualText around(int hour) {
      return new BilingualText(aroundHour.es().formatted(hour), aroundHour.en().formatted(hour));
    }

    /** The category as names say it. */
    BilingualText category(String code) {
      return categories.getOrDefault(code, new BilingualText(code, code));
    }
  }
}
