package org.colmado.insights.personas.grok;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class BudgetTest {
  private static final BigDecimal CENT = new BigDecimal("0.01");

  @Test
  void givesUpToTheLastCent() {
    Budget budget = new Budget(new BigDecimal("1.00"), new BigDecimal("0.98"));

    assertThat(budget.reserves(CENT)).isTrue();
    assertThat(budget.reserves(CENT)).isTrue();
    assertThat(budget.reserves(CENT)).isFalse();
    assertThat(budget.left()).isZero();
  }

  @Test
  void givesBackWhatWasNotSpent() {
    Budget budget = new Budget(CENT, BigDecimal.ZERO);
    budget.reserves(CENT);
    budget.settle(CENT, new BigDecimal("0.004"));

    assertThat(budget.spent()).isEqualByComparingTo("0.004");
    assertThat(budget.left()).isEqualByComparingTo("0.006");
  }

  @Test
  void countsWhatCostMoreThanItsWorst() {
    Budget budget = new Budget(CENT, BigDecimal.ZERO);
    budget.reserves(CENT);
    budget.settle(CENT, new BigDecimal("0.02"));

    assertThat(budget.left()).isEqualByComparingTo("-0.01");
    assertThat(budget.reserves(BigDecimal.ZERO)).isFalse();
  }

  @Test
  void givesNothingWhereMoreIsSpentThanTheCap() {
    assertThat(new Budget(BigDecimal.ZERO, CENT).reserves(CENT)).isFalse();
  }

  @Test
  void refusesWhatWasNeverSetAside() {
    Budget budget = new Budget(CENT, BigDecimal.ZERO);

    assertThatThrownBy(() -> budget.settle(CENT, CENT))
        .hasMessageContaining("Cannot settle US$ 0.01: only 0 are set aside");
    assertThatThrownBy(() -> budget.reserves(CENT.negate()))
        .hasMessageContaining("Cannot count estimate of US$ -0.01");
  }

  /** A thousand calls want a cent each, of a dollar, and spend two thirds of it. */
  @Test
  void isNotPassedByCallsAtTheSameTime() throws Exception {
    Budget budget = new Budget(new BigDecimal("1.00"), BigDecimal.ZERO);
    BigDecimal actual = new BigDecimal("0.0067");
    Callable<Boolean> call =
        () -> {
          boolean mayAsk = budget.reserves(CENT);
          if (mayAsk) {
            assertThat(budget.left()).isNotNegative();
            Thread.onSpinWait();
            budget.settle(CENT, actual);
          }
          return mayAsk;
        };

    ExecutorService threads = Executors.newFixedThreadPool(16);
    long asked = 0;
    for (Future<Boolean> done : threads.invokeAll(Collections.nCopies(1_000, call))) {
      asked += done.get() ? 1 : 0;
    }
    threads.shutdown();

    assertThat(budget.spent())
        .isEqualByComparingTo(actual.multiply(BigDecimal.valueOf(asked)))
        .isLessThanOrEqualTo(BigDecimal.ONE);
    assertThat(budget.left()).isEqualByComparingTo(BigDecimal.ONE.subtract(budget.spent()));
    assertThat(asked).isGreaterThanOrEqualTo(100);
  }
}
