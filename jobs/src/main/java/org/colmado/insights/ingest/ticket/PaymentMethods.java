package org.colmado.insights.ingest.ticket;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Maps a source's words for tender to payment method codes. */
public record PaymentMethods(Map<String, String> codeByWord) implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String UNKNOWN = "unknown";
  private static final String MIXED = "mixed";

  public static PaymentMethods of(Map<String, List<String>> wordsByCode) {
    HashMap<String, String> codeByWord = new HashMap<>();
    wordsByCode.forEach((code, words) -> words.forEach(word -> codeByWord.put(lower(word), code)));

    return new PaymentMethods(codeByWord);
  }

  /** The code; {@code unknown} for null and for a word that no code has (D30). */
  String codeOf(String word) {
    if (MIXED.equals(word)) {
      return MIXED;
    }

    return word == null ? UNKNOWN : codeByWord.getOrDefault(lower(word), UNKNOWN);
  }

  private static String lower(String word) {
    return word.strip().toLowerCase(Locale.ROOT);
  }
}
