package org.colmado.insights.simulate;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Writes the {@code items} of a sale or return: description, quantity (null where it was sold by
 * amount), unitPrice, amount and, where there is any, discount, tax (ITBIS inside the amount),
 * category and cost (of one unit).
 */
record ItemsJson(JsonGenerator json, Shop shop, Shelf shelf) {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  /**
   * Writes the array.
   *
   * @param dirt how to spoil it, or null
   */
  void write(Basket basket, RecordFault dirt) throws IOException {
    json.writeArrayFieldStart("items");
    for (int i = 0; i < basket.size() && dirt != RecordFault.EMPTY_ITEMS; i++) {
      json.writeStartObject();
      sold(basket, i, dirt);
      optional(basket, i);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void sold(Basket basket, int i, RecordFault dirt) throws IOException {
    json.writeStringField("description", text(basket.product(i).description(), dirt));
    if (basket.hundredths(i) == 0) {
      json.writeNullField("quantity");
    } else {
      Money.write(json, "quantity", basket.hundredths(i));
    }
    Money.write(json, "unitPrice", basket.unitPriceCents(i));
    if (dirt == RecordFault.TEXT_IN_AMOUNT && i == 0) {
      json.writeStringField("amount", RecordFault.NO_PRICE);
    } else {
      Money.write(json, "amount", basket.amountCents(i));
    }
  }

  private void optional(Basket basket, int i) throws IOException {
    Product product = basket.product(i);
    if (basket.discountCents(i) != 0) {
      Money.write(json, "discount", basket.discountCents(i));
    }
    if (product.itbisPercent() != 0) {
      Money.write(json, "tax", basket.taxCents(i));
    }
    if (shop.givesCategory()) {
      json.writeStringField("category", product.categoryEs());
    }
    if (shop.givesCost()) {
      Money.write(json, "cost", shelf.costCents(product));
    }
  }

  private static String text(String description, RecordFault dirt) {
    return dirt == RecordFault.MOJIBAKE
        ? new String(description.getBytes(StandardCharsets.UTF_8), WINDOWS_1252)
        : description;
  }
}
