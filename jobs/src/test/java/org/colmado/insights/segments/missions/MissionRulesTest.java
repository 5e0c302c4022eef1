package org.colmado.insights.segments.missions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.colmado.insights.config.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MissionRulesTest {
  private static final Path FILE = Path.of("..", "conf", "missions.yaml");
  static final MissionRules SHIPPED = MissionRules.read(FILE);

  @Test
  void settingsSayAllThatDecides() {
    assertThat(SHIPPED.settings()).contains("seed=", "leastJaccard=0.75", "Weights[");
  }

  @Test
  void aCategoryWithoutANameGoesByItsCode() {
    assertThat(SHIPPED.names().category("toys").es()).isEqualTo("toys");
  }

  @Test
  void aThresholdOutOfRangeIsRefused(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("missions.yaml");
    Files.writeString(
        file, Files.readString(FILE).replace("least-jaccard: 0.75", "least-jaccard: 7.5"));

    assertThatThrownBy(() -> MissionRules.read(file))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("least-jaccard")
        .hasMessageContaining("7.5");
  }
}
