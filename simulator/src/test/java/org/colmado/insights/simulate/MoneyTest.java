package org.colmado.insights.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {
  @ParameterizedTest
  @CsvSource({"15000,150", "6250,62.5", "5,0.05", "-325,-3.25", "0,0"})
  void writesTheShortestExactNumber(long cents, String pesos) {
    assertThat(Money.pesos(cents)).isEqualTo(pesos);
  }

  @ParameterizedTest
  @CsvSource({"15000,150.00", "-5,-0.05", "6250,62.50"})
  void writesTwoDecimals(long cents, String pesos) {
    assertThat(Money.twoDecimals(cents)).isEqualTo(pesos);
  }
}
