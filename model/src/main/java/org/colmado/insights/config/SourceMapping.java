package org.colmado.insights.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The mapping of one source's files: {@code conf/sources/NAME.yaml}.
 *
 * @param format {@code pos-json}, {@code csv} or {@code json}
 * @param ticketIdUniqueBy within what a ticket number is unique, see {@link TicketNumbering}
 * @param paymentMethods words of the source by payment method code
 * @param categories category codes by catalogue label of this source; they take precedence over
 *     {@code conf/categories/catalogue.csv}
 * @param store settings of the source's stores that differ from the defaults
 * @param csv columns and formats; for {@code csv} and {@code json}
 * @param json where the tickets and their items are; for {@code json} only
 */
public record SourceMapping(
    String format,
    String ticketIdUniqueBy,
    Map<String, List<String>> paymentMethods,
    Optional<Map<String, String>> categories,
    Optional<StoreOverrides> store,
    Optional<CsvMapping> csv,
    Optional<JsonMapping> json) {
  private static final Set<String> PAYMENT_METHODS =
      Set.of("cash", "card", "transfer", "credit", "mixed");

  public SourceMapping {
    Expect.matching("format", format, "pos-json|csv|json", "pos-json, csv or json");
    TicketNumbering numbering = TicketNumbering.of(ticketIdUniqueBy);
    Expect.that(
        format.equals("pos-json") == csv.isEmpty(),
        "csv",
        csv.isPresent() ? "a value" : "nothing",
        "the columns for format csv and json, nothing for pos-json");
    Expect.that(
        format.equals("json") == json.isPresent(),
        "json",
        json.isPresent() ? "a value" : "nothing",
        "the place of the items for format json, else nothing");
    Expect.that(
        PAYMENT_METHODS.containsAll(paymentMethods.keySet()),
        "payment-methods",
        paymentMethods.keySet(),
        "only " + PAYMENT_METHODS);
    List<String> roles = csv.map(rows -> rows.columns().roles()).orElse(List.of());
    numbering
        .columns()
        .forEach(role -> MappingRules.checkMapped("ticket-id-unique-by", role, roles));
    paymentMethods = new TreeMap<>(paymentMethods);
  }

  /** Within what a ticket number is unique. */
  public TicketNumbering numbering() {
    return TicketNumbering.of(ticketIdUniqueBy);
  }

  public StoreOverrides storeOverrides() {
    return store.orElse(StoreOverrides.NONE);
  }

  /** Whether a record is a whole ticket and not one line of it. */
  public boolean recordsAreTickets() {
    return csv.isEmpty();
  }
}
