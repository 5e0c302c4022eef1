package org.colmado.insights.forecast.fit;

import java.util.ArrayList;
import java.util.List;

/** A smooth trend of the level: radial basis functions three weeks apart. */
public final class Trend {
  private static final int KNOT_DAYS = 21;
  private static final double WIDTH = 0.3;
  private static final double NEGLIGIBLE = 0.01;

  private Trend() {}

  /** The basis functions that are not negligible on a day of this age (days before the origin). */
  public static List<Feature> at(int age) {
    List<Feature> bumps = new ArrayList<>();
    int nearest = age / KNOT_DAYS;
    for (int knot = Math.max(0, nearest - 3); knot <= nearest + 4; knot++) {
      double away = (age - knot * KNOT_DAYS) / (double) KNOT_DAYS;
      double height = Math.exp(-0.5 * away * away);
      if (height > NEGLIGIBLE) {
        bumps.add(new Feature("level " + knot, WIDTH, height));
      }
    }
    return bumps;
  }
}
