package org.colmado.insights.personas.grok;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.colmado.insights.config.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GrokKeyTest {

  @Test
  void isNoneWhereItIsBlank() {
    assertThat(ApiKey.in(Map.of())).isEmpty();
    assertThat(ApiKey.in(Map.of(ApiKey.VARIABLE, " \n"))).isEmpty();
  }

  @Test
  void losesTheLineEndOfTheFileItCameFrom() {
    assertThat(ApiKey.of(GrokTrial.KEY + "\n").orElseThrow().bearer())
        .isEqualTo("Bearer " + GrokTrial.KEY);
  }

  @Test
  void doesNotShowItself() {
    assertThat(GrokTrial.key().toString()).isEqualTo("ApiKey");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "xai-secret\nX-Evil: 1",
        "xai-se cret-se",
        "xai-sécret-sécret",
        "\u0007xai-secret"
      })
  void isRefusedWithoutBeingRepeatedWhereItCannotStandInAHeader(String key) {
    assertThatThrownBy(() -> ApiKey.of(key))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("Cannot use XAI_API_KEY: found a character that cannot, number ")
        .hasMessageNotContaining("cret");
  }

  @Test
  void isRefusedWhereItIsTooShort() {
    assertThatThrownBy(() -> ApiKey.of("secret"))
        .hasMessageContaining("found 6 characters")
        .hasMessageNotContaining("secret");
  }

  @Test
  void isHiddenWholeOrInPart() {
    ApiKey key = GrokTrial.key();

    assertThat(key.hiddenIn("a " + GrokTrial.KEY + " b")).isEqualTo("a *** b");
    assertThat(key.hiddenIn("a " + GrokTrial.KEY.substring(5, 15) + " b")).isEqualTo("a *** b");
    assertThat(key.hiddenIn("xai-9fK is too little")).isEqualTo("xai-9fK is too little");
  }
}
