package org.colmado.insights.simulate;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * Weather and feasts of the town that all shops of a simulation are in: rain on three days in ten,
 * a third of it heavy, and a feast of three days in every thirty. Writes {@code weather.csv} and
 * {@code events.csv}, with the two weeks after the last day, and what they did to the truth.
 */
record Town(long seed, ExternalFactors outside) {
  static final String WEATHER = "weather.csv";
  static final String EVENTS = "events.csv";
  static final String TRUTH = "outside.csv";

  private static final int NO_STORE = 0;
  private static final int DAYS_AHEAD = 14;
  private static final double WET_SHARE = 0.3;
  private static final double MAX_MM = 60;
  private static final double RAINY_MM = 10;
  private static final double VERY_RAINY_MM = 25;
  private static final int FEAST_EVERY_DAYS = 30;
  private static final int FEAST_DAYS = 3;
  private static final double MEAN_MAX_C = 30;
  private static final double YEAR_C = 2;
  private static final double DAY_C = 1.5;
  private static final int HOTTEST_DAY_OF_YEAR = 213;
  private static final double DAYS_PER_YEAR = 365.25;

  /**
   * Of a day.
   *
   * @param maxC highest temperature
   */
  private record Weather(double rainMm, double maxC) {}

  /** What they do to the visits of a day. */
  double factor(LocalDate on) {
    if (outside.isNone()) {
      return 1;
    }

    double mm = weather(on).rainMm();
    double rain = mm >= RAINY_MM ? outside.rain() : 1;
    double heavy = mm >= VERY_RAINY_MM ? outside.heavyRain() : 1;
    return rain * heavy * (isFeast(on) ? outside.feast() : 1);
  }

  private Weather weather(LocalDate on) {
    SeededRandom dice = SeededRandom.of(seed, NO_STORE, on.toEpochDay());
    double wetness = dice.chance(WET_SHARE) ? dice.uniform() : 0;
    double angle = 2 * Math.PI * (on.getDayOfYear() - HOTTEST_DAY_OF_YEAR) / DAYS_PER_YEAR;
    double luck = dice.between(-1, 1) + dice.between(-1, 1);

    return new Weather(
        tenths(MAX_MM * wetness * wetness),
        tenths(MEAN_MAX_C + YEAR_C * StrictMath.cos(angle) + DAY_C * luck));
  }

  private boolean isFeast(LocalDate on) {
    long month = Math.floorDiv(on.toEpochDay(), FEAST_EVERY_DAYS);
    int start = SeededRandom.of(seed, NO_STORE, -month).below(FEAST_EVERY_DAYS - FEAST_DAYS);
    int day = Math.floorMod(on.toEpochDay(), FEAST_EVERY_DAYS) - start;

    return day >= 0 && day < FEAST_DAYS;
  }

  private static double tenths(double value) {
    return StrictMath.round(10 * value) / 10.0;
  }

  void write(Path folder, Path truth, List<LocalDate> days) throws IOException {
    if (outside.isNone()) {
      return;
    }

    LocalDate last = days.get(days.size() - 1);
    List<LocalDate> all = days.get(0).datesUntil(last.plusDays(DAYS_AHEAD + 1L)).toList();
    try (Csv csv = new Csv(folder.resolve(WEATHER), "store_id,on,rain_mm,temperature_max_c")) {
      for (LocalDate on : all) {
        csv.row("", on, weather(on).rainMm(), weather(on).maxC());
      }
    }
    try (Csv csv = new Csv(folder.resolve(EVENTS), "store_id,from_on,to_on,event")) {
      for (LocalDate on : all.stream().filter(this::isFeast).toList()) {
        csv.row("", on, on, "fiesta patronal");
      }
    }
    try (Csv csv = new Csv(truth.resolve(TRUTH), "business_on,factor")) {
      for (LocalDate on : days) {
        csv.row(on, factor(on));
      }
    }
  }
}
