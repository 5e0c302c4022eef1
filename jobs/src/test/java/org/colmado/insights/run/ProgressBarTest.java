package org.colmado.insights.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressBarTest {
  private static final Duration USUAL = Duration.ofSeconds(24);

  @Test
  void saysTheShareAndTheTimeLeft() {
    assertThat(ProgressBar.line(Duration.ofSeconds(12), USUAL))
        .isEqualTo("      [###############...............] 50 %, about 12 s left");
  }

  @Test
  void isNeverFullWhileTheStageRuns() {
    assertThat(ProgressBar.line(Duration.ofSeconds(90), USUAL))
        .contains("#.] 99 %")
        .endsWith("longer than last time");
  }
}
