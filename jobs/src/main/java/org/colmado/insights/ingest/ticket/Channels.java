package org.colmado.insights.ingest.ticket;

import java.util.Locale;
import java.util.Map;

/** Codes for the channel of a sale. */
final class Channels {
  private static final Map<String, String> CODES =
      Map.of(
          "counter", "counter",
          "mostrador", "counter",
          "delivery", "delivery",
          "domicilio", "delivery",
          "motor", "delivery",
          "whatsapp", "whatsapp",
          "phone", "phone",
          "telefono", "phone",
          "teléfono", "phone");

  private Channels() {}

  /** The code of a word; {@code unknown} if there is none. */
  static String codeOf(String word) {
    return CODES.getOrDefault(word.toLowerCase(Locale.ROOT), "unknown");
  }
}
