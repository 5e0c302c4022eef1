package org.colmado.insights.segments.missions;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.DoubleStream;

/**
 * The space in which visits are clustered: similar visits are close. Category shares enter as
 * square roots (Hellinger distance; Legendre and Gallagher, Oecologia 2001, 129:271), which handles
 * shares of 0 and keeps the largest line from dominating. The hour is mapped to a circle.
 *
 * @param categories in order; other categories are ignored
 * @param valueMean of log(1 + value), with its standard deviation
 * @param linesMean of log(lines), with its standard deviation
 */
record VisitSpace(
    List<String> categories,
    MissionRules.Weights weights,
    double valueMean,
    double valueSd,
    double linesMean,
    double linesSd)
    implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String CATEGORY = "category:";

  /** Limit in standard deviations, so that one huge basket does not form a mission. */
  private static final double FARTHEST = 3;

  private static final List<String> OTHERS =
      List.of(
          "log_value",
          "log_lines",
          "hour_cos",
          "hour_sin",
          "weekend",
          "friday_night",
          "payday_window",
          "credit",
          "delivery");

  VisitSpace {
    categories = List.copyOf(categories);
  }

  /** Makes the space for these visits: their categories and the scale of their values. */
  static VisitSpace of(List<Visit> visits, MissionRules.Weights weights) {
    TreeSet<String> categories = new TreeSet<>();
    visits.forEach(visit -> categories.addAll(visit.weights().keySet()));
    double[] values = visits.stream().mapToDouble(VisitSpace::logValue).toArray();
    double[] lines = visits.stream().mapToDouble(VisitSpace::logLines).toArray();

    return new VisitSpace(
        List.copyOf(categories), weights, mean(values), sd(values), mean(lines), sd(lines));
  }

  /** Names of the coordinates. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    categories.forEach(category -> names.add(CATEGORY + category));
    names.addAll(OTHERS);
    return names;
  }

  /** All parameters needed to restore the space, by name. */
  Map<String, Double> scaling() {
    Map<String, Double> scaling = new TreeMap<>();
    scaling.put("value_mean", valueMean);
    scaling.put("value_sd", valueSd);
    scaling.put("lines_mean", linesMean);
    scaling.put("lines_sd", linesSd);
    scaling.put("weight_value", weights.value());
    scaling.put("weight_lines", weights.lines());
    scaling.put("weight_hour", weights.hour());
    scaling.put("weight_day", weights.day());
    scaling.put("weight_tender", weights.tender());
    return scaling;
  }

  /** Restores a space from its names and parameters. */
  static VisitSpace restored(List<String> names, Map<String, Double> scaling) {
    List<String> categories =
        names.stream()
            .filter(name -> name.startsWith(CATEGORY))
            .map(name -> name.substring(CATEGORY.length()))
            .toList();
    MissionRules.Weights weights =
        new MissionRules.Weights(
            scaling.get("weight_value"),
            scaling.get("weight_lines"),
            scaling.get("weight_hour"),
            scaling.get("weight_day"),
            scaling.get("weight_tender"));

    return new VisitSpace(
        categories,
        weights,
        scaling.get("value_mean"),
        scaling.get("value_sd"),
        scaling.get("lines_mean"),
        scaling.get("lines_sd"));
  }

  double[][] places(List<Visit> visits) {
    return visits.stream().map(this::place).toArray(double[][]::new);
  }

  double[] place(Visit visit) {
    double[] place = new double[categories.size() + OTHERS.size()];
    int at = 0;
    for (String category : categories) {
      place[at++] = Math.sqrt(Math.max(visit.weights().getOrDefault(category, 0.0), 0));
    }

    double angle = 2 * Math.PI * visit.hour() / 24;
    place[at++] = weights.value() * standard(logValue(visit), valueMean, valueSd);
    place[at++] = weights.lines() * standard(logLines(visit), linesMean, linesSd);
    place[at++] = weights.hour() * Math.cos(angle);
    place[at++] = weights.hour() * Math.sin(angle);
    place[at++] = weights.day() * one(visit.isWeekend());
    place[at++] = weights.day() * one(visit.isFridayNight());
    place[at++] = weights.day() * one(visit.isInPaydayWindow());
    place[at++] = weights.tender() * one("credit".equals(visit.tender()));
    place[at] = weights.tender() * one("delivery".equals(visit.channel()));
    return place;
  }

  private static double logValue(Visit visit) {
    return Math.log1p(Math.max(visit.value(), 0));
  }

  private static double logLines(Visit visit) {
    return Math.log(Math.max(visit.lines(), 1));
  }

  private static double one(boolean is) {
    return is ? 1 : 0;
  }

  private static double standard(double value, double mean, double sd) {
    return sd == 0 ? 0 : Math.max(-FARTHEST, Math.min(FARTHEST, (value - mean) / sd));
  }

  private static double mean(double[] values) {
    return DoubleStream.of(values).average().orElse(0);
  }

  private static double sd(double[] values) {
    double mean = mean(values);

    return Math.sqrt(
        DoubleStream.of(values).map(value -> (value - mean) * (value - mean)).average().orElse(0));
  }
}
