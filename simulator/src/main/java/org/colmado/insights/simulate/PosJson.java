package org.colmado.insights.simulate;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;

/**
 * Writes sales and returns as the POS app does, each a line of JSON with its line feed. Money is in
 * RD$, as a number with at most two decimals.
 */
final class PosJson {
  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
  private static final int DATE_LENGTH = 10;

  /** Cents of the step in which the cash half of a mixed payment is counted out: RD$10. */
  private static final long CASH_STEP_CENTS = 1_000;

  private final String storeId;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
  private final JsonGenerator json;
  private final ItemsJson items;

  PosJson(Shop shop, Shelf shelf) {
    this.storeId = shop.id();
    try {
      this.json =
          new JsonFactoryBuilder()
              .rootValueSeparator((String) null)
              .build()
              .createGenerator(bytes, JsonEncoding.UTF8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write JSON into memory", e);
    }
    this.items = new ItemsJson(json, shop, shelf);
  }

  /**
   * The line of a sale.
   *
   * @param dirt how to spoil it, or null
   */
  byte[] sale(Sale sale, Basket basket, RecordFault dirt) throws IOException {
    bytes.reset();
    json.writeStartObject();
    head(sale, dirt);
    customer(sale.customer());
    payment(sale, basket.totalCents());
    counter(sale);
    total(basket.totalCents(), dirt);
    items.write(basket, dirt);
    json.writeEndObject();
    return line(dirt);
  }

  /**
   * The line of a return.
   *
   * @param atMillis when it came back, UTC, milliseconds since the epoch
   * @param back what came back, in quantities and amounts above 0
   */
  byte[] returned(Sale sale, Basket back, long atMillis) throws IOException {
    bytes.reset();
    json.writeStartObject();
    json.writeStringField("id", storeId + "-R" + sale.number());
    json.writeStringField("originalSaleId", id(sale));
    json.writeNumberField("originalReceiptNumber", sale.receiptNumber());
    json.writeStringField("storeId", storeId);
    json.writeStringField("date", instant(atMillis));
    items.write(back, null);
    Money.write(json, "total", back.totalCents());
    json.writeStringField("refundStatus", "completed");
    json.writeEndObject();
    return line(null);
  }

  private void head(Sale sale, RecordFault dirt) throws IOException {
    json.writeStringField("id", id(sale));
    json.writeStringField("storeId", storeId);
    if (dirt != RecordFault.MISSING_DATE) {
      json.writeStringField("date", date(sale.soldAtMillis(), dirt));
    }
    if (sale.updatedAtMillis() != 0) {
      json.writeStringField("updatedAt", instant(sale.updatedAtMillis()));
    }
  }

  private void customer(Customer customer) throws IOException {
    if (customer == null) {
      json.writeNullField("customerId");
    } else {
      json.writeNumberField("customerId", customer.id());
      json.writeStringField("customerName", customer.name());
      json.writeStringField("customerPhone", customer.phone());
    }
  }

  private void payment(Sale sale, long totalCents) throws IOException {
    json.writeStringField("paymentMethod", sale.method());
    if (sale.mixedWith() != null) {
      long inCash = totalCents / 2 / CASH_STEP_CENTS * CASH_STEP_CENTS;
      json.writeArrayFieldStart("payments");
      part("cash", inCash);
      part(sale.mixedWith(), totalCents - inCash);
      json.writeEndArray();
    }
    json.writeStringField("paymentStatus", sale.status());
  }

  private void part(String method, long cents) throws IOException {
    json.writeStartObject();
    json.writeStringField("method", method);
    Money.write(json, "amount", cents);
    json.writeEndObject();
  }

  private void counter(Sale sale) throws IOException {
    json.writeStringField("channel", sale.channel());
    json.writeNumberField("shiftId", sale.shiftId());
    json.writeNumberField("cashierId", sale.cashierId());
    json.writeNumberField("receiptNumber", sale.receiptNumber());
    json.writeBooleanField("hasReturns", sale.hasReturns());
  }

  private void total(long cents, RecordFault dirt) throws IOException {
    if (dirt == RecordFault.TEXT_IN_AMOUNT) {
      json.writeStringField("total", RecordFault.NO_PRICE);
    } else {
      Money.write(json, "total", dirt == RecordFault.NEGATIVE_TOTAL ? -cents : cents);
    }
  }

  private byte[] line(RecordFault dirt) throws IOException {
    json.flush();
    byte[] whole =
        dirt == RecordFault.LATIN1_BYTES
            ? bytes.toString(StandardCharsets.UTF_8).getBytes(StandardCharsets.ISO_8859_1)
            : bytes.toByteArray();
    int length = dirt == RecordFault.BROKEN_JSON ? whole.length * 2 / 3 : whole.length;
    byte[] line = Arrays.copyOf(whole, length + 1);
    line[length] = '\n';
    return line;
  }

  private String id(Sale sale) {
    return storeId + "-" + sale.number();
  }

  private static String date(long millis, RecordFault dirt) {
    String date = instant(millis);
    if (dirt == RecordFault.DATE_WITHOUT_TIME) {
      return date.substring(0, DATE_LENGTH);
    }
    return dirt == RecordFault.FUTURE_DATE ? "2099" + date.substring(4) : date;
  }

  private static String instant(long millis) {
    return INSTANT.format(Instant.ofEpochMilli(millis));
  }
}
