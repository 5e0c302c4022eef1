package org.colmado.insights.plans.staffing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.colmado.insights.plans.PlanRules;
import org.colmado.insights.plans.staffing.DayRoster.Hands;
import org.colmado.insights.plans.staffing.DayRoster.Hour;
import org.junit.jupiter.api.Test;

class DayRosterTest {
  private static final StaffingRules RULES =
      PlanRules.read(Path.of("../conf/plans.yaml")).staffing();
  private static final DayRoster ROSTER = new DayRoster(RULES, RULES.of("ana"));

  @Test
  void everyHourHasWhatItNeedsAndItsWaitIsThatOfTheExpectedTickets() {
    List<Hour> hours =
        IntStream.range(3, 18)
            .mapToObj(order -> new Hour(order, 20, order == 12 ? 60 : 20, 0.1))
            .toList();
    List<Hands> hands = ROSTER.of(hours);

    assertThat(hands).hasSize(15).allMatch(each -> each.clerks() >= each.clerksNeeded());
    assertThat(hands.get(9).clerksNeeded()).isGreaterThan(hands.get(0).clerksNeeded());
    assertThat(hands.get(0).clerks()).isEqualTo(2);
    assertThat(hands.get(0).waitSeconds()).isCloseTo(15.0, within(0.05));
    assertThat(hands.get(0).overAMinute()).isCloseTo(0.0856, within(5e-5));
    assertThat(hands).allMatch(each -> each.riders() >= 1);
  }

  @Test
  void aShopWithoutDeliveriesHasNoRiders() {
    List<Hands> hands = ROSTER.of(List.of(new Hour(0, 5, 6, 0), new Hour(1, 5, 6, 0)));

    assertThat(hands).allMatch(each -> each.riders() == 0);
  }

  @Test
  void someoneIsThereWhenNobodyIsExpected() {
    List<Hands> hands = ROSTER.of(List.of(new Hour(2, 0, 0, 0)));

    assertThat(hands.get(0).clerks()).isEqualTo(1);
    assertThat(hands.get(0).waitSeconds()).isZero();
    assertThat(ROSTER.of(List.of())).isEmpty();
  }

  @Test
  void theUpperRateIsWithoutChanceArrivals() {
    double onlyChance = 25 + 1.2816 * 5;

    assertThat(DayRoster.upperRate(25, onlyChance, 0.9)).isCloseTo(25, within(1e-3));
    assertThat(DayRoster.upperRate(25, 25 + 1.2816 * Math.sqrt(25 + 16), 0.9))
        .isCloseTo(25 + 1.2816 * 4, within(1e-3));
    assertThat(DayRoster.upperRate(25, 20, 0.6)).isEqualTo(25);
  }
}
