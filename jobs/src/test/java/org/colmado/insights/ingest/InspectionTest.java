package org.colmado.insights.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.colmado.insights.config.BadInputException;
import org.colmado.insights.config.InsightsConfig;
import org.colmado.insights.config.SourceMapping;
import org.colmado.insights.config.Yaml;
import org.colmado.insights.ingest.file.InputFile;
import org.colmado.insights.ingest.inspect.Inspection;
import org.colmado.insights.ingest.inspect.KnownWords;
import org.colmado.insights.ingest.inspect.MappingFiles;
import org.colmado.insights.ingest.inspect.Proposal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Reads the field cases by the mapping that the inspection proposes, without an edit, and prints
 * which of them tie out.
 */
class InspectionTest {
  private static final Path CASES = Path.of("src", "test", "resources", "field");
  private static final Path CONF = Path.of("..", "conf");
  private static final Instant READ_AT = Instant.parse("2026-11-28T09:00:00Z");
  private static final double SHARE_NEEDED = 0.9;

  private static final Inspection INSPECTION =
      new Inspection(
          KnownWords.read(CONF.resolve("inspect.yaml")), mappings(), LocalDate.of(2026, 11, 28));

  /** The product's, and one for JSON of another program. */
  private static Map<String, SourceMapping> mappings() {
    Map<String, SourceMapping> mappings = new TreeMap<>(MappingFiles.in(CONF.resolve("sources")));
    mappings.put(
        "by-paths", Yaml.read(CASES.resolve("33-json-by-paths/mapping.yaml"), SourceMapping.class));
    return mappings;
  }

  @Test
  void namesADateWithoutTime(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("ventas.csv");
    Files.writeString(file, "Fecha,Ticket,Producto,Precio,Cantidad\n2026-11-20,1,Pan,10.00,1\n");

    assertThatThrownBy(
            () ->
                INSPECTION.of(
                    new InputFile(file.toString(), 1, Instant.EPOCH), new Configuration()))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("its dates have no time of day");
  }

  @Test
  void proposesMappingsThatTieOut() throws IOException {
    Map<String, String> results = new TreeMap<>();
    for (Path folder : folders("field")) {
      results.put(folder.getFileName().toString(), result(folder));
    }

    results.forEach((name, result) -> System.out.printf("%-45s %s%n", name, result));
    long ties = results.values().stream().filter("ties"::equals).count();
    System.out.printf("%d of %d%n", ties, results.size());
    assertThat((double) ties / results.size()).isGreaterThanOrEqualTo(SHARE_NEEDED);
  }

  @ParameterizedTest
  @MethodSource("presets")
  void knowsTheExportsOfPrograms(Path folder) throws IOException {
    List<InputFile> files = FieldCasesTest.files(folder);

    assertThat(INSPECTION.of(files.get(0), new Configuration()).name())
        .isEqualTo(folder.getFileName().toString());
    assertThat(read(folder)).isEqualTo(Files.readAllLines(folder.resolve("expected.csv")));
  }

  static List<Path> presets() throws IOException {
    return folders("presets");
  }

  @ParameterizedTest
  @MethodSource("exports")
  void worksOutExportsThatNobodyKnows(Path folder) throws IOException {
    Proposal proposal = INSPECTION.of(FieldCasesTest.files(folder).get(0), new Configuration());
    List<String> read = new ArrayList<>(read(folder));
    proposal.doubts().forEach(doubt -> read.add("doubt," + doubt.key()));

    assertThat(proposal.isKnown()).isFalse();
    assertThat(read).isEqualTo(Files.readAllLines(folder.resolve("expected.csv")));
  }

  static List<Path> exports() throws IOException {
    return folders("exports");
  }

  private static List<Path> folders(String name) throws IOException {
    try (Stream<Path> folders = Files.list(Path.of("src", "test", "resources", name))) {
      return folders.sorted().toList();
    }
  }

  /** A case ties out if its tickets are right, and what is no export at all is told. */
  private static String result(Path folder) throws IOException {
    Path inspected = folder.resolve("inspected.csv");
    List<String> expected =
        Files.readAllLines(Files.exists(inspected) ? inspected : folder.resolve("expected.csv"));
    List<String> read = read(folder);

    return read.equals(expected) ? "ties" : "differs: " + read;
  }

  private static List<String> read(Path folder) throws IOException {
    InsightsConfig config = InsightsConfig.read(CONF.resolve("insights.yaml"));
    List<InputFile> files = FieldCasesTest.files(folder);
    Optional<Proposal> proposal = proposal(files);
    if (proposal.isEmpty()) {
      return List.of("no file is an export");
    }

    SourceMapping mapping = writtenAndRead(proposal.get().mapping());
    TicketReader reader =
        new FileTickets(mapping, config, READ_AT).reader(new Configuration(false));
    ReadTickets lake = new ReadTickets(mapping);
    for (InputFile file : files) {
      List<Row> fragments = new ArrayList<>();
      reader.call(file).forEachRemaining(fragments::add);
      lake.read(fragments);
    }
    return lake.shown(ZoneId.of("America/Santo_Domingo"));
  }

  /** What is kept is what was shown. */
  private static SourceMapping writtenAndRead(SourceMapping mapping) throws IOException {
    Path file = Files.createTempFile("mapping", ".yaml");
    Files.writeString(file, Yaml.text(mapping));
    SourceMapping read = Yaml.read(file, SourceMapping.class);
    Files.delete(file);
    assertThat(read).isEqualTo(mapping);
    return read;
  }

  /** The proposal for the first file that is an export. */
  private static Optional<Proposal> proposal(List<InputFile> files) {
    for (InputFile file : files) {
      try {
        return Optional.of(INSPECTION.of(file, new Configuration()));
      } catch (BadInputException e) {
        assertThat(e).hasMessageContaining("Cannot find out how to read " + file.path());
      }
    }
    return Optional.empty();
  }
}
