package org.colmado.insights.config;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

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
   * @param header whether the first row has column names; else columns are numbered from 1
   * @param datePatterns of date and time joined by a blank, tried in order
   * @param cancelledWhen marks rows of cancelled sales
   * @param refusedWhen marks rows to reject, such as rows that are no product sale
   */
  public record Csv(
      String encoding,
      String delimiter,
      boolean header,
      Columns columns,
      List<String> datePatterns,
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
      datePatterns.forEach(MappingRules::checkDatePattern);
      if (!header) {
        columns.named().forEach(MappingRules::checkColumnNumber);
      }
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

    /** All of the columns, as the file has them. */
    Stream<String> named() {
      Stream<String> single = Stream.of(ticketId, date);
      Stream<String> optional =
          Stream.of(
                  store, time, code, quantity, unitPrice, amount, discount, payment, category,
                  customer)
              .flatMap(Optional::stream);

      return Stream.of(single, optional, description.stream()).flatMap(columns -> columns);
    }
  }

  /**
   * Number format.
   *
   * @param strip characters to ignore around a number, such as currency signs
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
