package org.colmado.insights.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.colmado.insights.config.BadInputException;
import org.colmado.insights.config.InsightsConfig;
import org.colmado.insights.config.SourceMapping;
import org.colmado.insights.config.Yaml;
import org.colmado.insights.ingest.file.InputFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Exports as tills and people really write them, one folder a case: the files, their {@code
 * mapping.yaml}, and {@code expected.csv} with every ticket (id, money, time on the store's clock)
 * and the number of records that are refused for each reason, or the word that the mapping is.
 */
class FieldCasesTest {
  private static final Path CASES = Path.of("src", "test", "resources", "field");
  private static final Set<String> NO_DATA =
      Set.of("mapping.yaml", "expected.csv", "inspected.csv");
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

    if (expected.equals(List.of("the mapping is refused"))) {
      assertThatThrownBy(() -> mapping(folder)).isInstanceOf(BadInputException.class);
    } else {
      assertThat(read(folder)).containsExactlyElementsOf(expected);
    }
  }

  private static List<String> read(Path folder) throws IOException {
    SourceMapping mapping = mapping(folder);
    InsightsConfig config = InsightsConfig.read(Path.of("..", "conf", "insights.yaml"));
    TicketReader reader =
        new FileTickets(mapping, config, READ_AT).reader(new Configuration(false));
    ReadTickets lake = new ReadTickets(mapping);
    for (InputFile file : files(folder)) {
      List<Row> fragments = new ArrayList<>();
      reader.call(file).forEachRemaining(fragments::add);
      lake.read(fragments);
    }

    return lake.shown(STORE_ZONE);
  }

  /** The case's own mapping, or that of the POS app. */
  private static SourceMapping mapping(Path folder) {
    Path own = folder.resolve("mapping.yaml");

    return Yaml.read(
        Files.exists(own) ? own : Path.of("..", "conf", "sources", "pos-json.yaml"),
        SourceMapping.class);
  }

  static List<InputFile> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> !NO_DATA.contains(file.getFileName().toString()))
          .sorted()
          .map(file -> new InputFile(file.toAbsolutePath().toString(), 1, Instant.EPOCH))
          .toList();
    }
  }
}
