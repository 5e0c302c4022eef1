package org.colmado.insights.forecast.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.DecompositionSolver;

/**
 * Quasi-Poisson regression of counts or money with a logarithmic link and a normal prior of mean 0
 * on each coefficient: the posterior mode of the likelihood divided by the dispersion (McCullagh
 * and Nelder 1989, chapter 9). Fitted by Newton's method. Rows are sparse: they list only the
 * features they have.
 */
public final class ShrunkenPoisson {
  private static final int MAX_ITERATIONS = 25;
  private static final double TOLERANCE = 1e-6;

  private final Map<String, Integer> places = new HashMap<>();
  private final List<Double> widths = new ArrayList<>();
  private final List<SparseRow> rows = new ArrayList<>();
  private double[] coefficients = new double[0];

  /** Adds an observation. */
  public void add(List<Feature> features, double y, double weight) {
    int[] at = new int[features.size() + 1];
    double[] values = new double[at.length];
    values[0] = 1;
    at[0] = place("", 0);
    for (int i = 0; i < features.size(); i++) {
      at[i + 1] = place(features.get(i).name(), features.get(i).width());
      values[i + 1] = features.get(i).value();
    }
    rows.add(new SparseRow(at, values, y, weight));
  }

  private int place(String name, double width) {
    return places.computeIfAbsent(
        name,
        unseen -> {
          widths.add(width);
          return widths.size() - 1;
        });
  }

  /**
   * Fits the observations that were added.
   *
   * @param dispersion variance of an observation as a multiple of its mean
   */
  public void fit(double dispersion) {
    int p = widths.size();
    double sum = 0;
    double weights = 0;
    for (SparseRow row : rows) {
      sum += row.weight * row.y;
      weights += row.weight;
    }
    coefficients = new double[p];
    coefficients[0] = Math.log(Math.max(sum / weights, 1e-9));

    double before = loss(coefficients, dispersion);
    for (int step = 0; step < MAX_ITERATIONS; step++) {
      double[] move = newton(dispersion);
      double share = 1;
      double[] next = moved(move, share);
      double after = loss(next, dispersion);
      while (after > before && share > 1e-4) {
        share /= 2;
        next = moved(move, share);
        after = loss(next, dispersion);
      }
      coefficients = next;
      if (before - after < TOLERANCE * Math.max(1, Math.abs(before))) {
        break;
      }
      before = after;
    }
  }

  private double[] moved(double[] move, double share) {
    double[] next = coefficients.clone();
    for (int j = 0; j < next.length; j++) {
      next[j] += share * move[j];
    }
    return next;
  }

  private double[] newton(double dispersion) {
    int p = widths.size();
    double[][] curvature = new double[p][p];
    double[] slope = slope(dispersion, curvature);
    return solver(curvature).solve(new ArrayRealVector(slope, false)).toArray();
  }

  private static DecompositionSolver solver(double[][] curvature) {
    return new CholeskyDecomposition(new Array2DRowRealMatrix(curvature, false), 1e-6, 1e-14)
        .getSolver();
  }

  /** Gradient of the loss; also adds the negative Hessian to {@code curvature}. */
  private double[] slope(double dispersion, double[][] curvature) {
    int p = widths.size();
    double[] slope = new double[p];
    for (SparseRow row : rows) {
      double mean = Math.exp(row.log(coefficients));
      double scale = row.weight / dispersion;
      for (int a = 0; a < row.places.length; a++) {
        int i = row.places[a];
        slope[i] += scale * (row.y - mean) * row.values[a];
        for (int b = 0; b < row.places.length; b++) {
          curvature[i][row.places[b]] += scale * mean * row.values[a] * row.values[b];
        }
      }
    }
    for (int j = 0; j < p; j++) {
      double precision = j == 0 ? 1e-9 : 1 / (widths.get(j) * widths.get(j));
      slope[j] -= precision * coefficients[j];
      curvature[j][j] += precision;
    }
    return slope;
  }

  /**
   * Standard deviation of the change that changed features make to the logarithm, by the Laplace
   * approximation at the mode (Tierney and Kadane, JASA 1986, 81:82). A feature that was never
   * observed keeps its prior width.
   *
   * @param change the change of each feature's value; negative where it is reduced
   */
  public double deviation(List<Feature> change, double dispersion) {
    double[][] curvature = new double[widths.size()][widths.size()];
    slope(dispersion, curvature);
    double[] seen = new double[widths.size()];
    double variance = 0;
    for (Feature feature : change) {
      Integer place = places.get(feature.name());
      if (place == null) {
        variance += Math.pow(feature.width() * feature.value(), 2);
      } else {
        seen[place] += feature.value();
      }
    }
    ArrayRealVector contrast = new ArrayRealVector(seen, false);
    return Math.sqrt(variance + contrast.dotProduct(solver(curvature).solve(contrast)));
  }

  private double loss(double[] at, double dispersion) {
    double loss = 0;
    for (SparseRow row : rows) {
      double log = row.log(at);
      loss += row.weight / dispersion * (Math.exp(log) - row.y * log);
    }
    for (int j = 1; j < at.length; j++) {
      loss += at[j] * at[j] / (2 * widths.get(j) * widths.get(j));
    }
    return loss;
  }

  /** Expected value; a feature that was never observed has the coefficient 0. */
  public double expected(List<Feature> features) {
    return Math.exp(coefficients[0] + effect(features));
  }

  /** Sum of the features' contributions to the logarithm. */
  public double effect(List<Feature> features) {
    double log = 0;
    for (Feature feature : features) {
      Integer place = places.get(feature.name());
      log += place == null ? 0 : coefficients[place] * feature.value();
    }
    return log;
  }

  /** Weighted deviance divided by the dispersion; smaller is a better fit. */
  public double deviance(double dispersion) {
    return Arrays.stream(rows.toArray(new SparseRow[0]))
        .mapToDouble(
            row -> {
              double log = row.log(coefficients);
              double saturated = row.y > 0 ? row.y * Math.log(row.y) - row.y : 0;
              return 2 * row.weight / dispersion * (saturated - row.y * log + Math.exp(log));
            })
        .sum();
  }
}
