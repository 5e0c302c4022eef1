package org.colmado.insights.ingest.ticket;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.colmado.insights.config.CsvMapping;
import org.colmado.insights.config.DatePatterns;
import org.colmado.insights.config.SourceMapping;
import org.colmado.insights.ingest.file.CsvLayout;
import org.colmado.insights.ingest.file.CsvRole;
import org.colmado.insights.ingest.file.PersonalData;
import org.colmado.insights.ingest.file.RawRecord;

/**
 * Parses the rows of a mapped CSV; each row is one line of a ticket.
 *
 * @param fileZone of dates that have neither an offset nor a zone; null: the store's
 * @param amountIncludesTax whether the tax is in the amount; else it is added
 * @param numberedBy columns that are part of a ticket's number
 * @param columns names of the file's columns by role, for messages
 */
public record CsvTicketParser(
    String defaultStore,
    StoreClocks clocks,
    PaymentMethods payments,
    NumberFormat numbers,
    List<String> datePatterns,
    ZoneId fileZone,
    boolean amountIncludesTax,
    List<CsvRole> numberedBy,
    Map<CsvRole, List<String>> columns,
    RowMarks marks)
    implements RecordParser {
  private static final long serialVersionUID = 1L;

  public static CsvTicketParser of(
      SourceMapping mapping, String defaultStore, StoreClocks clocks, PaymentMethods payments) {
    CsvMapping csv = mapping.csv().orElseThrow();
    NumberFormat numbers = NumberFormat.of(csv.numbers());

    return new CsvTicketParser(
        defaultStore,
        clocks,
        payments,
        numbers,
        List.copyOf(csv.datePatterns()),
        csv.zone().orElse(null),
        csv.amountIncludesTax().orElse(true),
        mapping.numbering().columns().stream().map(CsvRole::of).toList(),
        CsvLayout.of(csv).columnsByRole(),
        RowMarks.of(csv, numbers));
  }

  @Override
  public ParsedTicket parse(RawRecord record) throws RefusedRecord {
    Map<CsvRole, String> cells = record.cells();
    marks.refuse(record);
    String store = store(cells);

    return new ParsedTicket(
        store,
        id(cells),
        soldAt(cells, fileZone == null ? clocks.of(store).zone() : fileZone),
        null,
        null,
        cells.get(CsvRole.PAYMENT),
        payments.codeOf(cells.get(CsvRole.PAYMENT)),
        null,
        "unknown",
        null,
        null,
        marks.isReturn(record),
        marks.isVoid(record),
        null,
        cells.get(CsvRole.CUSTOMER) == null,
        List.of(line(cells, marks.kindOf(record))));
  }

  @Override
  public Optional<TicketPlace> placeOf(RawRecord record) {
    if (record.cells() == null || record.cells().get(CsvRole.TICKET_ID) == null) {
      return Optional.empty();
    }

    String store = store(record.cells());
    Instant soldAt;
    try {
      soldAt = soldAt(record.cells(), fileZone == null ? clocks.of(store).zone() : fileZone);
    } catch (RefusedRecord e) {
      soldAt = null;
    }
    return Optional.of(new TicketPlace(store, id(record.cells()), soldAt));
  }

  private String store(Map<CsvRole, String> cells) {
    return cells.getOrDefault(CsvRole.STORE, defaultStore);
  }

  /** The number on the ticket, after what else makes it unique; null if it has none. */
  private String id(Map<CsvRole, String> cells) {
    String number = cells.get(CsvRole.TICKET_ID);
    if (number == null || numberedBy.isEmpty()) {
      return number;
    }

    return Stream.concat(
            numberedBy.stream().map(role -> cells.getOrDefault(role, "")), Stream.of(number))
        .collect(Collectors.joining("-"));
  }

  /** A row without cells is masked where it is read. */
  @Override
  public String masked(RawRecord record) {
    if (record.cells() == null) {
      return record.text();
    }

    List<String> shown = new ArrayList<>();
    for (CsvRole role : CsvRole.values()) {
      String value = record.cells().get(role);
      if (value != null) {
        shown.add(role.key() + "=" + (role == CsvRole.CUSTOMER ? "***" : value));
      }
    }
    return PersonalData.masked(String.join("; ", shown));
  }

  private ParsedTicket.Line line(Map<CsvRole, String> cells, LineKind kind) throws RefusedRecord {
    String description = cells.get(CsvRole.DESCRIPTION);
    BigDecimal quantity = number(cells, "quantity", CsvRole.QUANTITY);
    BigDecimal price = number(cells, "unit_price", CsvRole.UNIT_PRICE);
    BigDecimal tax = number(cells, "tax", CsvRole.TAX);

    return new ParsedTicket.Line(
        cells.get(CsvRole.CODE),
        description == null ? cells.get(CsvRole.CODE) : description,
        quantity,
        price,
        withTax(amount(number(cells, "amount", CsvRole.AMOUNT), quantity, price), tax),
        number(cells, "discount", CsvRole.DISCOUNT),
        tax,
        null,
        cells.get(CsvRole.CATEGORY),
        kind);
  }

  private static BigDecimal amount(BigDecimal amount, BigDecimal quantity, BigDecimal price) {
    return amount != null || quantity == null || price == null ? amount : quantity.multiply(price);
  }

  private BigDecimal withTax(BigDecimal amount, BigDecimal tax) {
    return amountIncludesTax || amount == null || tax == null ? amount : amount.add(tax);
  }

  private Instant soldAt(Map<CsvRole, String> cells, ZoneId zone) throws RefusedRecord {
    String date = cells.get(CsvRole.DATE);
    if (date == null) {
      throw new RefusedRecord("missing_date", "Found no date");
    }

    String time = cells.get(CsvRole.TIME);
    String text = time == null ? date : date + " " + time;
    Map<Instant, String> readings = new TreeMap<>();
    for (String pattern : datePatterns) {
      try {
        readings.put(DatePatterns.parse(text, pattern, zone), pattern);
      } catch (DateTimeException e) {
        // Another pattern may fit.
      }
    }
    if (readings.size() > 1) {
      throw new RefusedRecord(
          "ambiguous_date",
          "Column %s: Found '%s', which %s all fit"
              .formatted(columns.get(CsvRole.DATE), text, readings.values()));
    }
    return readings.isEmpty() ? asIso(text, zone) : readings.keySet().iterator().next();
  }

  /** ISO 8601, as in the date cells of workbooks, is read whatever the patterns say. */
  private Instant asIso(String text, ZoneId zone) throws RefusedRecord {
    try {
      return IsoInstant.read(text, zone);
    } catch (RefusedRecord e) {
      String reason = e.fault().reason();
      throw new RefusedRecord(
          reason,
          "Column %s: Found '%s', expected %s"
              .formatted(columns.get(CsvRole.DATE), text, datePatterns));
    }
  }

  private BigDecimal number(Map<CsvRole, String> cells, String what, CsvRole role)
      throws RefusedRecord {
    try {
      return numbers.read(what, cells.get(role));
    } catch (RefusedRecord e) {
      throw new RefusedRecord(
          e.fault().reason(), "Column %s: %s".formatted(columns.get(role), e.getMessage()));
    }
  }
}
