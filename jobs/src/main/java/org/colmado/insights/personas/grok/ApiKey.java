package org.colmado.insights.personas.grok;

import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.colmado.insights.config.BadInputException;

/**
 * The API key of the xAI account. It is read only from the environment and sent only in one header;
 * no message and no {@code toString} contains it or a part of it.
 */
public final class ApiKey {
  /** Environment variable that holds the key. */
  public static final String VARIABLE = "XAI_API_KEY";

  /**
   * Minimum length: a shorter key could not be distinguished from ordinary words when it is masked
   * in texts.
   */
  private static final int MIN_LENGTH = 8;

  private static final String HIDDEN = "***";

  private final String key;

  private ApiKey(String key) {
    this.key = key;
  }

  /** The key from the environment; empty if it is not set or blank. */
  public static Optional<ApiKey> in(Map<String, String> environment) {
    return of(environment.getOrDefault(VARIABLE, ""));
  }

  /**
   * The key from a text, trimmed; empty if it is blank.
   *
   * @throws BadInputException if it is not valid in a header or too short
   */
  public static Optional<ApiKey> of(String text) {
    String key = text.strip();
    if (key.isEmpty()) {
      return Optional.empty();
    }

    IntStream.range(0, key.length())
        .filter(place -> !standsInHeader(key.charAt(place)))
        .findFirst()
        .ifPresent(place -> refuse("found a character that cannot, number " + (place + 1)));
    if (key.length() < MIN_LENGTH) {
      refuse("found " + key.length() + " characters");
    }
    return Optional.of(new ApiKey(key));
  }

  /** Value of the header {@code Authorization}. */
  String bearer() {
    return "Bearer " + key;
  }

  /** Masks the key and longer parts of it in a text from the server. */
  String hiddenIn(String text) {
    StringBuilder hidden = new StringBuilder();
    int place = 0;
    while (place < text.length()) {
      int shared = sharedFrom(text, place);
      if (shared >= MIN_LENGTH) {
        hidden.append(HIDDEN);
        place += shared;
      } else {
        hidden.append(text.charAt(place));
        place++;
      }
    }
    return hidden.toString();
  }

  /** Length of the common part with the key from this position. */
  private int sharedFrom(String text, int place) {
    int end = place;
    while (end < text.length() && key.contains(text.substring(place, end + 1))) {
      end++;
    }
    return end - place;
  }

  private static boolean standsInHeader(char c) {
    return c > ' ' && c < 0x7f;
  }

  private static void refuse(String found) {
    throw new BadInputException(
        "Cannot use %s: %s, expected %d or more printable ASCII characters that can stand in a header"
            .formatted(VARIABLE, found, MIN_LENGTH));
  }

  @Override
  public String toString() {
    return "ApiKey";
  }
}
