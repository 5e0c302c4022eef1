package org.colmado.insights.simulate;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;

/** Writes sales and returns as the POS app does, each a line of JSON with its line feed. */
final class PosJson {
  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final int DATE_LENGTH = 10;
  private static final String NO_PRICE = "s/p";

  private final Shop shop;
  private final String storeId;
  private final Shelf shelf;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
  private final JsonGenerator json;

  PosJson(Shop shop, Shelf shelf) {
    this.shop = shop;
    this.storeId = shop.id();
    this.shelf = shelf;
    try {
      this.json =
          new JsonFactoryBuilder()
              .rootValueSeparator((String) null)
              .build()
              .createGenerator(bytes, JsonEncoding.UTF8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write JSON into memory", e);
    }
  }

  /**
   * The line of a sale.
   *
   * @param dirt how to spoil it, or null
   */
  byte[] sale(Sale sale, Basket basket, Dirt dirt) {
    try {
      bytes.reset();
      json.writeStartObject();
      head(sale, dirt);
      tender(sale, basket.totalCents());
      json.writeBooleanField("hasReturns", sale.hasReturns());
      total(basket.totalCents(), dirt);
      items(basket, dirt);
      json.writeEndObject();
      return line(dirt);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write JSON into memory", e);
    }
  }

  /**
   * The line of a return of one line of a sale.
   *
   * @param atMillis when it came back, UTC, milliseconds since the epoch
   * @param back what came back, in quantities and amounts above 0
   */
  byte[] returned(Sale sale, Basket back, long atMillis) {
    try {
      bytes.reset();
      json.writeStartObject();
      json.writeStringField("id", storeId + "-R" + sale.number());
      json.writeStringField("originalSaleId", id(sale));
      json.writeNumberField("originalReceiptNumber", sale.receiptNumber());
      json.writeStringField("storeId", storeId);
      json.writeStringField("date", instant(atMillis));
      items(back, null);
      number("total", back.totalCents());
      json.writeStringField("refundStatus", "completed");
      json.writeEndObject();
      return line(null);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write JSON into memory", e);
    }
  }

  private void head(Sale sale, Dirt dirt) throws IOException {
    json.writeStringField("id", id(sale));
    json.writeStringField("storeId", storeId);
    if (dirt != Dirt.MISSING_DATE) {
      json.writeStringField("date", date(sale.soldAtMillis(), dirt));
    }
    if (sale.updatedAtMillis() != 0) {
      json.writeStringField("updatedAt", instant(sale.updatedAtMillis()));
    }

    Customer customer = sale.customer();
    if (customer == null) {
      json.writeNullField("customerId");
    } else {
      json.writeNumberField("customerId", customer.id());
      json.writeStringField("customerName", customer.name());
      json.writeStringField("customerPhone", customer.phone());
    }
  }

  private void tender(Sale sale, long totalCents) throws IOException {
    json.writeStringField("paymentMethod", sale.method());
    if (sale.mixedWith() != null) {
      long inCash = totalCents / 2 / 1_000 * 1_000;
      json.writeArrayFieldStart("payments");
      payment("cash", inCash);
      payment(sale.mixedWith(), totalCents - inCash);
      json.writeEndArray();
    }
    json.writeStringField("paymentStatus", sale.status());
    json.writeStringField("channel", sale.channel());
    json.writeNumberField("shiftId", sale.shiftId());
    json.writeNumberField("cashierId", sale.cashierId());
    json.writeNumberField("receiptNumber", sale.receiptNumber());
  }

  private void payment(String method, long cents) throws IOException {
    json.writeStartObject();
    json.writeStringField("method", method);
    number("amount", cents);
    json.writeEndObject();
  }

  private void total(long cents, Dirt dirt) throws IOException {
    if (dirt == Dirt.TEXT_IN_AMOUNT) {
      json.writeStringField("total", NO_PRICE);
    } else {
      number("total", dirt == Dirt.NEGATIVE_TOTAL ? -cents : cents);
    }
  }

  private void items(Basket basket, Dirt dirt) throws IOException {
    json.writeArrayFieldStart("items");
    for (int i = 0; i < basket.size() && dirt != Dirt.EMPTY_ITEMS; i++) {
      item(basket, i, dirt);
    }
    json.writeEndArray();
  }

  private void item(Basket basket, int i, Dirt dirt) throws IOException {
    Product product = basket.product(i);
    json.writeStartObject();
    json.writeStringField("description", text(product.description(), dirt));
    if (basket.hundredths(i) == 0) {
      json.writeNullField("quantity");
    } else {
      number("quantity", basket.hundredths(i));
    }
    number("unitPrice", basket.unitPriceCents(i));
    if (dirt == Dirt.TEXT_IN_AMOUNT && i == 0) {
      json.writeStringField("amount", NO_PRICE);
    } else {
      number("amount", basket.amountCents(i));
    }
    if (basket.discountCents(i) != 0) {
      number("discount", basket.discountCents(i));
    }
    optional(basket, i, product);
    json.writeEndObject();
  }

  private void optional(Basket basket, int i, Product product) throws IOException {
    if (product.itbisPercent() != 0) {
      number("tax", basket.taxCents(i));
    }
    if (shop.givesCategory()) {
      json.writeStringField("category", product.categoryEs());
    }
    if (shop.givesCost()) {
      number("cost", shelf.costCents(product));
    }
  }

  private byte[] line(Dirt dirt) throws IOException {
    json.flush();
    if (dirt == Dirt.LATIN1_BYTES) {
      byte[] latin1 = bytes.toString(StandardCharsets.UTF_8).getBytes(StandardCharsets.ISO_8859_1);
      bytes.reset();
      bytes.write(latin1);
    }
    byte[] whole = bytes.toByteArray();
    byte[] cut =
        Arrays.copyOf(whole, dirt == Dirt.BROKEN_JSON ? whole.length * 2 / 3 : whole.length);
    byte[] line = Arrays.copyOf(cut, cut.length + 1);
    line[cut.length] = '\n';
    return line;
  }

  private String id(Sale sale) {
    return storeId + "-" + sale.number();
  }

  private void number(String name, long hundredths) throws IOException {
    json.writeFieldName(name);
    json.writeNumber(Money.pesos(hundredths));
  }

  private static String text(String description, Dirt dirt) {
    return dirt == Dirt.MOJIBAKE
        ? new String(description.getBytes(StandardCharsets.UTF_8), WINDOWS_1252)
        : description;
  }

  private static String date(long millis, Dirt dirt) {
    String date = instant(millis);
    if (dirt == Dirt.DATE_WITHOUT_TIME) {
      return date.substring(0, DATE_LENGTH);
    }
    return dirt == Dirt.FUTURE_DATE ? "2099" + date.substring(4) : date;
  }

  private static String instant(long millis) {
    return INSTANT.format(Instant.ofEpochMilli(millis));
  }
}
