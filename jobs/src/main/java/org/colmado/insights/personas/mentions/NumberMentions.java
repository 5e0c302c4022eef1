package org.colmado.insights.personas.mentions;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.colmado.insights.text.FoldedText;
import org.colmado.insights.text.Language;

/**
 * The numbers in a text apart from clock times, in digits or in words up to ten, with their units.
 *
 * @param odd numbers and shares that cannot be checked
 */
public record NumberMentions(List<Figure> figures, List<String> odd) {

  /**
   * What is counted, by the words behind the number; the first that fits. Unknown is what no fact
   * counts: people, and times but days and weeks.
   */
  public enum Unit {
    PERCENT("\\s?(?:%|pct\\b|por ?ciento\\b|por cien\\b|per ?cent\\b)"),
    MONEY("\\s(?:pesos?|dolar(?:es)?|dollars?)\\b"),
    TIMES("\\s(?:veces|times)\\b"),
    VISITS("(?:\\s\\w+)?\\s(?:visitas?|visits?|tickets?)\\b"),
    ITEMS("(?:\\s\\w+)?\\s(?:productos?|articulos?|cosas?|items?|products?|things?)\\b"),
    DAYS("(?:\\s\\w+)?\\s(?:dias?|days?)\\b"),
    WEEKS("\\s(?:semanas?|sin|weeks?|without)\\b"),
    UNKNOWN(
        "(?:\\s\\w+)?\\s(?:personas?|clientes?|vecin[oa]s?|people|persons?|customers?"
            + "|neighbou?rs?|horas?|hours?|minutos?|minutes?|mes(?:es)?|months?|anos?|years?)\\b"),
    COUNT("");

    private final Pattern behind;

    Unit(String behind) {
      this.behind = Pattern.compile(behind);
    }

    /** What the text from a place on says, as far as it fits; empty: it does not. */
    private Optional<String> behind(String folded, int from) {
      Matcher matcher = behind.matcher(folded).region(from, folded.length());

      return matcher.lookingAt() ? Optional.of(matcher.group()) : Optional.empty();
    }
  }

  /**
   * A number.
   *
   * @param text as it stands
   * @param start index of its first character
   * @param currency as it is written; empty: none
   * @param digit what its last digit that says something is worth
   * @param change 1 where it is so much more, -1 where so much less, else 0
   * @param isOften whether it is said of a day, a month or an hour: no fact is
   */
  public record Figure(
      String text,
      int start,
      double value,
      Unit unit,
      String currency,
      double digit,
      int change,
      boolean isOften) {
    private static final double ALMOST = 1e-9;

    int end() {
      return start + text.length();
    }

    /** Whether the number is what the fact rounds to. */
    boolean isAbout(double fact) {
      return Math.abs(fact - value) <= digit / 2 + ALMOST;
    }
  }

  private static final List<String> ES =
      List.of("dos tres cuatro cinco seis siete ocho nueve diez".split(" "));
  private static final List<String> EN =
      List.of("two three four five six seven eight nine ten".split(" "));
  private static final String NUMBER = "[0-9]+(?:,[0-9]{3})*(?:\\.[0-9]+)?";
  private static final int MAX_DECIMALS = 2;

  private static final Pattern OFTEN =
      Pattern.compile(
          "(?:(?!semana|week)[^.,;:!?()]){0,30}?(?:\\b(?:por|al|cada|per|an?|each|every)"
              + " (?:dia|mes|hora|ano|day|month|hour|year)\\b|\\bdiari|\\bmensual|\\bdaily\\b"
              + "|\\bmonthly\\b|\\bhourly\\b)");
  private static final Pattern MORE = Pattern.compile("\\s(?:mas|more)\\b");
  private static final Pattern LESS = Pattern.compile("\\s(?:menos|fewer|less)\\b");
  private static final Pattern DIGITS =
      Pattern.compile(
          "(?<money>(?i:rd\\$|us\\$|\\$)\\s?|\\b[A-Z]{3}\\s(?=[0-9]))?(?<number>" + NUMBER + ")");
  private static final Pattern NO_NUMBER_BEFORE = Pattern.compile(".*(?:\\w|[0-9][.,:/])$");
  private static final Pattern NO_NUMBER_BEHIND = Pattern.compile("\\w|[.,:/][0-9]");
  private static final Pattern ES_WORDS = words(ES);
  private static final Pattern EN_WORDS = words(EN);
  private static final Pattern ES_ODD =
      odd(
          ES,
          "once|doce|trece|catorce|quince|dieci\\w+|veint\\w+|treinta|cuarenta|cincuenta|sesenta|setenta"
              + "|ochenta|noventa|cien|(?<!por )cientos?|\\w+cientos|mil|miles|millon|millones|docenas?|decenas?"
              + "|centenar(?:es)?|un par de|doble|triple|cuadruple|duplic\\w+|triplic\\w+|mitad|tercios?"
              + "|(?:tercera|cuarta|quinta|decima) parte|(?:un|tres) cuartos?|media (?:hora|docena)");
  private static final Pattern EN_ODD =
      odd(
          EN,
          "eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty"
              + "|hundreds?|thousands?|millions?|dozens?|a couple|a pair of|doubl\\w+|tripl\\w+|twice|thrice"
              + "|half|halves|(?:a|one|two) thirds?|(?:a|one|three) quarters?");

