package org.colmado.insights.personas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.colmado.insights.personas.grok.ApiKey;
import org.colmado.insights.personas.grok.Budget;
import org.colmado.insights.personas.grok.FakeGrok;
import org.colmado.insights.personas.grok.GrokClient;
import org.colmado.insights.personas.grok.GrokRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AskingAtOnceTest {
  private static final int AT_ONCE = 3;
  private static final Ledger NOWHERE =
      new Ledger() {
        @Override
        public void reserve(List<Row> calls) {}

        @Override
        public void settle(List<Row> calls) {}
      };

  private final AtomicInteger underWay = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();

  @TempDir private Path folder;

  @Test
  void asksNoMoreAtOnceThanAllowed() throws IOException {
    String facts = Json.write(Sheets.bread());
    List<Due> due =
        IntStream.range(0, 12)
            .mapToObj(i -> new Due("ana", "mission", "m" + i, facts, "hash" + i))
            .toList();

    try (FakeGrok server = FakeGrok.answering(this::slowly, List.of()).start(0);
        GrokClient client = client(server)) {
      Asking asking =
          new Asking(
              client,
              new Grounding(Sheets.RULES, Sheets.ALCOHOL_HOURS),
              new Budget(BigDecimal.valueOf(50), BigDecimal.ZERO),
              NOWHERE,
              new Asking.Night(LocalDate.of(2026, 1, 31), "run", Instant.EPOCH),
              "grok-4.3",
              AT_ONCE);

      assertThat(asking.of(due)).hasSize(due.size());
      assertThat(server.calls()).isGreaterThanOrEqualTo(due.size());
      assertThat(most.get()).isEqualTo(AT_ONCE);
    }
  }

  private String slowly(String input) {
    most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    underWay.decrementAndGet();
    return FactsAnswer.of(input);
  }

  private GrokClient client(FakeGrok server) throws IOException {
    Path file = folder.resolve("grok.yaml");
    Files.writeString(
        file,
        Files.readString(Path.of("../conf/grok.yaml"))
            .replaceAll("(?m)^endpoint: \\S+", "endpoint: " + server.endpoint()));

    return new GrokClient(GrokRules.read(file), ApiKey.of("xai-4Lk8Wq2Zt6Rm").orElseThrow());
  }
}
