package org.colmado.insights.personas.mentions;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.colmado.insights.text.FoldedText;

/**
 * The clock times in a text: 18:00, 6 p. m., a las seis de la tarde, from 6 to 8 in the evening.
 *
 * @param named mentioned hours, 0 to 23
 * @param ranges from an hour to another
 * @param during hours covered by the mentioned times and ranges, without the end of a range
 * @param odd mentions that are no full hour
 * @param rest the text with the times redacted
 */
public record ClockTimes(
    Set<Integer> named, List<Range> ranges, Set<Integer> during, List<String> odd, String rest) {

  /** A range of hours; over midnight if {@code to} is smaller. */
  public record Range(int from, int to) {
    /** The hours it covers, without its end. */
    public List<Integer> hours() {
      List<Integer> hours = new ArrayList<>();
      for (int hour = from; hour != to; hour = (hour + 1) % ClockTime.DAY_HOURS) {
        hours.add(hour);
      }
      return hours;
    }
  }

  private static final String LEAD =
      "(?:a|desde|hasta|de|para|sobre|hacia|tipo|entre|pasadas|y|o)\\s+las?\\s+"
          + "|(?:at|until|till)\\s+|(?:entre|between)\\s+";
  private static final String BETWEEN =
      "\\s*-\\s*|\\s+(?:a|al|to|hasta|until|till|through|y|and|o|or)\\s+(?:las?\\s+)?";

  /** After a bare number: it is a count and no hour. */
  private static final String COUNTED =
      "\\s+(?:mas|more|visita|visit|compra|purchase|venta|sale|producto|product|item|cosa|thing"
          + "|vez|veces|time|dia|day|semana|week|persona|people|minuto|minute)";

  private static final Pattern READING =
      Pattern.compile(
          "(?<![\\w$])(?<![0-9][.,:])(?<lead>"
              + LEAD
              + ")?(?:"
              + ClockTime.pattern(1)
              + "(?<between>"
              + BETWEEN
              + "))?"
              + ClockTime.pattern(2)
              + "(?![\\w%])(?![.,:][0-9])(?!\\s?%)(?<counted>"
              + COUNTED
              + ")?");
  private static final Pattern LEADS_TO_AN_HOUR = Pattern.compile(".*\\slas?\\s+");
  private static final Pattern LEADS_TO_DIGITS = Pattern.compile("(?:at|until|till)\\s+");
  private static final Pattern LEADS_TO_AN_END = Pattern.compile("(?:hasta|until|till).*");
  private static final Pattern LEADS_TO_A_RANGE = Pattern.compile("(?:entre|between).*");
  private static final Pattern IS_A_RANGE =
      Pattern.compile("\\s*-\\s*|\\s+(?:a|al|to|hasta|until|till|through)\\s.*");

  /** The clock times that a text mentions. */
  public static ClockTimes of(String text) {
    ClockTimes clock =
        new ClockTimes(
            new HashSet<>(), new ArrayList<>(), new HashSet<>(), new ArrayList<>(), text);
    StringBuilder rest = new StringBuilder(text);
    Matcher matcher = READING.matcher(FoldedText.of(text));
    int next = 0;
    while (matcher.find(next)) {
      next = clock.read(matcher, rest);
    }
    return new ClockTimes(clock.named, clock.ranges, clock.during, clock.odd, rest.toString());
  }

  /** Interprets a match; returns the position from which to continue. */
  private int read(Matcher matcher, StringBuilder rest) {
    Optional<ClockTime> first = ClockTime.of(matcher, 1);
    ClockTime second = ClockTime.of(matcher, 2).orElseThrow();
    String lead = Optional.ofNullable(matcher.group("lead")).orElse("");
    boolean isDigits = Character.isDigit(first.orElse(second).number().charAt(0));
    boolean isLed =
        matcher.group("counted") == null
            && (LEADS_TO_AN_HOUR.matcher(lead).matches()
                || (isDigits && LEADS_TO_DIGITS.matcher(lead).matches()));
    boolean isFirst = first.isPresent() && (isLed || first.get().isClock());
    boolean isRange =
        first.isPresent()
            && (IS_A_RANGE.matcher(matcher.group("between")).matches()
                || LEADS_TO_A_RANGE.matcher(lead).matches());

    if (isRange && (isFirst || second.isClock())) {
      range(first.get().before(second), second);
      Redaction.over(rest, first.get().start(), second.end());
      return second.end();
    }
    if (isFirst) {
      single(first.get(), lead);
      Redaction.over(rest, first.get().start(), first.get().end());
      return first.get().end();
    }
    if (first.isEmpty() && (isLed || second.isClock())) {
      single(second, lead);
      Redaction.over(rest, second.start(), second.end());
      return second.end();
    }
    return first.orElse(second).end();
  }

  private void single(ClockTime time, String lead) {
    boolean isEnd = LEADS_TO_AN_END.matcher(lead).matches();
    time.hour()
        .ifPresentOrElse(
            hour -> {
              named.add(hour);
              during.add(isEnd ? Math.floorMod(hour - 1, ClockTime.DAY_HOURS) : hour);
            },
            () -> odd.add(time.text()));
  }

  private void range(ClockTime from, ClockTime to) {
    if (from.hour().isEmpty() || to.hour().isEmpty()) {
      odd.add(from.hour().isEmpty() ? from.text() : to.text());
      return;
    }

    Range range = new Range(from.hour().get(), to.hour().get());
    named.addAll(List.of(range.from(), range.to()));
    ranges.add(range);
    during.addAll(range.hours());
  }
}
