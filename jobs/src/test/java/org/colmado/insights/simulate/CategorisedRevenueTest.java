package org.colmado.insights.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.colmado.insights.products.Categoriser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How much of what a made-up shop sells the categoriser files where the simulator put it. A name
 * that was broken on its way is in no truth, and does not count.
 */
class CategorisedRevenueTest {
  private static final double MIN_SHARE = 0.98;

  @Test
  void filesAtLeastNinetyEightOfAHundredPesosRightByNameAlone(@TempDir Path folder) {
    SimulatedFiles.simulation(3, 11, folder).run();
    SimulatedFiles files = new SimulatedFiles(folder);
    Map<String, String> planted =
        files.rows("truth/products.csv").stream()
            .collect(Collectors.toMap(row -> row.get("description"), row -> row.get("category")));
    Categoriser categoriser = Categoriser.read(Path.of("../conf/categories"));

    double all = 0;
    double right = 0;
    Map<String, Double> wrong = new TreeMap<>();
    for (JsonNode item : itemsOf(files)) {
      String name = item.path("description").asText();
      double amount = Math.max(0, item.path("amount").asDouble());
      String found = categoriser.categorise(name).category();
      String truth = planted.get(name);
      if (truth == null) {
        continue;
      }
      all += amount;
      if (truth.equals(found)) {
        right += amount;
      } else {
        wrong.merge(name + ": " + found + ", planted " + truth, amount, Double::sum);
      }
    }

    assertThat(all).isGreaterThan(100_000);
    assertThat(right / all).as("wrong by pesos: %s", wrong).isGreaterThanOrEqualTo(MIN_SHARE);
  }

  private static List<JsonNode> itemsOf(SimulatedFiles files) {
    List<JsonNode> items = new ArrayList<>();
    files.sales().forEach(sale -> sale.path("items").forEach(items::add));
    return items;
  }
}
