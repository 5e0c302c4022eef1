package org.colmado.insights.personas.grok;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.colmado.insights.config.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GrokRulesTest {
  private static final Path SHIPPED = Path.of("../conf/grok.yaml");
  private static final String ENDPOINT = "https://api.x.ai/v1/responses";

  @TempDir Path folder;

  @Test
  void readsTheProductsOwn() {
    GrokRules rules = GrokRules.read(SHIPPED);

    assertThat(rules.endpoint()).isEqualTo(ENDPOINT);
    assertThat(rules.model()).isEqualTo("grok-4.3");
    assertThat(rules.price().of(700, 200, 500))
        .isEqualByComparingTo(GrokTrial.PRICE.of(700, 200, 500));
    assertThat(rules.monthlyBudgetUsd()).isEqualByComparingTo("1");
    assertThat(rules.limits()).isEqualTo("max-output-tokens 4000, reasoning-effort low");
    assertThat(rules.once().retries().attempts()).isEqualTo(1);
  }

  @Test
  void namesAModelWithoutAPrice() throws IOException {
    assertRefused("model: grok-4.3", "model: grok-9", "'grok-9' without a price, expected one of");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://api.x.ai/v1/responses",
        "https://me:secret@api.x.ai/v1/responses",
        "ftp://127.0.0.1/v1/responses",
        "api.x.ai/v1/responses",
        "https://h:99999",
        "https://h:0/v1/responses",
        "https://a b/v1",
        "http://[::2]/v1/responses",
        "http://localhost.evil.example/v1",
        "http://evil.example\\\\@localhost/v1",
        "https://"
      })
  void namesAnAddressWhereOthersCouldReadTheKey(String endpoint) throws IOException {
    assertRefused(ENDPOINT, "\"" + endpoint + "\"", "endpoint: found");
  }

  @Test
  void takesPlainHttpOnThisMachine() throws IOException {
    for (String host : new String[] {"127.0.0.1", "localhost", "[::1]"}) {
      String here = "http://" + host + ":8099/v1/responses";

      assertThat(GrokRules.read(changed(ENDPOINT, here)).endpoint()).isEqualTo(here);
    }
  }

  @Test
  void tellsWhoIsAskedWithoutWhatMayBeSecret() {
    assertThat(GrokTrial.rules(ENDPOINT + "?token=hidden#x").who())
        .isEqualTo("grok-4.3 at " + ENDPOINT);
  }

  @Test
  void namesNumbersOutOfRange() throws IOException {
    assertRefused("monthly-budget-usd: 1.00", "monthly-budget-usd: -1", "found -1, expected 0 to");
    assertRefused("attempts: 3", "attempts: 0", "found 0, expected 1 to 10");
    assertRefused("input: 1.25, cached: 0.20", "input: 0.1, cached: 0.20", "cached: found 0.2");
  }

  /** An answer as long as that of the rules has 1,030 to 1,290 tokens; the rest is for thinking. */
  @Test
  void leavesThinkingTwiceTheRoomOfAnAnswer() {
    GrokRules rules = GrokRules.read(SHIPPED);

    assertThat(rules.maxOutputTokens()).isGreaterThanOrEqualTo(3 * 1_290);
  }

  @Test
  void countsATokenAByteInTheWorstCase() {
    GrokRules rules = GrokTrial.rules(ENDPOINT);
    String body = GrokRequest.body(rules, GrokTrial.question());
    BigDecimal attempt =
        GrokTrial.PRICE.of(body.getBytes(StandardCharsets.UTF_8).length + 1_000, 0, 3_000);

    assertThat(GrokRequest.worstCase(rules, GrokTrial.question()))
        .isEqualByComparingTo(attempt.multiply(BigDecimal.valueOf(3)));
  }

  @Test
  void countsTwiceFromTwoHundredThousandTokensOn() {
    assertThat(GrokTrial.PRICE.of(199_999, 0, 0)).isEqualByComparingTo("0.24999875");
    assertThat(GrokTrial.PRICE.of(200_000, 0, 0)).isEqualByComparingTo("0.50");
  }

  private void assertRefused(String text, String other, String message) throws IOException {
    Path file = changed(text, other);

    assertThatThrownBy(() -> GrokRules.read(file))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining(message);
  }

  private Path changed(String text, String other) throws IOException {
    String shipped = Files.readString(SHIPPED);
    assertThat(shipped).contains(text);
    return Files.writeString(folder.resolve("grok.yaml"), shipped.replace(text, other));
  }
}
