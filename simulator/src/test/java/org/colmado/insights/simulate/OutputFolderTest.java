package org.colmado.insights.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.colmado.insights.config.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFolderTest {
  @TempDir Path folder;

  @Test
  void replacesAnEarlierSimulationWhole() {
    Path once = folder.resolve("once");
    Path twice = folder.resolve("twice");
    SimulatedFiles.simulation(1, 7, once).run();
    SimulatedFiles.simulation(2, 9, twice).run();
    SimulatedFiles.simulation(1, 7, twice).run();

    assertThat(new SimulatedFiles(twice).hashes()).isEqualTo(new SimulatedFiles(once).hashes());
  }

  @Test
  void leavesFilesAloneThatAreNoSimulation() throws IOException {
    Path tickets = Files.createFile(folder.resolve("sales-colmado-01-2026-10.jsonl.gz"));

    assertThatThrownBy(() -> SimulatedFiles.simulation(1, 7, folder).run())
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("expected a new folder or an earlier simulation");
    assertThat(tickets).exists();
  }
}
