package org.colmado.insights.simulate;

import java.util.List;

/**
 * What makes one simulated shop differ from the next.
 *
 * @param number from 1
 * @param level mean tickets of an ordinary week's day, at the middle of the simulated days
 * @param hours when it is open
 * @param missionFactors how much more or less of each mission than elsewhere
 * @param yearlyGrowth of tickets, 0.05 = 5 %
 * @param priceFactor its prices against the catalogue's
 * @param givesCategory its catalogue has categories, in Spanish
 * @param givesCost its POS knows what the goods cost
 * @param closesOnGoodFriday and on New Year's Day; the others then sell no alcohol on Good Friday
 */
record Shop(
    int number,
    double level,
    OpeningHours hours,
    List<Double> missionFactors,
    double yearlyGrowth,
    double priceFactor,
    boolean givesCategory,
    boolean givesCost,
    boolean closesOnGoodFriday) {

  /** The smallest shop has this part of the mean tickets, the largest {@code SMALLEST + RANGE}. */
  private static final double SMALLEST = 0.4;

  private static final double RANGE = 1.2;
  private static final int PURPOSE = -1;

  static Shop of(SimulationSettings simulation, int number, List<PlantedMission> missions) {
    SeededRandom dice = SeededRandom.of(simulation.seed(), number, PURPOSE);
    double share = simulation.storesWithCategoryShare();
    boolean givesCategory = Math.floor(number * share) > Math.floor((number - 1) * share);

    return new Shop(
        number,
        simulation.ticketsPerDay() * (SMALLEST + RANGE * bitReversed(number)),
        OpeningHours.of(dice),
        missions.stream().map(mission -> dice.lognormal(0.15)).toList(),
        dice.between(-0.02, 0.1),
        dice.between(0.96, 1.05),
        givesCategory,
        number % 2 == 1,
        dice.chance(0.5));
  }

  String id() {
    return "colmado-%02d".formatted(number);
  }

  /** Spreads 1, 2, 3 ... evenly over 0 to 1: 1/2, 1/4, 3/4, 1/8 ... (van der Corput 1935). */
  private static double bitReversed(int number) {
    return (Integer.reverse(number) >>> 1) / (double) (1 << 30) / 2;
  }
}
