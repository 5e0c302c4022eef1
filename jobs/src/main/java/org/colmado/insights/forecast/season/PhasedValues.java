package org.colmado.insights.forecast.season;

import java.util.ArrayList;
import java.util.List;

/**
 * Observations by the phase of a season they are in.
 *
 * @param names of the phases that were seen, in order
 * @param at of each observation the place of its phase among the names
 */
record PhasedValues(String season, List<String> names, List<Integer> at) {

  PhasedValues {
    names = List.copyOf(names);
    at = List.copyOf(at);
  }

  /**
   * Sorts observations.
   *
   * @param order all phases in order
   * @param phases of each observation its phase, among them
   */
  static PhasedValues of(String season, List<String> order, List<String> phases) {
    List<String> seen = order.stream().filter(phases::contains).toList();
    List<Integer> at = new ArrayList<>();
    phases.forEach(phase -> at.add(seen.indexOf(phase)));

    return new PhasedValues(season, seen, at);
  }

  int count(int phase) {
    return (int) at.stream().filter(of -> of == phase).count();
  }

  /** Columns of a design: one a phase but the first. */
  int columns() {
    return names.size() - 1;
  }

  /** Writes an observation's columns. */
  void fill(double[] row, int from, int observation) {
    int phase = at.get(observation);
    if (phase > 0) {
      row[from + phase - 1] = 1;
    }
  }
}