  private static Pattern odd(List<String> numbers, String words) {
    String number = "(?:un[oa]?|one|[0-9]+|" + String.join("|", numbers) + ")";

    return Pattern.compile(
        "\\b(?:"
            + words
            + "|"
            + number
            + " (?:de cada|de|en|out of|in every|of every|in) "
            + "(?:[0-9]+|"
            + String.join("|", numbers)
            + "))\\b");
  }

  /** Those but "the two", which counts nothing. */
  private static Pattern words(List<String> numbers) {
    return Pattern.compile(
        "(?<!\\b(?:l[oa]s|est[oa]s|es[oa]s|otr[oa]s|the|these|those|other) (?=dos|two))\\b(?:"
            + String.join("|", numbers)
            + ")\\b");
  }

  /** The numbers that a text in this language mentions. */
  public static NumberMentions of(String text, Language language) {
    NumberMentions figures = new NumberMentions(new ArrayList<>(), new ArrayList<>());
    String folded = FoldedText.of(text);
    figures.readDigits(text, folded);
    figures.readWords(folded, language == Language.ES ? ES_WORDS : EN_WORDS, language);
    Matcher odd = (language == Language.ES ? ES_ODD : EN_ODD).matcher(folded);
    while (odd.find()) {
      figures.odd.add(text.substring(odd.start(), odd.end()));
    }
    return figures;
  }

  private void readDigits(String text, String folded) {
    Matcher matcher = DIGITS.matcher(text);
    while (matcher.find()) {
      String number = matcher.group("number").replace(",", "");
      String mark = Optional.ofNullable(matcher.group("money")).orElse("").strip();
      BigDecimal value = new BigDecimal(number);
      if (isPartOfAnother(text, matcher) || value.scale() > MAX_DECIMALS) {
        odd.add(matcher.group().strip());
      } else {
        add(folded, matcher, value, mark);
      }
    }
  }

  private static boolean isPartOfAnother(String text, Matcher number) {
    String before = text.substring(Math.max(0, number.start() - 2), number.start());
    Matcher behind = NO_NUMBER_BEHIND.matcher(text).region(number.end(), text.length());
    return NO_NUMBER_BEFORE.matcher(before).matches() || behind.lookingAt();
  }

  private void readWords(String folded, Pattern words, Language language) {
    List<String> numbers = language == Language.ES ? ES : EN;
    Matcher matcher = words.matcher(folded);
    while (matcher.find()) {
      add(folded, matcher, BigDecimal.valueOf(2L + numbers.indexOf(matcher.group())), "");
    }
  }

  private static int change(String counted, String behind) {
    boolean isMore = MORE.matcher(counted).find() || MORE.matcher(behind).lookingAt();
    boolean isLess = LESS.matcher(counted).find() || LESS.matcher(behind).lookingAt();

    return isMore ? 1 : isLess ? -1 : 0;
  }

  private void add(String folded, Matcher found, BigDecimal value, String mark) {
    Unit unit =
        Stream.of(Unit.values())
            .filter(it -> it.behind(folded, found.end()).isPresent())
            .findFirst()
            .orElseThrow();
    String behind = mark.isEmpty() ? unit.behind(folded, found.end()).orElse("") : "";
    int end = found.end() + behind.length();
    figures.add(
        new Figure(
            found.group().strip() + behind,
            found.start(),
            value.doubleValue(),
            mark.isEmpty() ? unit : Unit.MONEY,
            mark.isEmpty() ? behind.strip() : mark.toLowerCase(Locale.ROOT),
            Math.pow(10, -value.scale()),
            change(behind, folded.substring(end)),
            OFTEN.matcher(folded).region(end, folded.length()).lookingAt()));
  }
}
