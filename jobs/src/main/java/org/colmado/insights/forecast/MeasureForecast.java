package org.colmado.insights.forecast;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What every model says of one measure at one origin: days, and their hours.
 *
 * <p>The combined forecast of a day is the median of three that differ, {@link Hierarchy}, {@link
 * SmoothedLog} and {@link Theta}, each of the days without what the calendar does to them, which is
 * put back afterwards ({@link CalendarRegression}). Where there is a forest, which corrects the
 * hierarchy, it stands in the hierarchy's place. Its hours are the day's times {@link HourShape}.
 * With less than eight weeks it is the hierarchy and the shape alone, with less than three the
 * recency-weighted mean, or where other stores are known, {@link NewStore}.
 */
final class MeasureForecast {
  static final String COMBINED = "combined";
  static final String POISSON = "poisson";

  /** Under this many days that count: low data. */
  static final int LEAST_DAYS = 28;

  private static final int SHAPE_FROM_DAYS = 21;
  private static final int ALL_FROM_DAYS = 56;
  private static final List<DayModel> OF_DAYS =
      List.of(new Hierarchy(), new SmoothedLog(), new Theta());

  private final Past past;
  private final Slots slots;
  private final int horizon;
  private final Map<String, double[]> days = new LinkedHashMap<>();
  private final Map<String, double[][]> hours = new LinkedHashMap<>();
  private double[] factors = new double[0];

  private MeasureForecast(Past past, Slots slots, int horizon) {
    this.past = past;
    this.slots = slots;
    this.horizon = horizon;
  }

  /**
   * What all stores together teach of one.
   *
   * @param days totals by pooled model; may be empty
   * @param newStore what to go by while the store has hardly sold; empty: no other is known
   */
  record Taught(Map<String, double[]> days, Optional<NewStore> newStore) {}

  /**
   * Forecasts.
   *
   * @param past with a day that counts
   * @param slots by tickets, the same for every measure
   */
  static MeasureForecast of(Past past, Slots slots, int horizon, Taught taught) {
    MeasureForecast forecast = new MeasureForecast(past, slots, horizon);
    for (SimpleModels model : SimpleModels.values()) {
      forecast.addSimple(model);
    }

    int counted = past.counted(past.origin()).size();
    forecast.factors = factors(past, horizon, counted);
    if (counted < SHAPE_FROM_DAYS) {
      forecast.addHours(COMBINED, forecast.ofNewStore(taught));
    } else {
      forecast.addFitted(counted, taught.days());
    }
    return forecast;
  }

  private static double[] factors(Past past, int horizon, int counted) {
    double[] ones = new double[past.origin() + horizon];
    Arrays.fill(ones, 1);

    return counted < ALL_FROM_DAYS
        ? ones
        : CalendarRegression.of(past).factors(0, past.origin() + horizon);
  }

  private void addSimple(SimpleModels model) {
    double[][] ofModel = new double[horizon][];
    for (int h = 0; h < horizon; h++) {
      ofModel[h] = onlyCandidates(past.origin() + h, model.hours(past, past.origin() + h));
    }
    addHours(model.code(), ofModel);
  }

  private double[][] ofNewStore(Taught taught) {
    if (taught.newStore().isEmpty()) {
      return hours.get(SimpleModels.RECENCY_WEIGHTED.code());
    }

    double[][] ofStore = new double[horizon][];
    for (int h = 0; h < horizon; h++) {
      int day = past.origin() + h;
      ofStore[h] = onlyCandidates(day, taught.newStore().get().hours(day));
    }
    return ofStore;
  }

  private void addFitted(int counted, Map<String, double[]> pooled) {
    HourShape shape = HourShape.of(past, slots);
    double[][] shapes = new double[horizon][];
    for (int h = 0; h < horizon; h++) {
      shapes[h] = shape.hours(past.origin() + h);
    }
    addHours(POISSON, shapes);

    Past calm = past.without(factors);
    for (DayModel model : counted < ALL_FROM_DAYS ? OF_DAYS.subList(0, 1) : OF_DAYS) {
      days.put(model.name(), withCalendar(model.days(calm, horizon)));
    }
    pooled.forEach((model, ofModel) -> days.put(model, onlyOpen(ofModel)));
    double[] combined = median(members(counted, pooled.keySet()));
    days.put(COMBINED, combined);
    hours.put(COMBINED, scaled(shapes, combined));
  }

  private List<double[]> members(int counted, Set<String> pooled) {
    if (counted < ALL_FROM_DAYS) {
      return List.of(days.get(OF_DAYS.get(0).name()), days.get(POISSON));
    }

    Stream<String> smoothed = OF_DAYS.stream().map(DayModel::name);
    String forest = PooledModel.FOREST.code();
    Stream<String> all =
        pooled.contains(forest) ? Stream.concat(smoothed.skip(1), Stream.of(forest)) : smoothed;
    return all.map(days::get).toList();
  }

  private double[] onlyOpen(double[] ofModel) {
    double[] open = new double[horizon];
    Arrays.setAll(open, h -> slots.isOpen(past.origin() + h) ? ofModel[h] : 0);
    return open;
  }

  private double[] withCalendar(double[] calm) {
    double[] days = new double[horizon];
    for (int h = 0; h < horizon; h++) {
      boolean isOpen = slots.isOpen(past.origin() + h);
      days[h] = isOpen ? Math.max(0, calm[h]) * factors[past.origin() + h] : 0;
    }
    return days;
  }

  private double[] median(List<double[]> members) {
    double[] median = new double[horizon];
    for (int h = 0; h < horizon; h++) {
      int at = h;
      double[] sorted = members.stream().mapToDouble(member -> member[at]).sorted().toArray();
      int n = sorted.length;
      median[h] = (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    }
    return median;
  }

  private void addHours(String model, double[][] ofModel) {
    hours.put(model, ofModel);
    days.put(model, Arrays.stream(ofModel).mapToDouble(day -> Arrays.stream(day).sum()).toArray());
  }

  private double[] onlyCandidates(int day, double[] ofDay) {
    for (int hour = 0; hour < Past.HOURS; hour++) {
      ofDay[hour] = slots.isCandidate(day, hour) ? ofDay[hour] : 0;
    }
    return ofDay;
  }

  /** Hours that have the course of one and the sums of the other. */
  static double[][] scaled(double[][] shapes, double[] days) {
    double[][] scaled = new double[days.length][];
    for (int h = 0; h < days.length; h++) {
      double sum = Arrays.stream(shapes[h]).sum();
      double factor = sum > 0 ? days[h] / sum : 0;
      scaled[h] = Arrays.stream(shapes[h]).map(value -> value * factor).toArray();
    }
    return scaled;
  }

  Past past() {
    return past;
  }

  int horizon() {
    return horizon;
  }

  Slots slots() {
    return slots;
  }

  /** What the calendar does to every day, as a factor; 1: nothing. */
  double[] factors() {
    return factors;
  }

  /** Totals by model. */
  Map<String, double[]> days() {
    return days;
  }

  /** Days and their hours by model; not every model has them. */
  Map<String, double[][]> hours() {
    return hours;
  }
}
