package org.colmado.insights.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the simulator planted is there to measure by, and for nothing else. */
class GroundTruthTest {
  private static final Path MAIN = Path.of("src/main/java/org/colmado/insights");
  private static final Pattern NAMED_IN_CODE = Pattern.compile("\"[^\"\\n]*\\btruth\\b[^\"\\n]*\"");

  @TempDir Path folder;

  // D62: docs/defects.md
  @Test
  void whatIsPlantedIsWrittenApartFromWhatIsSold() {
    SimulatedFiles.simulation(1, 7, folder).run();
    SimulatedFiles files = new SimulatedFiles(folder);

    assertThat(files.rows("truth/anomalies.csv")).isNotEmpty();
    assertThat(files.rows("truth/stockouts.csv")).isNotEmpty();
    assertThat(files.rows("truth/tickets.csv.gz").get(0)).containsKey("mission");
    assertThat(files.saleLines())
        .isNotEmpty()
        .noneMatch(line -> line.contains("mission") || line.contains("anomaly"));
  }

  /** Simulate says where it is; InputFiles passes it over. */
  // D62: docs/defects.md
  @Test
  void noJobNamesTheFolderOfTheTruth() {
    List<String> named = new ArrayList<>();
    for (Path file : sources()) {
      boolean isOfTheSimulator = file.startsWith(MAIN.resolve("simulate"));
      if (!isOfTheSimulator && NAMED_IN_CODE.matcher(text(file)).find()) {
        named.add(MAIN.relativize(file).toString());
      }
    }

    assertThat(named)
        .containsExactlyInAnyOrder("ingest/file/InputFiles.java", "command/Simulate.java");
  }

  private static List<Path> sources() {
    try (Stream<Path> files = Files.walk(MAIN)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
