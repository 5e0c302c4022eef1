package org.colmado.insights.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProductCatalogueTest {
  private static final ProductCatalogue CATALOGUE = ProductCatalogue.read();
  private static final List<PlantedMission> MISSIONS = PlantedMissions.read();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void stocksAboutNineHundredProducts(int store) {
    Simulation simulation = SimulatedFiles.simulation(6, 3, Path.of("nowhere"));
    Shop shop = Shop.of(simulation.settings(), store, MISSIONS);

    assertThat(new Shelf(simulation.settings(), shop, CATALOGUE).products())
        .hasSizeBetween(850, 1000);
  }

  @Test
  void namesNoProductTwice() {
    assertThat(CATALOGUE.products())
        .extracting(product -> plain(product.description()))
        .doesNotHaveDuplicates();
  }

  @Test
  void hasSixteenCategories() {
    assertThat(CATALOGUE.products().stream().map(Product::category).distinct()).hasSize(16);
  }

  @Test
  void sellsNothingBelowItsCost() {
    assertThat(CATALOGUE.products())
        .allMatch(product -> product.costCents() < product.priceCents());
  }

  @Test
  void hasEveryFamilyAMissionAsksFor() {
    Set<String> asked =
        MISSIONS.stream()
            .flatMap(
                mission ->
                    Stream.of(
                            mission.anchors().keySet().stream(),
                            mission.others().keySet().stream(),
                            mission.pairs().stream().map(PlantedMission.Pair::also))
                        .flatMap(families -> families))
            .collect(Collectors.toSet());

    assertThat(CATALOGUE.families().keySet()).containsAll(asked);
  }

  private static String plain(String description) {
    return Normalizer.normalize(description.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
        .replaceAll("[^a-z0-9%/.+]", "");
  }
}
