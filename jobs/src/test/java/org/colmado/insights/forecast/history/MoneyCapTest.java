package org.colmado.insights.forecast.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyCapTest {
  private static final int DAYS = 60;
  private static final int OPENS = 8;
  private static final double BASKET = 200;
  private static final double DEVIATION = 60;

  private double[][] tickets;
  private double[][] revenue;

  /** Whole pesos: their sums are the same in any order. */
  @BeforeEach
  void sell() {
    Random random = new Random(5);
    tickets = new double[DAYS][MeasureHistory.HOURS];
    revenue = new double[DAYS][MeasureHistory.HOURS];
    for (int day = 0; day < DAYS; day++) {
      for (int hour = OPENS; hour < MeasureHistory.HOURS; hour++) {
        double visits = random.nextInt(8);
        double noise = DEVIATION * Math.sqrt(visits) * random.nextGaussian();
        tickets[day][hour] = visits;
        revenue[day][hour] = Math.rint(BASKET * visits + noise);
      }
    }
  }

  @Test
  void knowsTheMoneyOfAVisitAndHowItVaries() {
    assertThat(cap().visit()).isCloseTo(BASKET, within(0.03 * BASKET));
    assertThat(cap().deviation()).isCloseTo(DEVIATION, within(0.1 * DEVIATION));
  }

  @Test
  void leavesOrdinarySales() {
    for (int day = 0; day < DAYS; day++) {
      assertThat(cap().limited(tickets[day], revenue[day])).containsExactly(revenue[day]);
    }
  }

  /** A shop that sells one good at one price: an hour of twice as much is kept. */
  @Test
  void leavesOrdinarySalesWhereMostHoursBringTheSame() {
    for (double[] day : revenue) {
      Arrays.setAll(day, hour -> BASKET * tickets[0][hour]);
    }
    Arrays.fill(tickets, tickets[0]);
    MoneyCap cap = cap();

    assertThat(cap.limited(new double[] {1, 3}, new double[] {2 * BASKET, 3.5 * BASKET}))
        .containsExactly(2 * BASKET, 3.5 * BASKET);
  }

  /** Twelve deviations above what its visits bring; a party of three times as much is kept. */
  @Test
  void limitsAnHourByItsVisits() {
    MoneyCap cap = new MoneyCap(100, 20);
    double[] money = {339, 341, 879, 9000, 200};

    assertThat(cap.limited(new double[] {1, 1, 4, 4, 1}, money))
        .containsExactly(339, 340, 879, 880, 200);
    assertThat(money).containsExactly(339, 341, 879, 9000, 200);
  }

  @ParameterizedTest
  @ValueSource(doubles = {5_000, 2_000_000})
  void aMistypedAmountIsLimitedAndMovesNoLimit(double amount) {
    MoneyCap before = cap();
    double ordinary = revenue[30][12];
    tickets[30][12] = 1;
    revenue[30][12] = amount;
    MoneyCap cap = cap();
    double[] limited = cap.limited(tickets[30], revenue[30]);

    assertThat(cap.visit()).isCloseTo(before.visit(), within(2.0));
    assertThat(cap.deviation()).isCloseTo(before.deviation(), within(1.0));
    assertThat(limited[12]).isBetween(BASKET, 5 * BASKET);
    limited[12] = ordinary;
    revenue[30][12] = ordinary;
    assertThat(limited).containsExactly(revenue[30]);
  }

  @Test
  void theOrderOfDaysAndHoursDoesNotMatter() {
    MoneyCap before = cap();
    List<Integer> order = new ArrayList<>();
    for (int day = 0; day < DAYS; day++) {
      order.add(day);
    }
    Collections.shuffle(order, new Random(6));
    tickets = order.stream().map(day -> backwards(tickets[day])).toArray(double[][]::new);
    revenue = order.stream().map(day -> backwards(revenue[day])).toArray(double[][]::new);

    assertThat(cap()).isEqualTo(before);
  }

  @Test
  void closedDaysTellNothing() {
    MoneyCap before = cap();
    tickets = withClosedDays(tickets);
    revenue = withClosedDays(revenue);

    assertThat(cap()).isEqualTo(before);
  }

  @Test
  void nineteenHoursTellNothing() {
    for (double[] day : tickets) {
      Arrays.fill(day, 0);
    }
    Arrays.fill(tickets[3], 0, 19, 1);
    assertThat(MoneyCap.of(tickets, revenue)).isEmpty();

    tickets[4][9] = 1;
    assertThat(MoneyCap.of(tickets, revenue)).isPresent();
  }

  @Test
  void aStoreWithoutSalesHasNone() {
    assertThat(MoneyCap.of(new double[DAYS][MeasureHistory.HOURS], revenue)).isEmpty();
    assertThat(MoneyCap.of(new double[0][], new double[0][])).isEmpty();
  }

  private MoneyCap cap() {
    return MoneyCap.of(tickets, revenue).orElseThrow();
  }

  /** As many as the open ones and one more. */
  private static double[][] withClosedDays(double[][] days) {
    double[][] more = Arrays.copyOf(days, 2 * days.length + 1);
    Arrays.fill(more, days.length, more.length, new double[MeasureHistory.HOURS]);
    return more;
  }

  private static double[] backwards(double[] hours) {
    double[] backwards = new double[hours.length];
    Arrays.setAll(backwards, hour -> hours[hours.length - 1 - hour]);
    return backwards;
  }
}
