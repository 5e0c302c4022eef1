package org.colmado.insights.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.DoubleSummaryStatistics;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeededRandomTest {
  private final SeededRandom dice = SeededRandom.of(1, 1, 1);

  @ParameterizedTest
  @ValueSource(doubles = {0.3, 4, 60})
  void countsWithTheMeanOfAPoisson(double mean) {
    assertThat(mean(() -> dice.poisson(mean))).isEqualTo(mean, within(mean * 0.03));
  }

  @Test
  void scattersAroundOneByTheVariationGiven() {
    double mean = mean(() -> dice.gamma(0.08));
    double square = mean(() -> StrictMath.pow(dice.gamma(0.08) - 1, 2));

    assertThat(mean).isEqualTo(1, within(0.005));
    assertThat(StrictMath.sqrt(square)).isEqualTo(0.08, within(0.005));
  }

  @Test
  void drawsByWeight() {
    Weights<String> weights = Weights.of(Map.of("often", 3.0, "seldom", 1.0));

    assertThat(mean(() -> weights.draw(dice).equals("often") ? 1 : 0))
        .isEqualTo(0.75, within(0.02));
  }

  private static double mean(DoubleSupplier draw) {
    DoubleSummaryStatistics draws = DoubleStream.generate(draw).limit(20_000).summaryStatistics();

    return draws.getAverage();
  }
}
