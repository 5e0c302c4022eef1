package org.colmado.insights.segments;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * Says what a visit was for by what its money went to. The first group that has its share wins; as
 * a share is at least half, no two can but at exactly half.
 *
 * @param minShare of the ticket's value
 * @param purposes in the order they are asked
 * @param rest segment of visits that are for none of them
 */
record Purposes(double minShare, List<Purpose> purposes, String rest) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** What adding up shares may lose. */
  private static final double ROUNDING = 1e-9;

  /**
   * A group as its file has it.
   *
   * @param needs category that must be on the ticket; null: none must
   */
  private record Purpose(String id, List<String> categories, String needs) implements Serializable {
    private static final long serialVersionUID = 1L;

    double share(Map<String, Double> weights) {
      return categories.stream().mapToDouble(name -> weights.getOrDefault(name, 0.0)).sum();
    }
  }

  static Purposes of(SegmentRules.Preference rules) {
    return new Purposes(
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
