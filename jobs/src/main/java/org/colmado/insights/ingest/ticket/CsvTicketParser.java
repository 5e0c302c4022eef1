package org.colmado.insights.ingest.ticket;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.colmado.insights.config.DatePatterns;
import org.colmado.insights.config.SourceMapping;
import org.colmado.insights.ingest.file.CsvRole;
import org.colmado.insights.ingest.file.RawRecord;

/**
 * Parses the rows of a mapped CSV; each row is one line of a ticket.
 *
 * @param fileZone of dates that have neither an offset nor a zone; null: the store's
 */
public record CsvTicketParser(
    String defaultStore,
    StoreClocks clocks,
    PaymentMethods payments,
    NumberFormat numbers,
    List<String> datePatterns,
    ZoneId fileZone,
    List<Mark> refusals,
    List<Mark> cancellations)
    implements RecordParser {
  private static final long serialVersionUID = 1L;
  private static final Map<String, DateTimeFormatter> FORMATTERS = new ConcurrentHashMap<>();

  /** A pattern in a column that gives its row a special meaning. */
  record Mark(String reason, CsvRole role, String pattern) implements Serializable {
    private static final long serialVersionUID = 1L;

    boolean isOn(Map<CsvRole, String> cells) {
      String value = cells.get(role);

      return value != null && Pattern.matches(pattern, value);
    }
  }

  public static CsvTicketParser of(
      SourceMapping.Csv csv, String defaultStore, StoreClocks clocks, PaymentMethods payments) {
    List<Mark> refusals =
        csv.refusedWhen().orElse(List.of()).stream()
            .map(
                refusal ->
                    new Mark(refusal.reason(), CsvRole.of(refusal.column()), refusal.matches()))
            .toList();
    List<Mark> cancellations =
        csv.cancelledWhen().stream()
            .map(mark -> new Mark("cancelled", CsvRole.of(mark.column()), mark.matches()))
            .toList();

    return new CsvTicketParser(
        defaultStore,
        clocks,
        payments,
        NumberFormat.of(csv.numbers()),
        List.copyOf(csv.datePatterns()),
        csv.zone().orElse(null),
        refusals,
        cancellations);
  }

  @Override
  public ParsedTicket parse(RawRecord record) throws RefusedRecord {
    Map<CsvRole, String> cells = record.cells();
    refuseMarked(cells);
    String store = Optional.ofNullable(cell(cells, CsvRole.STORE)).orElse(defaultStore);
    boolean takesBack = cancellations.stream().anyMatch(mark -> mark.isOn(cells));

    return new ParsedTicket(
        store,
        cell(cells, CsvRole.TICKET_ID),
        soldAt(cells, fileZone == null ? clocks.of(store).zone() : fileZone),
        Instant.EPOCH,
        null,
        payments.codeOf(cell(cells, CsvRole.PAYMENT)),
        null,
        "unknown",
        null,
        null,
        takesBack,
        false,
        null,
        cell(cells, CsvRole.CUSTOMER) == null,
        List.of(line(cells)));
  }

  @Override
  public String masked(RawRecord record) {
    if (record.cells() == null) {
      return record.text() == null ? null : PersonalData.shape(record.text());
    }

    List<String> shown = new ArrayList<>();
    for (CsvRole role : CsvRole.values()) {
      String value = cell(record.cells(), role);
      if (value != null) {
        shown.add(role.key() + "=" + (role == CsvRole.CUSTOMER ? "***" : value));
      }
    }
    return PersonalData.masked(String.join("; ", shown));
  }

  private void refuseMarked(Map<CsvRole, String> cells) throws RefusedRecord {
    for (Mark mark : refusals) {
      if (mark.isOn(cells)) {
        throw new RefusedRecord(
            mark.reason(), "%s is '%s'".formatted(mark.role().key(), cells.get(mark.role())));
      }
    }
  }

  private ParsedTicket.Line line(Map<CsvRole, String> cells) throws RefusedRecord {
    String description = cell(cells, CsvRole.DESCRIPTION);

    return new ParsedTicket.Line(
        cell(cells, CsvRole.CODE),
        description == null ? cell(cells, CsvRole.CODE) : description,
        number(cells, "quantity", CsvRole.QUANTITY),
        number(cells, "unit_price", CsvRole.UNIT_PRICE),
        number(cells, "amount", CsvRole.AMOUNT),
        number(cells, "discount", CsvRole.DISCOUNT),
        null,
        null,
        cell(cells, CsvRole.CATEGORY));
  }

  private Instant soldAt(Map<CsvRole, String> cells, ZoneId zone) throws RefusedRecord {
    String date = cell(cells, CsvRole.DATE);
    if (date == null) {
      throw new RefusedRecord("missing_date", "Found no date");
    }

    String time = cell(cells, CsvRole.TIME);
    String text = time == null ? date : date + " " + time;
    for (String pattern : datePatterns) {
      try {
        return DatePatterns.parse(text, formatter(pattern), zone);
      } catch (DateTimeException e) {
        // The next pattern may fit.
      }
    }
    throw new RefusedRecord(
        "unreadable_date", "Found '%s', expected %s".formatted(text, datePatterns));
  }

  private BigDecimal number(Map<CsvRole, String> cells, String what, CsvRole role)
      throws RefusedRecord {
    return numbers.read(what, cell(cells, role));
  }

  private static String cell(Map<CsvRole, String> cells, CsvRole role) {
    return cells.get(role);
  }

  private static DateTimeFormatter formatter(String pattern) {
    return FORMATTERS.computeIfAbsent(pattern, DatePatterns::formatter);
  }
}
