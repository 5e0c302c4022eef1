package org.colmado.insights.config;

import java.io.Serializable;
import java.time.ZoneId;
import java.util.LinkedHashMap;
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
 * @param ticketIdUniqueBy within what a ticket number is unique, see {@link TicketNumbering}
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
    TicketNumbering numbering = TicketNumbering.of(ticketIdUniqueBy);
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

  /**
   * A flat file, one row a ticket line.
   *
   * @param encoding a character set that keeps ASCII as it is, such as UTF-8 or windows-1252
   * @param header whether a row has the column names: the first that has all mapped ones; else
   *     columns are numbered from 1
   * @param datePatterns of date and time joined by a blank, see {@link DatePatterns}; a pattern may
   *     have an offset or a zone
   * @param zone of dates without one; empty: the store's time zone
   * @param fillDown roles, and columns that marks name as the file does, whose empty cells have the
   *     value of the row before, as long as the ticket is the same; for files that write a ticket's
   *     cells on its first row only
   * @param amountIncludesTax whether amounts have the tax of the column {@code tax} in them; empty:
   *     they have
   * @param repeatedRows {@code count}: every row counts, as tills write one for each scan; {@code
   *     copies}: rows of a ticket that are alike are copies of one; empty: {@code count}
   * @param ticketFiles {@code newest}: the newest file that has a ticket has all of it; {@code
   *     all}: a ticket's rows may be in several files; empty: {@code newest}
   * @param cancelledWhen marks rows that take a sale back: returns
   * @param voidedWhen marks rows of tickets that were rung up and cancelled: they count in no total
   * @param discountWhen marks rows that are a discount of their ticket
   * @param feeWhen marks rows that are paid with a ticket but are no product, such as a delivery
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
      Optional<List<String>> fillDown,
      Optional<Boolean> amountIncludesTax,
      Optional<String> repeatedRows,
      Optional<String> ticketFiles,
      Optional<List<RowMark>> cancelledWhen,
      Optional<List<RowMark>> voidedWhen,
      Optional<List<RowMark>> discountWhen,
      Optional<List<RowMark>> feeWhen,
      Optional<List<RowMark.Refusal>> refusedWhen) {
    private static final List<String> OF_A_TICKET =
        List.of("ticket-id", "store", "date", "time", "payment", "customer", "device");

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
      repeatedRows.ifPresent(
          text -> Expect.matching("repeated-rows", text, "count|copies", "count or copies"));
      ticketFiles.ifPresent(
          text -> Expect.matching("ticket-files", text, "newest|all", "newest or all"));
      for (String role : fillDown.orElse(List.of())) {
        boolean isRole = columns.byRole().containsKey(role);
        Expect.that(
            !isRole || OF_A_TICKET.contains(role),
            "fill-down",
            role,
            "some of " + OF_A_TICKET + ", or columns of the file that marks look at");
        if (isRole) {
          MappingRules.checkMapped("fill-down", role, columns.roles());
        }
      }
      Expect.that(
          amountIncludesTax.orElse(true) || columns.tax().isPresent(),
          "amount-includes-tax",
          "false without a column for tax",
          "columns.tax");
      Expect.that(
          discountWhen.isEmpty() || !ticketFiles.equals(Optional.of("all")),
          "discount-when",
          "ticket-files: all",
          "ticket-files: newest, as a discount is spread over the whole ticket");
      MappingRules.checkMarks("cancelled-when", cancelledWhen, columns, header);
      MappingRules.checkMarks("voided-when", voidedWhen, columns, header);
      MappingRules.checkMarks("discount-when", discountWhen, columns, header);
      MappingRules.checkMarks("fee-when", feeWhen, columns, header);
      MappingRules.checkMarks(
          "refused-when",
          refusedWhen.map(marks -> marks.stream().map(RowMark.Refusal::mark).toList()),
          columns,
          header);
    }

    /** Whether rows of a ticket that are alike are copies of one. */
    public boolean repeatsAreCopies() {
      return repeatedRows.equals(Optional.of("copies"));
    }

    /** Whether a ticket's rows may be in several files. */
    public boolean ticketsAreSplit() {
      return ticketFiles.equals(Optional.of("all"));
    }

    /** Columns that marks name as the file does, and not by a role. */
    public List<String> markedColumns() {
      Stream<RowMark> marks =
          Stream.of(cancelledWhen, voidedWhen, discountWhen, feeWhen)
              .flatMap(Optional::stream)
              .flatMap(List::stream);
      Stream<RowMark> refusals =
          refusedWhen.stream().flatMap(List::stream).map(RowMark.Refusal::mark);

      return Stream.concat(marks, refusals)
          .flatMap(mark -> mark.columns().stream())
          .filter(column -> !columns.byRole().containsKey(column))
          .distinct()
          .toList();
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
      Optional<String> tax,
      Optional<String> payment,
      Optional<String> category,
      Optional<String> customer,
      Optional<String> device) {
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
      columns.put("tax", listed(tax));
      columns.put("payment", listed(payment));
      columns.put("category", listed(category));
      columns.put("customer", listed(customer));
      columns.put("device", listed(device));
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
}
