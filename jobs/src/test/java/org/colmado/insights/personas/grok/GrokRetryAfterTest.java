package org.colmado.insights.personas.grok;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class GrokRetryAfterTest {

  @ParameterizedTest
  @CsvSource({"0, 0", "7, 7", "' 30 ', 30", "99999999999999999999, 31536000"})
  void readsSeconds(String header, long seconds) {
    assertThat(read(header)).isEqualTo(Duration.ofSeconds(seconds));
  }

  @Test
  void readsADate() {
    assertThat(read("Sat, 24 Oct 2026 12:00:20 GMT")).isEqualTo(Duration.ofSeconds(20));
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(strings = {"-5", "1.5", "soon", "Sat, 24 Oct 2026 11:59:00 GMT"})
  void isZeroWhereItSaysNothing(String header) {
    assertThat(read(header)).isZero();
  }

  @Test
  void isNeverLongerThanTheLongestWait() {
    Backoff backoff = new Backoff(new GrokRules.Retries(9, 500, 60));

    assertThat(backoff.after(8, Duration.ZERO))
        .isBetween(Duration.ofSeconds(30), Duration.ofSeconds(60));
    assertThat(backoff.after(1, Duration.ofSeconds(60))).isEqualTo(Duration.ofSeconds(60));
    assertThat(backoff.allows(Duration.ofSeconds(60))).isTrue();
    assertThat(backoff.allows(Duration.ofSeconds(61))).isFalse();
  }

  private static Duration read(String header) {
    return RetryAfter.read(header, GrokTrial.NOW);
  }
}
