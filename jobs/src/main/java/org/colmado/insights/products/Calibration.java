package org.colmado.insights.products;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.colmado.insights.config.BadInputException;
import org.colmado.insights.products.DataLines.DataLine;

/**
 * How often a decision of given odds is right: isotonic regression on names that are in neither the
 * lexicon nor the examples (Zadrozny and Elkan, KDD 2002), straight lines between its points.
 * {@code bin/bench categories --write} fits the points again.
 *
 * @param points of {@code confidence.csv}, in the order of the odds
 */
public record Calibration(List<Point> points) implements Serializable {
  private static final String HEADER = "log_odds,right";

  /**
   * One point of the curve.
   *
   * @param logOdds natural logarithm of the odds
   * @param right share of right decisions, 0 to 1; never falls
   */
  public record Point(double logOdds, double right) implements Serializable {}

  public Calibration {
    points = List.copyOf(points);
  }

  /**
   * Reads the points.
   *
   * @throws BadInputException if there are fewer than two, a share is above 1, or one of the
   *     columns falls
   */
  static Calibration read(Path file) {
    List<Point> points = new ArrayList<>();
    Point last = new Point(Double.NEGATIVE_INFINITY, 0);
    for (DataLine row : DataLines.read(file, HEADER)) {
      Point point = new Point(number(row, 0), number(row, 1));
      if (point.right() > 1 || point.logOdds() < last.logOdds() || point.right() < last.right()) {
        throw row.refused(point + " after " + last, "shares up to 1, and columns that do not fall");
      }
      points.add(point);
      last = point;
    }
    if (points.size() < 2) {
      throw new BadInputException("Cannot use %s: expected two points or more".formatted(file));
    }
    return new Calibration(points);
  }

  /** The confidence of a decision. */
  double confidence(double logOdds) {
    Point before = points.get(0);
    for (Point point : points) {
      if (point.logOdds() >= logOdds) {
        return between(before, point, logOdds);
      }
      before = point;
    }
    return before.right();
  }

  private static double between(Point from, Point to, double logOdds) {
    double width = to.logOdds() - from.logOdds();
    double share = width > 0 ? Math.max(0, logOdds - from.logOdds()) / width : 1;

    return from.right() + share * (to.right() - from.right());
  }

  private static double number(DataLine row, int column) {
    String text = row.field(column);
    if (!text.matches("-?[0-9]{1,3}(\\.[0-9]+)?")) {
      throw row.refused("'" + text + "'", "a number");
    }
    return Double.parseDouble(text);
  }
}
