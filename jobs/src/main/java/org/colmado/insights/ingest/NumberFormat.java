package org.colmado.insights.ingest;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.colmado.insights.config.SourceMapping;

/** Parses the numbers of one source strictly: a text that is not entirely a number is rejected. */
record NumberFormat(SourceMapping.Numbers numbers) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Maximum length of a number in characters. */
  private static final int LONGEST = 30;

  /**
   * Reads a number.
   *
   * @param what name for messages, such as {@code quantity}
   * @param text null or blank: there is none
   * @return null where there is none
   */
  BigDecimal read(String what, String text) throws RefusedRecord {
    if (text == null || text.isBlank()) {
      return null;
    }

    String plain = plain(text.strip());
    try {
      if (plain.length() <= LONGEST) {
        return inRange(what, text, new BigDecimal(plain));
      }
    } catch (NumberFormatException e) {
      // Reported below with the text.
    }
    throw new RefusedRecord("unreadable_" + what, "Found '%s', expected a number".formatted(text));
  }

  private static BigDecimal inRange(String what, String text, BigDecimal number)
      throws RefusedRecord {
    if (number.scale() < -9 || number.scale() > 20 || number.abs().compareTo(TOO_MUCH) >= 0) {
      throw new RefusedRecord(
          "unreadable_" + what, "Found %s, expected less than a billion".formatted(text));
    }
    return number;
  }

  private static final BigDecimal TOO_MUCH = BigDecimal.TEN.pow(9);

  private String plain(String text) {
    String bare = text;
    for (int i = 0; i < numbers.strip().length(); i++) {
      bare = bare.replace(String.valueOf(numbers.strip().charAt(i)), "");
    }
    bare = bare.strip();
    if (!numbers.thousandsMark().isEmpty() && bare.contains(numbers.thousandsMark())) {
      bare = isGrouped(bare) ? bare.replace(numbers.thousandsMark(), "") : "";
    }
    return bare.replace(numbers.decimalMark(), ".");
  }

  /** Whether the thousands marks are at valid positions: {@code 1,234.50} but not {@code 12,50}. */
  private boolean isGrouped(String bare) {
    String mark = Pattern.quote(numbers.thousandsMark());
    String decimals = "(" + Pattern.quote(numbers.decimalMark()) + "\\d*)?";

    return bare.matches("[+-]?\\d{1,3}(" + mark + "\\d{3})+" + decimals);
  }
}
