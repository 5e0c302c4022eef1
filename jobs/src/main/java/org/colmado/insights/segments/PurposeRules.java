package org.colmado.insights.segments;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * Assigns a visit to a purpose by the categories its money was spent on. The first group that
 * reaches the minimum share wins. As the minimum is at least half, only a tie at exactly half
 * depends on the order.
 *
 * @param minShare of the ticket's value
 * @param purposes in the order in which they are tried
 * @param rest segment of all other visits
 */
record PurposeRules(double minShare, List<Purpose> purposes, String rest) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Tolerance for rounding errors in sums of shares. */
  private static final double ROUNDING = 1e-9;

  /**
   * A purpose from the settings file.
   *
   * @param needs category that must be on the ticket; null: none must
   */
  private record Purpose(String id, List<String> categories, String needs) implements Serializable {
    private static final long serialVersionUID = 1L;

    double share(Map<String, Double> weights) {
      return categories.stream().mapToDouble(name -> weights.getOrDefault(name, 0.0)).sum();
    }
  }

  static PurposeRules of(SegmentRules.Preference rules) {
    return new PurposeRules(
        rules.minShare(),
        rules.groups().stream()
            .map(
                group ->
                    new Purpose(
                        group.id(), List.copyOf(group.categories()), group.needs().orElse(null)))
            .toList(),
        rules.rest().id());
  }

  /**
   * The segment of a visit.
   *
   * @param weights share of the ticket's value by category
   */
  String of(Map<String, Double> weights) {
    return purposes.stream()
        .filter(purpose -> purpose.needs() == null || weights.containsKey(purpose.needs()))
        .filter(purpose -> purpose.share(weights) >= minShare - ROUNDING)
        .map(Purpose::id)
        .findFirst()
        .orElse(rest);
  }
}
