package org.colmado.insights.forecast.fit;

import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.MatrixUtils;

/**
 * Quasi-Poisson regression of counts or money: logarithmic link, variance proportional to the mean,
 * no shrinkage, so that effects can be tested (McCullagh and Nelder 1989, chapter 9). Fitted by
 * iteratively reweighted least squares.
 */
public final class LogLinear {
  private static final int MAX_ITERATIONS = 30;
  private static final double TOLERANCE = 1e-10;

  /**
   * Keeps the system solvable if a column is all zeros; too small to change any other coefficient.
   */
  private static final double RIDGE = 1e-9;

  private final double[][] design;
  private final double[] y;
  private final double[] exposure;
  private final double[] means;
  private double[] coefficients = new double[0];
  private double[][] inverse = new double[0][0];

  private LogLinear(double[][] design, double[] y, double[] exposure) {
    this.design = design;
    this.y = y;
    this.exposure = exposure;
    this.means = new double[y.length];
  }

  /**
   * Fits.
   *
   * @param design design matrix: one row for each observation, one column for each coefficient
   * @param y observed values, 0 or more, not all 0
   * @param exposure the mean of an observation is proportional to it; more than 0
   */
  public static LogLinear of(double[][] design, double[] y, double[] exposure) {
    LogLinear fit = new LogLinear(design, y, exposure);
    double all = IntStream.range(0, y.length).mapToDouble(i -> y[i]).sum();
    double rate = all / IntStream.range(0, y.length).mapToDouble(i -> exposure[i]).sum();
    for (int i = 0; i < y.length; i++) {
      fit.means[i] = (y[i] + rate * exposure[i]) / 2;
    }

    double before = Double.POSITIVE_INFINITY;
    for (int step = 0; step < MAX_ITERATIONS; step++) {
      fit.step();
      double after = fit.deviance();
      if (Math.abs(before - after) <= TOLERANCE * (1 + after)) {
        break;
      }
      before = after;
    }
    return fit;
  }

  private void step() {
    int p = design[0].length;
    double[][] curvature = new double[p][p];
    double[] pull = new double[p];
    for (int i = 0; i < y.length; i++) {
      double working = Math.log(means[i] / exposure[i]) + (y[i] - means[i]) / means[i];
      for (int a = 0; a < p; a++) {
        double weighted = design[i][a] * means[i];
        pull[a] += weighted * working;
        for (int b = 0; weighted != 0 && b < p; b++) {
          curvature[a][b] += weighted * design[i][b];
        }
      }
    }
    double scale = IntStream.range(0, p).mapToDouble(a -> curvature[a][a]).max().orElse(1);
    for (int a = 0; a < p; a++) {
      curvature[a][a] += RIDGE * scale;
    }
    DecompositionSolver solver =
        new CholeskyDecomposition(new Array2DRowRealMatrix(curvature, false), 1e-6, 1e-300)
            .getSolver();
    coefficients = solver.solve(new ArrayRealVector(pull, false)).toArray();
    inverse = solver.solve(MatrixUtils.createRealIdentityMatrix(p)).getData();
    for (int i = 0; i < y.length; i++) {
      double log = 0;
      for (int a = 0; a < p; a++) {
        log += design[i][a] * coefficients[a];
      }
      means[i] = exposure[i] * Math.exp(Math.max(-700, Math.min(700, log)));
    }
  }

  public int size() {
    return y.length;
  }

  public double observed(int i) {
    return y[i];
  }

  public double mean(int i) {
    return means[i];
  }

  public double coefficient(int column) {
    return coefficients[column];
  }

  /** Covariance of two coefficients for a dispersion of 1. */
  public double covariance(int a, int b) {
    return inverse[a][b];
  }

  /** Residual degrees of freedom: observations minus coefficients. */
  public int degrees() {
    return y.length - design[0].length;
  }

  public double deviance() {
    double deviance = 0;
    for (int i = 0; i < y.length; i++) {
      double logs = y[i] > 0 ? y[i] * Math.log(y[i] / means[i]) : 0;
      deviance += 2 * (logs - y[i] + means[i]);
    }
    return Math.max(0, deviance);
  }

  /**
   * Pearson statistic: sum of squared errors divided by the means. Its expectation is the degrees
   * of freedom times the dispersion.
   */
  public double pearson() {
    return IntStream.range(0, y.length)
        .mapToDouble(i -> (y[i] - means[i]) * (y[i] - means[i]) / means[i])
        .sum();
  }
}
