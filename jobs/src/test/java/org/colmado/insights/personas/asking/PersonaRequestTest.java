package org.colmado.insights.personas.asking;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.colmado.insights.personas.facts.Json;
import org.colmado.insights.personas.facts.Sheets;
import org.colmado.insights.personas.grok.ApiKey;
import org.colmado.insights.personas.grok.GrokClient;
import org.colmado.insights.personas.grok.GrokReply;
import org.colmado.insights.personas.grok.GrokRules;
import org.colmado.insights.personas.grok.GrokStatus;
import org.colmado.insights.standin.FakeGrok;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes to xAI about a segment, to the letter; {@code -Ddocs.write=true} writes it anew. */
class PersonaRequestTest {
  private static final Path GOLDEN = Path.of("src/test/resources/personas/request.json");
  private static final ObjectMapper PRETTY =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  @TempDir private Path folder;

  @Test
  void theRequestIsTheOneThatIsKept() throws IOException {
    try (FakeGrok server = FakeGrok.answering(FactsAnswer::of, List.of()).start(0);
        GrokClient client =
            new GrokClient(rules(server), ApiKey.of("xai-4Lk8Wq2Zt6Rm").orElseThrow())) {
      GrokReply reply = client.ask(Prompt.question(Json.write(Sheets.bread())));

      assertThat(reply.status()).isEqualTo(GrokStatus.ANSWERED);
      String body =
          PRETTY.writeValueAsString(PRETTY.readTree(server.bodies().get(0)))
              + System.lineSeparator();
      if (Boolean.getBoolean("docs.write")) {
        Files.createDirectories(GOLDEN.getParent());
        Files.writeString(GOLDEN, body);
      }
      assertThat(body).isEqualTo(Files.readString(GOLDEN));
    }
  }

  /** Nothing that points to a shop, a ticket, a person or a day. */
  @Test
  void noIdentifierIsSent() {
    String facts = Json.write(Sheets.bread());

    assertThat(facts)
        .doesNotContain("colmado-01", "store_id", "sale_id", "customer", "cashier", "receipt")
        .doesNotContainPattern("20[0-9]{2}-[0-9]{2}-[0-9]{2}");
  }

  private GrokRules rules(FakeGrok server) throws IOException {
    String shipped = Files.readString(Path.of("../conf/grok.yaml"));
    Path file = folder.resolve("grok.yaml");
    Files.writeString(
        file, shipped.replaceAll("(?m)^endpoint: \\S+", "endpoint: " + server.endpoint()));
    return GrokRules.read(file);
  }
}
