package org.colmado.insights.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.colmado.insights.config.SourceMapping;

/**
 * Reads the POS app's sales and returns. Takes the fields it knows by name and none besides, so
 * that a customer's name or phone is never read; of {@code customerId} only whether there is one.
 *
 * <p>A record with {@code originalSaleId} is a return.
 */
record PosJsonParser(String defaultStore, StoreClocks clocks, PaymentMethods payments)
    implements RecordParser {
  private static final long serialVersionUID = 1L;
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  private static final NumberFormat NUMBERS = new NumberFormat(SourceMapping.Numbers.PLAIN);

  @Override
  public ParsedTicket parse(RawRecord record) throws RefusedRecord {
    JsonNode sale = object(record.text());
    String storeId = text(sale, "storeId");
    String store = storeId == null ? defaultStore : storeId;
    boolean isReturn = sale.hasNonNull("originalSaleId");
    String status = text(sale, isReturn ? "refundStatus" : "paymentStatus");

    return new ParsedTicket(
        store,
        text(sale, "id"),
        IsoInstant.read(text(sale, "date"), clocks.of(store).zone()),
        versionAt(sale, store),
        number(sale, "total"),
        payments.codeOf(text(sale, "paymentMethod")),
        status,
        channel(sale),
        text(sale, "cashierId"),
        text(sale, "shiftId"),
        isReturn,
        isCancelled(status),
        text(sale, "originalSaleId"),
        text(sale, "customerId") == null,
        lines(sale.path("items")));
  }

  @Override
  public String masked(RawRecord record) {
    return record.text() == null ? null : PersonalData.masked(record.text());
  }

  private static JsonNode object(String text) throws RefusedRecord {
    try {
      JsonNode node = JSON.readTree(text);
      if (node.isObject()) {
        return node;
      }
      throw new RefusedRecord("malformed_record", "Found no JSON object, expected one a line");
    } catch (JsonProcessingException e) {
      throw new RefusedRecord(
          "malformed_record",
          "Not JSON at column %d"
              .formatted(e.getLocation() == null ? 0 : e.getLocation().getColumnNr()));
    }
  }

  private Instant versionAt(JsonNode sale, String store) throws RefusedRecord {
    String updatedAt = text(sale, "updatedAt");

    return updatedAt == null ? null : IsoInstant.read(updatedAt, clocks.of(store).zone());
  }

  private static List<ParsedTicket.Line> lines(JsonNode items) throws RefusedRecord {
    List<ParsedTicket.Line> lines = new ArrayList<>(items.size());
    for (JsonNode item : items) {
      lines.add(line(item));
    }
    return lines;
  }

  private static ParsedTicket.Line line(JsonNode item) throws RefusedRecord {
    return new ParsedTicket.Line(
        null,
        text(item, "description"),
        number(item, "quantity"),
        number(item, "unitPrice"),
        number(item, "amount"),
        number(item, "discount"),
        number(item, "tax"),
        number(item, "cost"),
        text(item, "category"));
  }

  private static String channel(JsonNode sale) {
    String channel = text(sale, "channel");

    return channel == null ? "unknown" : Channels.codeOf(channel);
  }

  private static boolean isCancelled(String status) {
    return status != null && status.matches("(?i)cancel.*|void.*|anulad[ao]");
  }

  private static BigDecimal number(JsonNode node, String field) throws RefusedRecord {
    JsonNode value = node.path(field);
    String what = field.equals("unitPrice") ? "unit_price" : field;
    if (value.isContainerNode() || value.isBoolean()) {
      throw new RefusedRecord("unreadable_" + what, "Found %s, expected a number".formatted(value));
    }

    return NUMBERS.read(what, value.isMissingNode() || value.isNull() ? null : value.asText());
  }

  private static String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    boolean absent = value.isMissingNode() || value.isNull() || value.isContainerNode();
    String text = absent ? "" : value.asText().strip();

    return text.isEmpty() ? null : text;
  }
}
