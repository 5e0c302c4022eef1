package org.colmado.insights.config;

import java.io.Serializable;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The mapping of one source's files: {@code conf/sources/NAME.yaml}.
 *
 * @param format {@code pos-json} or {@code csv}
 * @param ticketIdUniqueBy {@code id}: unique within a store; {@code store+date+id}: unique within a
 *     store and day
 * @param paymentMethods words of the source by payment method code
 * @param categories category codes by catalogue label of this source; they take precedence over
 *     {@code conf/categories/catalogue.csv}
 * @param store settings of the source's stores that differ from the defaults
 * @param csv columns and formats; for {@code csv} only
 */
public record SourceMapping(
    String format,
    String ticketIdUniqueBy,
    Map<String, List<String>> paymentMethods,
    Optional<Map<String, String>> categories,
    Optional<StoreOverrides> store,
    Optional<Csv> csv) {
  private static final Set<String> PAYMENT_METHODS =
      Set.of("cash", "card", "transfer", "credit", "mixed");

  public SourceMapping {
    Expect.matching("format", format, "pos-json|csv", "pos-json or csv");
    Expect.matching(
        "ticket-id-unique-by", ticketIdUniqueBy, "id|store\\+date\\+id", "id or store+date+id");
    Expect.that(
        format.equals("csv") == csv.isPresent(),
        "csv",
        csv.isPresent() ? "a value" : "nothing",
        "the columns for format csv, nothing for pos-json");
    Expect.that(
        PAYMENT_METHODS.containsAll(paymentMethods.keySet()),
        "payment-methods",
        paymentMethods.keySet(),
        "only " + PAYMENT_METHODS);
    paymentMethods = new TreeMap<>(paymentMethods);
  }

  public StoreOverrides storeOverrides() {
    return store.orElse(StoreOverrides.NONE);
  }

  /** Whether a record is a whole ticket and not one line of it. */
  public boolean recordsAreTickets() {
    return csv.isEmpty();
  }

  /**
   * A flat file, one row a ticket line.
   *
   * @param encoding a character set that keeps ASCII as it is, such as UTF-8 or windows-1252
   * @param header whether a row has the column names: the first that has all mapped ones; else
   *     columns are numbered from 1
   * @param datePatterns of date and time joined by a blank, tried in order; a pattern may have an
   *     offset or a zone
   * @param zone of dates without one; empty: the store's time zone
   * @param cancelledWhen marks rows of cancelled sales
   * @param refusedWhen marks rows to reject, such as rows that are no product sale
   */
  public record Csv(
      String encoding,
      String delimiter,
      boolean header,
      Columns columns,
      List<String> datePatterns,
      Optional<ZoneId> zone,
      Numbers numbers,
      Optional<Mark> cancelledWhen,
      Optional<List<Refusal>> refusedWhen) {
    public Csv {
      Expect.that(delimiter.length() == 1, "delimiter", "'" + delimiter + "'", "one character");
      Expect.that(
          MappingRules.keepsAscii(encoding),
          "encoding",
          encoding,
          "one that keeps ASCII as it is, such as UTF-8 or windows-1252");
      Expect.that(!datePatterns.isEmpty(), "date-patterns", "none", "at least one");
      datePatterns.forEach(pattern -> MappingRules.checkDatePattern(pattern, zone));
      if (!header) {
        columns.named().forEach(MappingRules::checkColumnNumber);
      }
      cancelledWhen.ifPresent(
          mark -> MappingRules.checkMapped("cancelled-when", mark.column(), columns.roles()));
      refusedWhen
          .orElse(List.of())
          .forEach(
              mark -> MappingRules.checkMapped("refused-when", mark.column(), columns.roles()));
    }
  }

  /** Columns by role: names from the header, or numbers from 1. */
  public record Columns(
      String ticketId,
      Optional<String> store,
      String date,
      Optional<String> time,
      List<String> description,
      Optional<String> code,
      Optional<String> quantity,
      Optional<String> unitPrice,
      Optional<String> amount,
      Optional<String> discount,
      Optional<String> payment,
      Optional<String> category,
      Optional<String> customer) {
    public Columns {
      Expect.that(
          amount.isPresent() || (quantity.isPresent() && unitPrice.isPresent()),
          "amount",
          "nothing",
          "a column, or both quantity and unit-price");
    }

    /** Columns by our name for them; a role without a column has an empty list. */
    public Map<String, List<String>> byRole() {
      Map<String, List<String>> columns = new LinkedHashMap<>();
      columns.put("ticket-id", List.of(ticketId));
      columns.put("store", listed(store));
      columns.put("date", List.of(date));
      columns.put("time", listed(time));
      columns.put("description", description);
      columns.put("code", listed(code));
      columns.put("quantity", listed(quantity));
      columns.put("unit-price", listed(unitPrice));
      columns.put("amount", listed(amount));
      columns.put("discount", listed(discount));
      columns.put("payment", listed(payment));
      columns.put("category", listed(category));
      columns.put("customer", listed(customer));
      return columns;
    }

    /** The roles that have a column. */
    List<String> roles() {
      return byRole().entrySet().stream()
          .filter(role -> !role.getValue().isEmpty())
          .map(Map.Entry::getKey)
          .toList();
    }

    /** All of the columns, as the file has them. */
    List<String> named() {
      return byRole().values().stream().flatMap(List::stream).toList();
    }

    private static List<String> listed(Optional<String> column) {
      return column.map(List::of).orElse(List.of());
    }
  }

  /**
   * Number format.
   *
   * @param strip characters to ignore in a number, such as currency signs; signs and parentheses
   *     always count
   */
  public record Numbers(String decimalMark, String thousandsMark, String strip)
      implements Serializable {
    private static final long serialVersionUID = 1L;

    /** As JSON and most machines write them. */
    public static final Numbers PLAIN = new Numbers(".", "", "");

    public Numbers {
      Expect.matching("decimal-mark", decimalMark, ".", "one character");
      Expect.that(
          thousandsMark.length() <= 1 && !thousandsMark.equals(decimalMark),
          "thousands-mark",
          "'" + thousandsMark + "'",
          "nothing, or one character that is not the decimal-mark");
      Expect.that(
          !strip.contains(decimalMark) && strip.chars().noneMatch(Character::isDigit),
          "strip",
          "'" + strip + "'",
          "neither digits nor the decimal-mark");
    }
  }

  /**
   * A column whose whole value matches the regular expression.
   *
   * @param column role of the column, such as {@code ticket-id}
   */
  public record Mark(String column, String matches) {
    public Mark {
      MappingRules.checkMark(Yaml.keysOf(Columns.class), column, matches);
    }
  }

  /** A {@link Mark} whose rows are rejected with this reason. */
  public record Refusal(String reason, String column, String matches) {
    public Refusal {
      MappingRules.checkMark(Yaml.keysOf(Columns.class), column, matches);
    }
  }
}
