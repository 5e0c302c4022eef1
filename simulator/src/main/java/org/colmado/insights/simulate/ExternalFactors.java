package org.colmado.insights.simulate;

import org.colmado.insights.config.Expect;

/**
 * Assumed factors of weather and feasts on the visits of a day.
 *
 * @param rain of 10 mm or more
 * @param heavyRain of 25 mm or more, times what rain does
 * @param feast that the whole town keeps
 */
public record ExternalFactors(double rain, double heavyRain, double feast) {
  private static final ExternalFactors NONE = new ExternalFactors(1, 1, 1);

  public ExternalFactors {
    Expect.between("rain", rain, 0.1, 3);
    Expect.between("heavy-rain", heavyRain, 0.1, 3);
    Expect.between("feast", feast, 0.1, 3);
  }

  public static ExternalFactors usual() {
    return new ExternalFactors(0.85, 0.8, 1.3);
  }

  /** They do nothing, and no file speaks of them. */
  public static ExternalFactors none() {
    return NONE;
  }

  boolean isNone() {
    return equals(NONE);
  }
}
