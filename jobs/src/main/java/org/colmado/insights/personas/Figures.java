package org.colmado.insights.personas;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The numbers and hours of a text, each with what it counts. */
record Figures(List<Figure> figures, List<Integer> hours, List<String> odd) {

  enum Unit {
    MONEY,
    PERCENT,
    COUNT
  }

  /**
   * A number.
   *
   * @param text as it stands
   * @param digit what its last digit that says something is worth
   */
  record Figure(String text, double value, Unit unit, double digit) {}

  private static final String NUMBER = "[0-9]+(?:,[0-9]{3})*(?:\\.[0-9]+)?";
  private static final Pattern CLOCK =
      Pattern.compile(
          "(?<![0-9.,])([0-9]{1,2})(?::([0-9]{2}))?\\s*(a\\.?\\s?m\\b\\.?|p\\.?\\s?m\\b\\.?)"
              + "|(?<![0-9.,])([0-9]{1,2}):([0-9]{2})"
              + "|(?i:\\b(?:a las|las|at|hasta las|desde las|until|from))\\s+([0-9]{1,2})(?![0-9:.,]|\\s?%|\\s*[ap]\\.?\\s?m\\b)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern PER_CENT =
      Pattern.compile("(?i)(?<=[0-9])\\s(?:por ciento|percent)\\b");
  private static final Pattern FIGURE =
      Pattern.compile(
          "(?<money>(?:RD\\$|US\\$|\\$|\\b[A-Z]{3}\\s)\\s?)?(?<number>"
              + NUMBER
              + ")(?<percent>\\s?%|\\spesos)?");
  private static final Pattern IN_WORDS =
      Pattern.compile(
          "(?iu)\\b(?:once|doce|trece|catorce|quince|diecis[eé]is|diecisiete|dieciocho|diecinueve|veinte"
              + "|veinti\\w+|treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa|cien|ciento|\\w+cientos"
              + "|mil|mill[oó]n|millones|doble|triple|mitad|tercio|cuarta parte|eleven|twelve|\\w+teen|twenty"
              + "|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|double|twice|half"
              + "|third of|quarter of)\\b|\\b\\w+ de cada \\w+|\\b\\w+ out of \\w+|\\b\\w+ in every \\w+");

  /** Reads them. */
  static Figures of(String text) {
    List<Integer> hours = new ArrayList<>();
    List<String> odd = new ArrayList<>();
    Matcher clock = CLOCK.matcher(PER_CENT.matcher(text).replaceAll("%"));
    StringBuilder rest = new StringBuilder();
    while (clock.find()) {
      hour(clock).ifPresentOrElse(hours::add, () -> odd.add(clock.group()));
      clock.appendReplacement(rest, " ");
    }
    clock.appendTail(rest);

    Matcher words = IN_WORDS.matcher(rest);
    while (words.find()) {
      odd.add(words.group());
    }
    return new Figures(figures(rest.toString()), hours, odd);
  }

  private static List<Figure> figures(String text) {
    List<Figure> figures = new ArrayList<>();
    Matcher matcher = FIGURE.matcher(text);
    while (matcher.find()) {
      String number = matcher.group("number").replace(",", "");
      figures.add(
          new Figure(
              matcher.group().strip(), Double.parseDouble(number), unit(matcher), digit(number)));
    }
    return figures;
  }

  private static Unit unit(Matcher matcher) {
    String behind = Optional.ofNullable(matcher.group("percent")).orElse("");
    if (matcher.group("money") != null || behind.endsWith("pesos")) {
      return Unit.MONEY;
    }
    return behind.isEmpty() ? Unit.COUNT : Unit.PERCENT;
  }

  private static double digit(String number) {
    return Math.pow(10, -new BigDecimal(number).scale());
  }

  /** On the clock of 24 hours; empty: no full hour of the day. */
  private static Optional<Integer> hour(Matcher clock) {
    String half = Optional.ofNullable(clock.group(3)).orElse("").toLowerCase(java.util.Locale.ROOT);
    String digits =
        clock.group(1) != null
            ? clock.group(1)
            : clock.group(4) != null ? clock.group(4) : clock.group(6);
    String minutes = clock.group(1) != null ? clock.group(2) : clock.group(5);
    int hour = Integer.parseInt(digits);
    if (half.startsWith("p") && hour < 12) {
      hour += 12;
    } else if (half.startsWith("a") && hour == 12) {
      hour = 0;
    }
    boolean isHour = hour < 24 && (minutes == null || minutes.equals("00"));
    return isHour ? Optional.of(hour) : Optional.empty();
  }
}
