package org.colmado.insights.plans.restock;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * By how much less one way has of something than another, with the interval that holds it 95 times
 * of 100: the percentile bootstrap over the pieces the trial is made of (Efron and Tibshirani, An
 * Introduction to the Bootstrap, 1993, 13).
 */
record Bootstrap(long seed, int draws) {

  /** What a piece, such as a product, has under each of the two ways. */
  record Piece(double usual, double planned) {}

  /** A share, 0.3 = 30 % less. */
  record Reduction(double usual, double planned, double share, double low, double high) {
    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%,12.0f %,12.0f %+8.1f %% [%+.1f, %+.1f]",
          usual,
          planned,
          -100 * share,
          -100 * high,
          -100 * low);
    }
  }

  Reduction of(List<Piece> pieces) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] shares = new double[draws];
    for (int draw = 0; draw < draws; draw++) {
      double usual = 0;
      double planned = 0;
      for (int i = 0; i < pieces.size(); i++) {
        Piece piece = pieces.get(random.nextInt(pieces.size()));
        usual += piece.usual();
        planned += piece.planned();
      }
      shares[draw] = usual == 0 ? 0 : 1 - planned / usual;
    }
    Arrays.sort(shares);

    double usual = pieces.stream().mapToDouble(Piece::usual).sum();
    double planned = pieces.stream().mapToDouble(Piece::planned).sum();
    return new Reduction(
        usual,
        planned,
        usual == 0 ? 0 : 1 - planned / usual,
        shares[draws * 25 / 1000],
        shares[draws * 975 / 1000]);
  }
}
