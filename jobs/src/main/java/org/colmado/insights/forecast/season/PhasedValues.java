package org.colmado.insights.forecast.season;

import java.util.ArrayList;
import java.util.List;

/**
 * Observations grouped by the phase of a season.
 *
 * @param names of the observed phases, in order
 * @param at index into {@code names} for each observation
 */
record PhasedValues(String season, List<String> names, List<Integer> at) {

  PhasedValues {
    names = List.copyOf(names);
    at = List.copyOf(at);
  }

  /**
   * Groups observations.
   *
   * @param order all phases in order
   * @param phases the phase of each observation
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

  /** Number of design columns: one for each phase but the first. */
  int columns() {
    return names.size() - 1;
  }

  /** Fills the design columns of an observation. */
  void fill(double[] row, int from, int observation) {
    int phase = at.get(observation);
    if (phase > 0) {
      row[from + phase - 1] = 1;
    }
  }
}
