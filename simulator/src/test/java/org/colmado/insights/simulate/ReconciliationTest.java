package org.colmado.insights.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the truth says of the records is what is in the records. */
class ReconciliationTest {
  @TempDir static Path folder;

  private static SimulatedFiles files;
  private static Map<String, Long> counts;
  private static List<JsonNode> accepted;

  @BeforeAll
  static void simulate() {
    SimulatedFiles.simulation(1, 5, folder).run();
    files = new SimulatedFiles(folder);
    counts = files.dirtyCounts();
    accepted = files.sales().stream().filter(ReconciliationTest::isAcceptable).toList();
  }

  @Test
  void hasEveryKindOfDirt() {
    assertThat(counts.keySet())
        .containsAll(Arrays.stream(RecordFault.values()).map(RecordFault::label).toList())
        .contains("exact_duplicate", "corrected_sale", "fiado_paid", "late_sale", "cancelled_sale");
  }

  @Test
  void countsEveryRecordOnce() {
    long refused =
        Arrays.stream(RecordFault.values())
            .filter(RecordFault::isRefused)
            .mapToLong(kind -> counts.get(kind.label()))
            .sum();
    long again =
        counts.get("exact_duplicate") + counts.get("corrected_sale") + counts.get("fiado_paid");
    long good = latest().size() - counts.get("cancelled_sale");

    assertThat(files.saleLines())
        .hasSize((int) (good + refused + again + counts.get("cancelled_sale")));
    assertThat(accepted).hasSize(files.saleLines().size() - (int) refused);
    assertThat(total("good_tickets")).isEqualTo(String.valueOf(good));
  }

  @Test
  void knowsWhatAnIngestHasToTakeIn() {
    BigDecimal sold =
        latest().values().stream()
            .filter(sale -> !sale.path("paymentStatus").asText().equals("cancelled"))
            .map(sale -> money(sale, "total"))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal back =
        files.returns().stream()
            .map(record -> money(record, "total"))
            .reduce(BigDecimal.ZERO, BigDecimal::add);

    assertThat(sold.subtract(back)).isEqualByComparingTo(total("net_revenue"));
  }

  @Test
  void writesTheTicketsOfTheTruth() {
    Set<String> good =
        latest().values().stream()
            .filter(sale -> !sale.path("paymentStatus").asText().equals("cancelled"))
            .map(sale -> sale.path("id").asText())
            .collect(Collectors.toSet());

    assertThat(files.rows("truth/tickets.csv.gz"))
        .extracting(row -> row.get("sale_id"))
        .containsExactlyInAnyOrderElementsOf(good);
  }

  @Test
  void addsUpToTheCent() {
    assertThat(accepted)
        .allSatisfy(
            sale -> {
              assertThat(money(sale, "total")).isEqualByComparingTo(linesOf(sale));
              assertThat(sum(sale.path("payments"), "amount"))
                  .isIn(BigDecimal.ZERO, money(sale, "total"));
            });
    assertThat(files.returns())
        .isNotEmpty()
        .allSatisfy(back -> assertThat(money(back, "total")).isEqualByComparingTo(linesOf(back)));
  }

  @Test
  void multipliesPriceByQuantityAndKeepsTheTaxInside() {
    assertThat(accepted)
        .flatExtracting(sale -> List.copyOf(items(sale)))
        .allSatisfy(
            item -> {
              if (item.hasNonNull("quantity")) {
                assertThat(
                        money(item, "unitPrice")
                            .multiply(money(item, "quantity"))
                            .setScale(2, RoundingMode.HALF_UP))
                    .isEqualByComparingTo(money(item, "amount"));
              }
              assertThat(money(item, "tax")).isBetween(BigDecimal.ZERO, money(item, "amount"));
            });
  }

  @Test
  void sellsSomeByAmountOnCreditAndMixed() {
    assertThat(accepted)
        .anyMatch(sale -> items(sale).stream().anyMatch(item -> item.path("quantity").isNull()));
    assertThat(accepted)
        .extracting(sale -> sale.path("paymentMethod").asText())
        .contains("cash", "card", "transfer", "credit", "mixed");
    assertThat(accepted)
        .extracting(sale -> sale.path("channel").asText())
        .contains("counter", "delivery", "whatsapp");
  }

  @Test
  void returnsWhatWasSold() {
    Map<String, JsonNode> sales = latest();

    assertThat(files.returns())
        .allSatisfy(
            back -> {
              JsonNode sale = sales.get(back.path("originalSaleId").asText());
              assertThat(sale.path("hasReturns").asBoolean()).isTrue();
              assertThat(sale.path("receiptNumber")).isEqualTo(back.path("originalReceiptNumber"));
              assertThat(money(back, "total")).isLessThanOrEqualTo(money(sale, "total"));
            });
  }

  /** The last word on every ticket: the record with the latest {@code updatedAt}. */
  private static Map<String, JsonNode> latest() {
    Comparator<JsonNode> byUpdate = Comparator.comparing(sale -> sale.path("updatedAt").asText());

    return accepted.stream()
        .collect(
            Collectors.toMap(
                sale -> sale.path("id").asText(),
                sale -> sale,
                (a, b) -> byUpdate.compare(a, b) >= 0 ? a : b));
  }

  private static boolean isAcceptable(JsonNode sale) {
    String date = sale.path("date").asText();

    return date.length() == "2026-01-01T00:00:00.000Z".length()
        && date.startsWith("2026")
        && sale.path("total").isNumber()
        && money(sale, "total").signum() > 0
        && !sale.path("items").isEmpty();
  }

  private static List<JsonNode> items(JsonNode sale) {
    return StreamSupport.stream(sale.path("items").spliterator(), false).toList();
  }

  private static BigDecimal linesOf(JsonNode sale) {
    return sum(sale.path("items"), "amount").subtract(sum(sale.path("items"), "discount"));
  }

  private static BigDecimal sum(JsonNode parts, String name) {
    return StreamSupport.stream(parts.spliterator(), false)
        .map(part -> money(part, name))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal money(JsonNode node, String name) {
    return node.path(name).decimalValue();
  }

  private static String total(String column) {
    return files.rows("truth/totals.csv").get(0).get(column);
  }
}
