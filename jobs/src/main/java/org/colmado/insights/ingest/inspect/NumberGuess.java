package org.colmado.insights.ingest.inspect;

import java.math.BigDecimal;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.colmado.insights.config.NumberMarks;
import org.colmado.insights.config.Spelling;
import org.colmado.insights.ingest.ticket.NumberFormat;
import org.colmado.insights.ingest.ticket.RefusedRecord;

/**
 * How the numbers of a file are written.
 *
 * @param numbers the format
 * @param isSure whether no other reading fits as well: {@code 1.250} may be a thousand or one
 */
record NumberGuess(NumberMarks numbers, boolean isSure) {
  private static final Pattern SCIENTIFIC = Pattern.compile("[+-]?\\d+([.,]\\d+)?[eE][+-]?\\d+");
  private static final Pattern OF_NUMBERS = Pattern.compile("[-0-9.,+()\"=\u2212]");
  private static final Pattern THOUSAND_OR_ONE = Pattern.compile("[1-9]\\d{0,2}[.,]\\d{3}");

  static NumberGuess of(List<String> texts) {
    String strip = strip(texts);
    List<NumberFormat> formats =
        Stream.of(",.", ".,")
            .map(
                marks ->
                    NumberFormat.of(
                        new NumberMarks(marks.substring(1), marks.substring(0, 1), strip)))
            .toList();
    NumberFormat point = formats.get(0);
    NumberFormat comma = formats.get(1);
    long byPoint = texts.stream().filter(text -> read(point, text) != null).count();
    long byComma = texts.stream().filter(text -> read(comma, text) != null).count();
    boolean isSure =
        byPoint != byComma
            || texts.stream()
                .map(text -> kept(text, strip))
                .noneMatch(text -> THOUSAND_OR_ONE.matcher(text).matches());

    return new NumberGuess((byPoint >= byComma ? point : comma).numbers(), isSure);
  }

  /** Letters and signs that stand in numbers and are no part of them: {@code RD$}, {@code lb}. */
  private static String strip(List<String> texts) {
    return texts.stream()
        .map(Spelling::withPlainBlanks)
        .filter(text -> text.chars().anyMatch(Character::isDigit))
        .filter(text -> !SCIENTIFIC.matcher(text).matches())
        .flatMap(text -> text.codePoints().mapToObj(Character::toString))
        .filter(letter -> !OF_NUMBERS.matcher(letter).matches())
        .collect(Collectors.toCollection(TreeSet::new))
        .stream()
        .collect(Collectors.joining());
  }

  private static String kept(String text, String strip) {
    return text.codePoints()
        .mapToObj(Character::toString)
        .filter(letter -> !strip.contains(letter))
        .collect(Collectors.joining());
  }

  /** Null: no number. */
  static BigDecimal read(NumberFormat format, String text) {
    try {
      return format.read("number", text);
    } catch (RefusedRecord e) {
      return null;
    }
  }
}
