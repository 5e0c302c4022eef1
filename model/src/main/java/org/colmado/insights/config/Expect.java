package org.colmado.insights.config;

import java.util.Currency;

/**
 * Range checks for the constructors of configuration records. The message says the key, what was
 * found and what was expected; {@link Yaml} adds the file and the path.
 */
public final class Expect {
  private Expect() {}

  /** Requires {@code low <= value <= high}. */
  public static void between(String key, double value, double low, double high) {
    if (!(value >= low && value <= high)) {
      throw new IllegalArgumentException(
          "%s: found %s, expected %s to %s".formatted(key, plain(value), plain(low), plain(high)));
    }
  }

  /** Requires a text that matches the regular expression. */
  public static void matching(String key, String value, String pattern, String meaning) {
    if (!value.matches(pattern)) {
      throw new IllegalArgumentException(
          "%s: found '%s', expected %s".formatted(key, value, meaning));
    }
  }

  /** Requires the condition, with words for what was found and expected. */
  public static void that(boolean holds, String key, Object found, String expected) {
    if (!holds) {
      throw new IllegalArgumentException(
          "%s: found %s, expected %s".formatted(key, found, expected));
    }
  }

  /** Requires a currency's ISO 4217 code. */
  public static void currency(String key, String code) {
    boolean isKnown =
        Currency.getAvailableCurrencies().stream()
            .anyMatch(currency -> currency.getCurrencyCode().equals(code));
    that(isKnown, key, "'" + code + "'", "an ISO 4217 code such as DOP");
  }

  private static String plain(double value) {
    return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
  }
}
