package org.colmado.insights.ingest.ticket;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.colmado.insights.config.NumberMarks;
import org.colmado.insights.config.Spelling;

/**
 * Parses the numbers of one source strictly: a text that is not entirely a number is rejected.
 *
 * @param whole a number without thousands marks
 * @param grouped a number whose thousands marks are at valid positions: {@code 1,234.50} but not
 *     {@code 12,50}
 */
public record NumberFormat(NumberMarks numbers, Pattern whole, Pattern grouped)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Maximum length of a number in characters. */
  private static final int LONGEST = 30;

  private static final BigDecimal TOO_MUCH = BigDecimal.TEN.pow(9);
  private static final char MINUS = '\u2212';
  private static final String SIGNS = "()+-";

  /** As accountants write it, {@code (10.00)}, and as old tills do, {@code 10.00-}. */
  private static final Pattern NEGATIVE = Pattern.compile("\\((.+)\\)|([^-]+)-");

  public static NumberFormat of(NumberMarks numbers) {
    String decimal = Pattern.quote(numbers.decimalMark());
    String mark = Pattern.quote(numbers.thousandsMark());
    String whole = "[+-]?(\\d+(" + decimal + "\\d*)?|" + decimal + "\\d+)([eE][+-]?\\d+)?";
    String grouped = "[+-]?\\d{1,3}(" + mark + "\\d{3})+(" + decimal + "\\d*)?";
    String none = "(?!)";

    return new NumberFormat(
        numbers,
        Pattern.compile(whole),
        Pattern.compile(numbers.thousandsMark().isEmpty() ? none : grouped));
  }

  /**
   * Reads a number.
   *
   * @param what name for messages, such as {@code quantity}
   * @param text null or blank: there is none
   * @return null where there is none
   */
  public BigDecimal read(String what, String text) throws RefusedRecord {
    if (text == null || text.isBlank()) {
      return null;
    }

    String plain = isPlain(text) ? text : plain(text.strip());
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

  /**
   * Whether the text is a number as most tills write it, such as {@code -12.50}, and of this format
   * too. Patterns take ten times as long to find out.
   */
  private boolean isPlain(String text) {
    int from = text.startsWith("-") ? 1 : 0;
    int whole = endOfDigits(text, from);
    int end = text.startsWith(".", whole) ? endOfDigits(text, whole + 1) : whole;

    return numbers.decimalMark().equals(".") && whole > from && end == text.length();
  }

  private static int endOfDigits(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end;
  }

  /** The number as Java writes it; empty if the text is no number of this format. */
  private String plain(String text) {
    String bare = withoutStripped(unwrapped(Spelling.withPlainBlanks(text)).replace(MINUS, '-'));
    Matcher negative = NEGATIVE.matcher(bare);
    if (!negative.matches()) {
      return digits(bare);
    }

    String inner = negative.group(1) == null ? negative.group(2) : negative.group(1);
    String digits = digits(inner.strip());
    return digits.isEmpty() || !Character.isDigit(digits.charAt(0)) ? "" : "-" + digits;
  }

  /** Excel's way to keep a number as text: {@code ="85.00"}. */
  private static String unwrapped(String text) {
    boolean isWrapped = text.length() > 3 && text.startsWith("=\"") && text.endsWith("\"");

    return isWrapped ? text.substring(2, text.length() - 1) : text;
  }

  /** Parentheses and signs are part of a number: they are never stripped. */
  private String withoutStripped(String text) {
    StringBuilder kept = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      if (numbers.strip().indexOf(letter) < 0 || SIGNS.indexOf(letter) >= 0) {
        kept.append(letter);
      }
    }
    return kept.toString().strip();
  }

  private String digits(String bare) {
    boolean isGrouped = grouped.matcher(bare).matches();
    String digits = isGrouped ? bare.replace(numbers.thousandsMark(), "") : bare;

    return whole.matcher(digits).matches() ? digits.replace(numbers.decimalMark(), ".") : "";
  }
}
