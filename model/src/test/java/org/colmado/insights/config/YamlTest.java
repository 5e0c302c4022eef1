package org.colmado.insights.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YamlTest {
  record Shop(String name, LocalTime opensAt, ZoneId timeZone, Shelf shelf, List<Shelf> more) {}

  record Shelf(int heightCm, Optional<String> label) {
    Shelf {
      Expect.between("height-cm", heightCm, 1, 300);
    }
  }

  private static final String GOOD =
      """
      name: Colmado Ana
      opens-at: "07:00"
      time-zone: America/Santo_Domingo
      shelf: {height-cm: 40}
      more: [{height-cm: 50, label: arroz}]
      """;

  @TempDir Path folder;

  @Test
  void readsNestedRecordsAndLeavesOptionalKeysEmpty() {
    Shop shop = read(GOOD);

    assertThat(shop.opensAt()).isEqualTo(LocalTime.of(7, 0));
    assertThat(shop.shelf()).isEqualTo(new Shelf(40, Optional.empty()));
    assertThat(shop.more()).containsExactly(new Shelf(50, Optional.of("arroz")));
  }

  @Test
  void namesAnUnknownKeyWithFileAndChoices() {
    assertThatThrownBy(() -> read(GOOD.replace("{height-cm: 40}", "{height-cm: 40, heigth: 1}")))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("shop.yaml")
        .hasMessageContaining("'shelf.heigth' is unknown")
        .hasMessageContaining("height-cm");
  }

  @Test
  void namesAMissingKeyInsideAList() {
    assertThatThrownBy(() -> read(GOOD.replace("height-cm: 50, ", "")))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("'more[0].height-cm': found nothing, expected a value");
  }

  @Test
  void namesAValueOutOfRangeWithWhatWasExpected() {
    assertThatThrownBy(() -> read(GOOD.replace("height-cm: 40", "height-cm: 999")))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("'shelf': height-cm: found 999, expected 1 to 300");
  }

  @Test
  void namesAValueOfTheWrongKind() {
    assertThatThrownBy(() -> read(GOOD.replace("height-cm: 40", "height-cm: tall")))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("'shelf.height-cm'")
        .hasMessageContaining("tall");
  }

  @Test
  void saysWhereAFileIsNotYaml() {
    assertThatThrownBy(() -> read("name: [unclosed"))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("it is not YAML");
  }

  @Test
  void saysThatThereIsNoSuchFile() {
    assertThatThrownBy(() -> Yaml.read(folder.resolve("absent.yaml"), Shop.class))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("absent.yaml: there is no such file");
  }

  private Shop read(String text) {
    try {
      Path file = folder.resolve("shop.yaml");
      Files.writeString(file, text);
      return Yaml.read(file, Shop.class);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
