package org.colmado.insights.config;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A flat file, one row a ticket line.
 *
 * @param encoding a character set that keeps ASCII as it is, such as windows-1252; empty: UTF-8
 * @param delimiter between cells; empty: a comma
 * @param header whether a row has the column names: the first that has all mapped ones; else
 *     columns are numbered from 1; empty: it has
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
 * @param ticketFiles {@code newest}: the newest file that has a ticket has all of it; {@code all}:
 *     a ticket's rows may be in several files; empty: {@code newest}
 * @param cancelledWhen marks rows that take a sale back: returns
 * @param voidedWhen marks rows of tickets that were rung up and cancelled: they count in no total
 * @param discountWhen marks rows that are a discount of their ticket
 * @param feeWhen marks rows that are paid with a ticket but are no product, such as a delivery
 * @param refusedWhen marks rows to reject, such as rows that are no product sale
 */
public record CsvMapping(
    Optional<String> encoding,
    Optional<String> delimiter,
    Optional<Boolean> header,
    MappedColumns columns,
    List<String> datePatterns,
    Optional<ZoneId> zone,
    NumberMarks numbers,
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

  public CsvMapping {
    delimiter.ifPresent(
        text -> Expect.that(text.length() == 1, "delimiter", "'" + text + "'", "one character"));
    encoding.ifPresent(
        text ->
            Expect.that(
                MappingRules.keepsAscii(text),
                "encoding",
                text,
                "one that keeps ASCII as it is, such as UTF-8 or windows-1252"));
    boolean hasNames = header.orElse(true);
    Expect.that(!datePatterns.isEmpty(), "date-patterns", "none", "at least one");
    datePatterns.forEach(pattern -> MappingRules.checkDatePattern(pattern, zone));
    if (!hasNames) {
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
    columns.checkMarks("cancelled-when", cancelledWhen, hasNames);
    columns.checkMarks("voided-when", voidedWhen, hasNames);
    columns.checkMarks("discount-when", discountWhen, hasNames);
    columns.checkMarks("fee-when", feeWhen, hasNames);
    columns.checkMarks(
        "refused-when",
        refusedWhen.map(marks -> marks.stream().map(RowMark.Refusal::mark).toList()),
        hasNames);
  }

  /** The character set, UTF-8 if the mapping names none. */
  public String encodingName() {
    return encoding.orElse("UTF-8");
  }

  /** The character between cells, a comma if the mapping names none. */
  public char delimiterCharacter() {
    return delimiter.orElse(",").charAt(0);
  }

  /** Whether columns go by names and not by numbers. */
  public boolean hasHeader() {
    return header.orElse(true);
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
