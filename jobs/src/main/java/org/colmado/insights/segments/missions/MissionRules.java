package org.colmado.insights.segments.missions;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.colmado.insights.config.Expect;
import org.colmado.insights.config.Yaml;

/**
 * The settings of {@code conf/missions.yaml}.
 *
 * @param seed of every draw: the same visits and seed give the same missions
 * @param windowDays how many days a fit looks at, up to the store's last day with sales
 * @param sampleVisits how many visits of a store a fit looks at
 * @param leastVisits a store with fewer has no missions
 * @param refitDays days from one fit to the next; between them new visits are only assigned
 * @param leastLikeness Jaccard likeness from which a mission of a new fit is the one it was before
 * @param leastKept share of the visits that a new fit leaves in their mission, from which the model
 *     there was stays
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

  /** All that decides what is found, in words: other settings, another fit. */
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
   * @param redrawnRestarts starts on samples of it and on shuffled baskets
   * @param halvings of the visits, for the prediction strength
   * @param bootstraps samples drawn with replacement, for the stability
   * @param shuffles of the baskets, to see what there would be without missions
   * @param leastStability bootstrap ARI that a number of missions must reach
   * @param leastJaccard bootstrap Jaccard that every mission must reach
   * @param leastJaccardKept the same of a number of missions that the store already has
   * @param leastGap how much less, in logarithms, the visits must scatter than shuffled ones
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

  /** What counts how much beside the categories, whose weight is 1. */
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

  /** A piece of a name in both languages. */
  public record Piece(String es, String en) implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  /**
   * What names are put together of.
   *
   * @param categories by code; one that is not among them goes by its code
   * @param varied where nothing stands out
   * @param aroundHour with {@code %d} for the hour
   * @param larger where size alone tells two missions apart; likewise {@code smaller}
   * @param alike in the description where no category stands out
   * @param dayParts morning (4 to 10), midday (11 to 13), afternoon (14 to 17) and night
   */
  public record Names(
      Map<String, Piece> categories,
      Piece varied,
      Piece with,
      Piece aroundHour,
      List<Piece> dayParts,
      Piece large,
      Piece small,
      Piece larger,
      Piece smaller,
      Piece alike,
      Piece credit,
      Piece delivery,
      Piece weekend,
      Piece payday)
      implements Serializable {
    private static final long serialVersionUID = 1L;

    public Names {
      categories = new TreeMap<>(categories);
      dayParts = List.copyOf(dayParts);
      Expect.that(dayParts.size() == 4, "day-parts", dayParts.size() + " of them", "four");
    }

    /** The time of day, in words. */
    Piece around(int hour) {
      return new Piece(aroundHour.es().formatted(hour), aroundHour.en().formatted(hour));
    }

    /** The category as names say it. */
    Piece category(String code) {
      return categories.getOrDefault(code, new Piece(code, code));
    }
  }
}
