package org.colmado.insights.simulate;

import java.util.List;
import java.util.Map;

/**
 * A planted shopping mission: why a customer comes, and what follows from it. The numbers are in
 * {@code simulate/missions.yaml}, whose header says what each means.
 *
 * @param name as the truth writes it
 * @param share weight among the missions in an ordinary week
 * @param hours weight by clock hour, 0 to 24; 24 is the first hour after midnight
 * @param weekdays weight by weekday, Sunday first
 * @param payday extra share on an observed payday, 0.3 = 30 % more
 * @param holiday factor on a holiday
 * @param festive 1 where eves, Christmas and hot months bring more, else 0
 * @param anchors families the first line comes from
 * @param others families of the further lines
 * @param extraLines mean number of further lines
 * @param pairs planted co-purchases
 * @param tenders weight by payment method
 * @param delivery share brought home
 */
record PlantedMission(
    String name,
    double share,
    Map<Integer, Double> hours,
    List<Double> weekdays,
    double payday,
    double holiday,
    double festive,
    Map<String, Double> anchors,
    Map<String, Double> others,
    double extraLines,
    List<Pair> pairs,
    Map<String, Double> tenders,
    double delivery) {

  /**
   * A co-purchase rule.
   *
   * @param given family in the basket, or {@link #ALWAYS}
   * @param also family that then comes along
   * @param chance probability of it, on top of what the mission brings anyway
   */
  record Pair(String given, String also, double chance) {
    static final String ALWAYS = "*";
  }

  /** Expected visits of a weekday and hour relative to the others; 0 where nobody comes. */
  double weight(int dayOfWeek, int hour) {
    return share * weekdays.get(dayOfWeek) * hours.getOrDefault(hour, 0.0);
  }
}
