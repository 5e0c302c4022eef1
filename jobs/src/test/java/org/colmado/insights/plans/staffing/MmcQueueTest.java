package org.colmado.insights.plans.staffing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MmcQueueTest {
  @ParameterizedTest
  @CsvSource({
    "20, 2,   1, .6667, .6667, 240.0, .5643",
    "20, 2,   2, .3333, .1667,  15.0, .0856",
    "42, 2,   2, .7000, .5765, 115.3, .4271",
    "42, 2,   3, .4667, .2024,  15.2, .0909",
    "60, 2.5, 4, .6250, .3199,  32.0, .1755"
  })
  void isErlangsSecondFormula(
      double arrivals,
      double minutes,
      int servers,
      double utilisation,
      double chanceToWait,
      double meanWait,
      double chanceOverAMinute) {
    MmcQueue line = new MmcQueue(arrivals, minutes, servers);

    assertThat(line.utilisation()).isCloseTo(utilisation, within(5e-5));
    assertThat(line.chanceToWait()).isCloseTo(chanceToWait, within(5e-5));
    assertThat(line.meanWaitSeconds()).isCloseTo(meanWait, within(0.05));
    assertThat(line.chanceToWaitOver(60)).isCloseTo(chanceOverAMinute, within(5e-5));
  }

  @Test
  void theFewestServersKeepTheTargetAndOneFewerDoesNot() {
    for (double arrivals = 0.5; arrivals < 400; arrivals *= 1.7) {
      int servers = MmcQueue.minServers(arrivals, 2, 60, 0.1, 1);

      assertThat(new MmcQueue(arrivals, 2, servers).chanceToWaitOver(60)).isLessThanOrEqualTo(0.1);
      if (servers > 1) {
        assertThat(new MmcQueue(arrivals, 2, servers - 1).chanceToWaitOver(60)).isGreaterThan(0.1);
      }
    }
  }

  @Test
  void nobodyIsNeededWhereNobodyComes() {
    assertThat(MmcQueue.minServers(0, 15, 600, 0.1, 0)).isZero();
    assertThat(MmcQueue.minServers(0, 2, 60, 0.1, 1)).isEqualTo(1);
  }

  @Test
  void aLineThatIsTooSlowGrowsWithoutEnd() {
    MmcQueue line = new MmcQueue(60, 2, 2);

    assertThat(line.chanceToWaitOver(60)).isEqualTo(1);
    assertThat(line.meanWaitSeconds()).isInfinite();
  }

  @Test
  void holdsForAHallOfTills() {
    MmcQueue line = new MmcQueue(29_000, 2, 1_000);

    assertThat(line.chanceToWait()).isBetween(0.0, 0.25);
    assertThat(line.meanWaitSeconds()).isPositive().isFinite();
  }

  @Test
  void refusesWhatIsNoLine() {
    assertThatThrownBy(() -> new MmcQueue(1, 0, 1)).hasMessageContaining("0.0 minutes");
  }
}
