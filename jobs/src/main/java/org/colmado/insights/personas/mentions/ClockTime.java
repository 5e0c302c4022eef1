package org.colmado.insights.personas.mentions;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * One clock time in a folded text.
 *
 * @param number the hour as written
 * @param minutes with the mark before them; empty if none
 * @param past phrase such as "and a quarter"; empty if none
 * @param part day part such as "p. m."; empty if none
 * @param start index of the first character
 * @param end index after the last character
 */
record ClockTime(
    String text, String number, String minutes, String past, String part, int start, int end) {
  static final int DAY_HOURS = 24;
  private static final int NOON = 12;

  /** The hours that a day part allows; 24 is midnight. */
  private record Half(Pattern words, int from, int to) {}

  private static final List<Half> HALVES =
      List.of(
          new Half(Pattern.compile("^a\\.?\\s?m|manana|morning"), 0, NOON),
          new Half(Pattern.compile("^p\\.?\\s?m"), NOON, DAY_HOURS),
          new Half(Pattern.compile("tarde|afternoon"), NOON, 21),
          new Half(Pattern.compile("noche|night|evening"), 17, DAY_HOURS + 1),
          new Half(Pattern.compile("madrugada"), 0, 6),
          new Half(Pattern.compile("dia"), 11, 15));

  private static final String MIDNIGHT = "medianoche|media noche|midnight";
  private static final List<String> ES =
      List.of("una dos tres cuatro cinco seis siete ocho nueve diez once doce".split(" "));
  private static final List<String> EN =
      List.of("one two three four five six seven eight nine ten eleven twelve".split(" "));
  private static final String PART =
      "\\s*(?:[ap]\\.?\\s?m\\b\\.?|(?:h|hs|hrs)\\b|en punto\\b|o.?clock\\b"
          + "|(?:de|en|por) la (?:manana|tarde|noche|madrugada)\\b|del (?:medio)?dia\\b"
          + "|in the (?:morning|afternoon|evening)\\b|at night\\b)";
  private static final String TIME =
      "(?<hour%1$d>[0-9]{1,2}|(?:"
          + MIDNIGHT
          + "|"
          + String.join("|", ES)
          + "|"
          + String.join("|", EN)
          + ")\\b)(?<minutes%1$d>[:.h][0-9]{2}(?![0-9]))?"
          + "(?<past%1$d>\\s(?:y|menos)\\s(?:media|cuarto|pico|cinco|diez|veinte)\\b)?"
          + "(?<part%1$d>(?:"
          + PART
          + "){0,2})";
  private static final Pattern FULL_HOUR = Pattern.compile("[:.h]00");

  /** The pattern with numbered groups. */
  static String pattern(int group) {
    return TIME.formatted(group);
  }

  /** Reads the numbered groups of a match; empty if not found. */
  static Optional<ClockTime> of(Matcher matcher, int group) {
    String hour = matcher.group("hour" + group);
    if (hour == null) {
      return Optional.empty();
    }

    int start = matcher.start("hour" + group);
    int end = matcher.end("part" + group);
    return Optional.of(
        new ClockTime(
            matcher.group().substring(start - matcher.start(), end - matcher.start()),
            hour,
            Optional.ofNullable(matcher.group("minutes" + group)).orElse(""),
            Optional.ofNullable(matcher.group("past" + group)).orElse(""),
            matcher.group("part" + group).strip(),
            start,
            end));
  }

  /** Whether it is unambiguously a clock time. */
  boolean isClock() {
    return number.matches(MIDNIGHT) || minutes.matches("[:h].*") || !part.isEmpty();
  }

  /** The same time with the half of the day taken from the other one, if it has none itself. */
  ClockTime before(ClockTime other) {
    ClockTime inherited = new ClockTime(text, number, minutes, past, part + other.part, start, end);
    boolean isBefore =
        inherited.hour().isPresent()
            && other.hour().isPresent()
            && inherited.hour().get() < other.hour().get();

    return part.isEmpty() && minutes.isEmpty() && isBefore ? inherited : this;
  }

  /** The hour, 0 to 23; empty if it is no full hour. */
  Optional<Integer> hour() {
    if (number.matches(MIDNIGHT)) {
      return Optional.of(0);
    }

    boolean isFull = (minutes.isEmpty() || FULL_HOUR.matcher(minutes).matches()) && past.isEmpty();
    int hour = isFull ? of24() : -1;
    return hour < 0 || hour > DAY_HOURS ? Optional.empty() : Optional.of(hour % DAY_HOURS);
  }

  /** Negative if the hour does not exist in this day part. */
  private int of24() {
    int hour = Character.isDigit(number.charAt(0)) ? Integer.parseInt(number) : ofWord();
    Optional<Half> half = HALVES.stream().filter(it -> it.words().matcher(part).find()).findFirst();
    if (half.isEmpty()) {
      return hour;
    }

    return IntStream.of(hour, hour + NOON)
        .filter(it -> it == hour || hour <= NOON)
        .filter(it -> it >= half.get().from() && it < half.get().to())
        .findFirst()
        .orElse(hour == NOON && half.get().from() == 0 ? 0 : -1);
  }

  private int ofWord() {
    return 1 + Math.max(ES.indexOf(number), EN.indexOf(number));
  }
}
