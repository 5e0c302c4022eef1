package org.colmado.insights.personas.grok;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GrokRequestTest {
  private static final Path GOLDEN = Path.of("src/test/resources/grok/request.json");

  @Test
  void isTheGoldenOne() throws IOException {
    ObjectMapper json = new ObjectMapper();
    String body =
        GrokRequest.body(GrokTrial.rules("https://api.x.ai/v1/responses"), GrokTrial.question());

    assertThat(json.writerWithDefaultPrettyPrinter().writeValueAsString(json.readTree(body)) + "\n")
        .isEqualTo(Files.readString(GOLDEN));
  }

  @Test
  void saysHowHardToThinkOnlyWhereThatIsSet() {
    GrokRules plain = GrokTrial.rules("https://api.x.ai/v1/responses");
    GrokRules low =
        new GrokRules(
            plain.endpoint(),
            plain.model(),
            Optional.of("low"),
            plain.maxOutputTokens(),
            plain.reasoningTokens(),
            plain.timeouts(),
            plain.retries(),
            plain.atOnce(),
            plain.breakerFailures(),
            plain.mostAnswerBytes(),
            plain.monthlyBudgetUsd(),
            plain.prices());

    assertThat(GrokRequest.body(plain, GrokTrial.question())).doesNotContain("reasoning");
    assertThat(GrokRequest.body(low, GrokTrial.question()))
        .contains("\"reasoning\":{\"effort\":\"low\"}");
  }

  @Test
  void hasNoNameThatXaiWouldRefuse() {
    assertThatThrownBy(
            () -> new GrokQuestion("", "", JsonNodeFactory.instance.objectNode(), "my persona", ""))
        .hasMessageContaining("found 'my persona', expected letters, digits");
  }
}
