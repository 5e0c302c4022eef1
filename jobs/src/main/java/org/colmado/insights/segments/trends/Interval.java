package org.colmado.insights.segments.trends;

/** An estimate and the ends of its 95 % interval. */
record Interval(double value, double low, double high) {
  /** Its probability of holding the truth. */
  static final double LEVEL = 0.95;

  /** Symmetric around the value. */
  static Interval of(double value, double half) {
    return new Interval(value, value - half, value + half);
  }

  /** Whether all of it is nearer to 0 than this. */
  boolean isWithin(double band) {
    return low > -band && high < band;
  }
}
