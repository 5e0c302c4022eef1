package org.colmado.insights.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.colmado.insights.config.InsightsConfig;
import org.colmado.insights.config.SourceMapping;
import org.colmado.insights.config.Yaml;
import org.colmado.insights.ingest.file.InputFile;
import org.colmado.insights.table.Sales;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Exports as tills and people really write them, one folder a case: the files, their {@code
 * mapping.yaml}, and {@code expected.csv} with every ticket (id, money, time on the store's clock)
 * and the number of records that are refused for each reason.
 */
class FieldCasesTest {
  private static final Path CASES = Path.of("src", "test", "resources", "field");
  private static final Set<String> NO_DATA = Set.of("mapping.yaml", "expected.csv", "expected.txt");
  private static final ZoneId STORE_ZONE = ZoneId.of("America/Santo_Domingo");
  private static final Instant READ_AT = Instant.parse("2026-11-28T09:00:00Z");

  static List<Path> cases() throws IOException {
    try (Stream<Path> folders = Files.list(CASES)) {
      return folders.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void readsEveryTicketToTheCent(Path folder) throws IOException {
    List<String> expected = Files.readAllLines(folder.resolve("expected.csv"));

    assertThat(read(folder)).containsExactlyElementsOf(expected);
  }

  private static List<String> read(Path folder) throws IOException {
    SourceMapping mapping = Yaml.read(folder.resolve("mapping.yaml"), SourceMapping.class);
    InsightsConfig config = InsightsConfig.read(Path.of("..", "conf", "insights.yaml"));
    TicketReader reader =
        new FileTickets(mapping, config, READ_AT).reader(new Configuration(false));
    Map<String, Ticket> tickets = new TreeMap<>();
    Map<String, Integer> refused = new TreeMap<>();
    for (InputFile file : files(folder)) {
      reader
          .call(file)
          .forEachRemaining(
              row -> {
                String reason = value(row, Fragments.REASON);
                if (reason == null) {
                  Ticket line = Ticket.of(row);
                  tickets.merge(line.id(), line, Ticket::plus);
                } else {
                  refused.merge(reason, 1, Integer::sum);
                }
              });
    }

    return shown(tickets.values(), refused);
  }

  @SuppressWarnings("TypeParameterUnusedInFormals") // as of Row.getAs
  private static <T> T value(Row row, String column) {
    return row.getAs(Fragments.TYPE.fieldIndex(column));
  }

  private static List<String> shown(Collection<Ticket> tickets, Map<String, Integer> refused) {
    List<String> shown = new ArrayList<>();
    tickets.forEach(
        ticket -> shown.add("%s,%s,%s".formatted(ticket.id(), ticket.net(), ticket.soldAt())));
    refused.forEach((reason, records) -> shown.add("refused,%s,%d".formatted(reason, records)));
    return shown;
  }

  private static List<InputFile> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> !NO_DATA.contains(file.getFileName().toString()))
          .sorted()
          .map(file -> new InputFile(file.toAbsolutePath().toString(), 1, Instant.EPOCH))
          .toList();
    }
  }

  /**
   * What a ticket's lines come to.
   *
   * @param soldAt of the earliest line, on the store's clock
   */
  private record Ticket(String id, BigDecimal net, LocalDateTime soldAt) {
    static Ticket of(Row row) {
      return new Ticket(
          value(row, Sales.SALE_ID),
          value(row, Fragments.NET),
          FieldCasesTest.<Instant>value(row, Sales.SOLD_AT).atZone(STORE_ZONE).toLocalDateTime());
    }

    Ticket plus(Ticket other) {
      return new Ticket(
          id, net.add(other.net), soldAt.isBefore(other.soldAt) ? soldAt : other.soldAt);
    }
  }
}
