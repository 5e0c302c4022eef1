package org.colmado.insights.ingest.ticket;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.colmado.insights.config.NumberMarks;
import org.colmado.insights.ingest.file.PersonalData;
import org.colmado.insights.ingest.file.RawRecord;

/**
 * Parses the POS app's sales and returns. It reads known fields only, never a customer's name or
 * phone; of {@code customerId} it keeps only whether it is present.
 *
 * <p>A record with {@code originalSaleId} is a return.
 */
public record PosJsonParser(String defaultStore, StoreClocks clocks, PaymentMethods payments)
    implements RecordParser {
  private static final long serialVersionUID = 1L;
  private static final List<String> TICKET = List.of("id", "date", "items");
  private static final Pattern CANCELLED = Pattern.compile("(?i)cancel.*|void.*|anulad[ao]");
  private static final NumberFormat NUMBERS = NumberFormat.of(NumberMarks.PLAIN);

  @Override
  public ParsedTicket parse(RawRecord record) throws RefusedRecord {
    JsonFields sale = JsonFields.read(record.text(), "items");
    requireShape(sale);
    String storeId = text(sale, "storeId");
    String store = storeId == null ? defaultStore : storeId;
    boolean isReturn =
        sale.texts().containsKey("originalSaleId") || sale.others().containsKey("originalSaleId");
    TicketTotals totals =
        new TicketTotals(
            number(sale, "total"),
            number(sale, "discount"),
            number(sale, "tax"),
            number(sale, "tip"));
    String status = text(sale, isReturn ? "refundStatus" : "paymentStatus");

    return new ParsedTicket(
        store,
        text(sale, "id"),
        IsoInstant.read(text(sale, "date"), clocks.of(store).zone()),
        versionAt(sale, store),
        totals.paid(),
        text(sale, "paymentMethod"),
        payments.codeOf(text(sale, "paymentMethod")),
        status,
        channel(sale),
        text(sale, "cashierId"),
        text(sale, "shiftId"),
        isReturn,
        isCancelled(status),
        text(sale, "originalSaleId"),
        text(sale, "customerId") == null,
        totals.over(lines(known(sale.items()))));
  }

  @Override
  public Optional<TicketPlace> placeOf(RawRecord record) {
    return Optional.empty();
  }

  @Override
  public String masked(RawRecord record) {
    return record.text() == null ? null : PersonalData.masked(record.text());
  }

  private Instant versionAt(JsonFields sale, String store) throws RefusedRecord {
    String updatedAt = text(sale, "updatedAt");

    return updatedAt == null ? null : IsoInstant.read(updatedAt, clocks.of(store).zone());
  }

  /** An object that is no ticket at all: a list of tickets, or another program's fields. */
  private static void requireShape(JsonFields sale) throws RefusedRecord {
    boolean isTicket =
        TICKET.stream()
            .anyMatch(name -> sale.texts().containsKey(name) || sale.others().containsKey(name));
    if (!isTicket && sale.items().isEmpty()) {
      throw new RefusedRecord(
          "other_shape",
          "Found an object with %s, expected a ticket with id, date and items: name a mapping"
              .formatted(sale.names()));
    }
  }

  /** Without the items that are null: there is nothing that they could have been. */
  private static List<JsonFields> known(List<JsonFields> items) {
    return items.stream().filter(item -> !item.isNull()).toList();
  }

  private static List<ParsedTicket.Line> lines(List<JsonFields> items) throws RefusedRecord {
    List<ParsedTicket.Line> lines = new ArrayList<>(items.size());
    for (JsonFields item : items) {
      lines.add(line(item));
    }
    return lines;
  }

  private static ParsedTicket.Line line(JsonFields item) throws RefusedRecord {
    return new ParsedTicket.Line(
        null,
        text(item, "description"),
        number(item, "quantity"),
        number(item, "unitPrice"),
        number(item, "amount"),
        number(item, "discount"),
        number(item, "tax"),
        number(item, "cost"),
        text(item, "category"),
        LineKind.PRODUCT);
  }

  private static String channel(JsonFields sale) {
    String channel = text(sale, "channel");

    return channel == null ? "unknown" : Channels.codeOf(channel);
  }

  private static boolean isCancelled(String status) {
    return status != null && CANCELLED.matcher(status).matches();
  }

  private static BigDecimal number(JsonFields fields, String field) throws RefusedRecord {
    String what = field.equals("unitPrice") ? "unit_price" : field;
    String other = fields.others().get(field);
    if (other != null) {
      throw new RefusedRecord("unreadable_" + what, "Found %s, expected a number".formatted(other));
    }

    return NUMBERS.read(what, fields.texts().get(field));
  }

  private static String text(JsonFields fields, String field) {
    String text = fields.texts().getOrDefault(field, "").strip();

    return text.isEmpty() ? null : text;
  }
}
