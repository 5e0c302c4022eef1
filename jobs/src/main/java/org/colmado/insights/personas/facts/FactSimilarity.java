package org.colmado.insights.personas.facts;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * Decides whether the facts of a segment changed materially: a figure changed by more than a given
 * share, less than half of a list is the same, or less than two thirds of the peaks. Figures over
 * 90 days change slightly every day; without this check every night would ask again.
 */
public record FactSimilarity(double movedShare) {
  private static final double MIN_COMMON = 0.5;
  private static final double MIN_COMMON_PEAKS = 2.0 / 3;

  /** Smaller figures are compared on the scale of this value, as they fluctuate by chance. */
  private static final double SMALL = 5;

  public boolean holds(FactSheet before, FactSheet now) {
    return Objects.equals(before.segment(), now.segment())
        && Objects.equals(before.feedback(), now.feedback())
        && Objects.equals(before.edits(), now.edits())
        && before.currency().equals(now.currency())
        && before.alcoholHours().equals(now.alcoholHours())
        && (before.paydayPercent() == null) == (now.paydayPercent() == null)
        && areLike(peaks(before), peaks(now), MIN_COMMON_PEAKS)
        && areLike(lists(before), lists(now), MIN_COMMON)
        && haveNotMoved(figures(before), figures(now));
  }

  private static boolean areLike(
      Map<String, Set<Object>> before, Map<String, Set<Object>> now, double least) {
    return before.keySet().stream()
        .allMatch(list -> areLike(before.get(list), now.get(list), least));
  }

  private static boolean areLike(Set<Object> before, Set<Object> now, double least) {
    Set<Object> common = new HashSet<>(before);
    common.retainAll(now);
    int all = before.size() + now.size() - common.size();
    return all == 0 || common.size() >= least * all;
  }

  private boolean haveNotMoved(Map<String, Double> before, Map<String, Double> now) {
    return before.entrySet().stream()
        .filter(figure -> now.containsKey(figure.getKey()))
        .allMatch(figure -> isNear(figure.getValue(), now.get(figure.getKey())));
  }

  private boolean isNear(double before, double now) {
    return Math.abs(now - before) <= movedShare * Math.max(SMALL, Math.abs(before));
  }

  private static Map<String, Set<Object>> peaks(FactSheet facts) {
    return Map.of(
        "hours", new HashSet<>(facts.peakHours()), "days", new HashSet<>(facts.peakDays()));
  }

  private static Map<String, Set<Object>> lists(FactSheet facts) {
    Map<String, Set<Object>> lists = new TreeMap<>();
    lists.put(
        "categories", set(facts.categories().stream().map(FactSheet.Category::code).toList()));
    lists.put("products", set(facts.products().stream().map(FactSheet.Product::name).toList()));
    lists.put(
        "pairs", set(facts.pairs().stream().map(pair -> pair.when() + " " + pair.also()).toList()));
    lists.put(
        "slots",
        set(facts.slots().stream().map(slot -> slot.weekday() + " " + slot.hour()).toList()));
    return lists;
  }

  private static Set<Object> set(List<String> list) {
    return new HashSet<>(list);
  }

  private static Map<String, Double> figures(FactSheet facts) {
    Map<String, Double> figures = new HashMap<>();
    figures.put("visits", facts.visitsPerWeek());
    figures.put("visit share", facts.visitPercent());
    figures.put("revenue share", facts.revenuePercent());
    figures.put("basket", facts.averageBasket());
    figures.put("items", facts.itemsPerBasket());
    figures.put("payday", facts.paydayPercent() == null ? 0 : facts.paydayPercent());
    facts.categories().forEach(it -> figures.put("category " + it.code(), it.valuePercent()));
    facts.pairs().forEach(it -> figures.put("pair " + it.when() + it.also(), it.percent()));
    facts.payments().forEach(it -> figures.put("tender " + it.tender(), it.percent()));
    return figures;
  }
}
