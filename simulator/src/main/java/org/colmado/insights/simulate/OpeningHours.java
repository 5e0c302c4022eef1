package org.colmado.insights.simulate;

/**
 * When a shop is open. Hours are clock hours of a business day: 24 is the first hour after midnight
 * and belongs to the day before it.
 *
 * @param opensAt first open hour, every day
 * @param closesAt first closed hour from Monday to Thursday
 * @param weekendClosesAt first closed hour on Friday and Saturday; 25 is 01:00
 * @param sundayClosesAt first closed hour on Sunday
 * @param lunchClosedAt hour closed from Monday to Friday, or -1
 */
record OpeningHours(
    int opensAt, int closesAt, int weekendClosesAt, int sundayClosesAt, int lunchClosedAt) {

  /** One more than the last hour any shop is open. */
  static final int HOURS = 25;

  private static final int SUNDAY = 0;
  private static final int FRIDAY = 5;
  private static final int SATURDAY = 6;

  /**
   * Open 07-08 to 20-24, some shut an hour at lunch (jetsettlersmag.com, "The Colmado in the
   * Dominican Republic", 2011); no beer after midnight from Sunday to Thursday (decree 308-06).
   */
  static OpeningHours of(SeededRandom dice) {
    int opensAt = dice.chance(0.75) ? 7 : 8;
    int closesAt = 21 + dice.below(2);
    int weekendClosesAt = 24 + dice.below(2);
    int sundayClosesAt = 19 + dice.below(3);
    int lunchClosedAt = dice.chance(0.3) ? 13 : -1;

    return new OpeningHours(opensAt, closesAt, weekendClosesAt, sundayClosesAt, lunchClosedAt);
  }

  boolean isOpen(int dayOfWeek, int hour) {
    boolean isLunch = hour == lunchClosedAt && dayOfWeek > SUNDAY && dayOfWeek < SATURDAY;

    return hour >= opensAt && hour < closing(dayOfWeek) && !isLunch;
  }

  private int closing(int dayOfWeek) {
    return switch (dayOfWeek) {
      case SUNDAY -> sundayClosesAt;
      case FRIDAY, SATURDAY -> weekendClosesAt;
      default -> closesAt;
    };
  }
}
