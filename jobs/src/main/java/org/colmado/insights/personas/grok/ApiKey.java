package org.colmado.insights.personas.grok;

import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.colmado.insights.config.BadInputException;

/**
 * The key of the xAI account. Comes from the environment alone and goes into one header; no message
 * and no {@code toString} has it or a part of it.
 */
public final class ApiKey {
  /** Environment variable that holds the key. */
  public static final String VARIABLE = "XAI_API_KEY";

  /** A shorter text is no key, and could not be told from words when it is taken out of texts. */
  private static final int MIN_LENGTH = 8;

  private static final String HIDDEN = "***";

  private final String key;

  private ApiKey(String key) {
    this.key = key;
  }

  /** The key of the environment; none where it is not set or blank. */
  public static Optional<ApiKey> in(Map<String, String> environment) {
    return of(environment.getOrDefault(VARIABLE, ""));
  }

  /**
   * The key of this text, without white space around it; none where it is blank.
   *
   * @throws BadInputException if it cannot stand in a header, or is too short for a key
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

  /** The text without the key and without longer parts of it, should a server send it back. */
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

  /** How many characters from there on stand in the key too. */
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
