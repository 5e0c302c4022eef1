package org.colmado.insights.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.colmado.insights.text.Language;
import org.junit.jupiter.api.Test;

class StoreSummaryTest {
  @Test
  void saysNothingWhereNothingChanged() {
    assertThat(changes(0)).isEmpty();
  }

  @Test
  void saysTheFirstSixChangesAndWhereTheOthersAre() {
    assertThat(changes(6)).hasSize(7).startsWith("  Lo que cambió:", "    cambio 0");
    assertThat(changes(8)).hasSize(8);
    assertThat(changes(8).get(7)).startsWith("    y 2 más: bin/insights query");
  }

  private static List<String> changes(int count) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream printed = new PrintStream(out, true, StandardCharsets.UTF_8);
    new StoreSummary(printed, new Messages(Language.ES), LocalDate.of(2026, 11, 20), "DOP")
        .changes(IntStream.range(0, count).mapToObj(i -> "cambio " + i).toList());

    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
