package org.colmado.insights.simulate;

import java.util.SplittableRandom;

/** Seeded draws. One stream per store and day, so that no draw depends on who ran first. */
final class SeededRandom {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final double LARGEST_DIRECT_MEAN = 24;

  private final SplittableRandom random;

  private SeededRandom(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /**
   * The stream of one purpose.
   *
   * @param purpose what tells this stream from the store's others, such as an epoch day
   */
  static SeededRandom of(long seed, int store, long purpose) {
    return new SeededRandom(mixed(mixed(mixed(seed) + store) + purpose));
  }

  /** 0 inclusive to 1 exclusive. */
  double uniform() {
    return random.nextDouble();
  }

  double between(double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  /** 0 inclusive to the bound exclusive. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  /** Median 1; sigma is the standard deviation of the logarithm. */
  double lognormal(double sigma) {
    return StrictMath.exp(sigma * random.nextGaussian());
  }

  /** Mean 1 with the given coefficient of variation (Marsaglia and Tsang 2000, shape above 1). */
  double gamma(double variation) {
    double shape = 1 / (variation * variation);
    double d = shape - 1.0 / 3;
    double c = 1 / StrictMath.sqrt(9 * d);
    while (true) {
      double normal = random.nextGaussian();
      double root = 1 + c * normal;
      double cube = root * root * root;
      if (root > 0
          && StrictMath.log(random.nextDouble())
              < 0.5 * normal * normal + d - d * cube + d * StrictMath.log(cube)) {
        return d * cube / shape;
      }
    }
  }

  /** A count with the given mean (Knuth's product method, a large mean in halves). */
  int poisson(double mean) {
    if (mean <= 0) {
      return 0;
    }
    if (mean > LARGEST_DIRECT_MEAN) {
      return poisson(mean / 2) + poisson(mean / 2);
    }

    double limit = StrictMath.exp(-mean);
    int count = -1;
    for (double product = 1; product > limit; product *= random.nextDouble()) {
      count++;
    }
    return count;
  }

  /** The index whose part of the running total is hit. */
  int index(double[] runningTotals) {
    double hit = random.nextDouble() * runningTotals[runningTotals.length - 1];
    int low = 0;
    int high = runningTotals.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (runningTotals[middle] > hit) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014). */
  private static long mixed(long value) {
    long z = value + GOLDEN;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
