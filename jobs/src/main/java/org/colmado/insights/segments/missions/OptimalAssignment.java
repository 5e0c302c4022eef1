package org.colmado.insights.segments.missions;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * The assignment of rows to columns with the greatest sum, each to at most one: by dynamic
 * programming over the sets of columns already given (Held and Karp, SIAM 1962, 10:196, of which
 * this is the assignment form). Exact, and quick for a dozen columns.
 */
final class OptimalAssignment {
  private static final int NONE = -1;

  private OptimalAssignment() {}

  /**
   * The column of each row, or -1.
   *
   * @param gains of giving the row that column, 0 or more; at most 20 columns
   */
  static int[] of(double[][] gains) {
    int rows = gains.length;
    int sets = 1 << (rows == 0 ? 0 : gains[0].length);
    Deque<int[]> choices = new ArrayDeque<>();
    double[] best = new double[sets];
    Arrays.fill(best, 1, sets, Double.NEGATIVE_INFINITY);
    for (double[] gain : gains) {
      double[] next = best.clone();
      int[] choice = new int[sets];
      Arrays.fill(choice, NONE);
      for (int set = 0; set < sets; set++) {
        for (int column = 0; column < gain.length; column++) {
          if ((set >> column & 1) == 1 && best[set ^ 1 << column] + gain[column] > next[set]) {
            next[set] = best[set ^ 1 << column] + gain[column];
            choice[set] = column;
          }
        }
      }
      best = next;
      choices.push(choice);
    }
    return traced(choices, greatest(best), rows);
  }

  private static int greatest(double[] best) {
    int greatest = 0;
    for (int set = 1; set < best.length; set++) {
      greatest = best[set] > best[greatest] ? set : greatest;
    }
    return greatest;
  }

  private static int[] traced(Deque<int[]> choices, int last, int rows) {
    int[] columns = new int[rows];
    int set = last;
    for (int row = rows - 1; row >= 0; row--) {
      columns[row] = choices.pop()[set];
      set = columns[row] == NONE ? set : set ^ 1 << columns[row];
    }
    return columns;
  }
}
