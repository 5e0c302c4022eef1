package org.colmado.insights.config;

import java.io.Serializable;

/**
 * Number format.
 *
 * @param strip characters to ignore in a number, such as currency signs; signs and parentheses
 *     always count
 */
public record NumberMarks(String decimalMark, String thousandsMark, String strip)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** As JSON and most machines write them. */
  public static final NumberMarks PLAIN = new NumberMarks(".", "", "");

  public NumberMarks {
    Expect.matching("decimal-mark", decimalMark, ".", "one character");
    Expect.that(
        thousandsMark.length() <= 1 && !thousandsMark.equals(decimalMark),
        "thousands-mark",
        "'" + thousandsMark + "'",
        "nothing, or one character that is not the decimal-mark");
    Expect.that(
        !strip.contains(decimalMark) && strip.chars().noneMatch(Character::isDigit),
        "strip",
        "'" + strip + "'",
        "neither digits nor the decimal-mark");
  }
}
