package org.colmado.insights.ingest;

import java.util.Locale;
import java.util.Map;

/** How a sale reached the counter, in one word each. */
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

  /** The code, or {@code unknown} for a word that is none of ours. */
  static String codeOf(String word) {
    return CODES.getOrDefault(word.toLowerCase(Locale.ROOT), "unknown");
  }
}
