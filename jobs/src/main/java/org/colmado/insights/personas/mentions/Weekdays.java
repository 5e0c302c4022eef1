package org.colmado.insights.personas.mentions;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.colmado.insights.text.FoldedText;
import org.colmado.insights.text.Language;

/** Finds weekdays (0 Sunday) in a Spanish or English text: single, as a range, or as a group. */
public final class Weekdays {
  private static final int WEEK = 7;
  private static final List<String> SHORT =
      List.of("dom", "lun", "mart", "mie", "jue", "vie", "sab");
  private static final Pattern DAY =
      Pattern.compile(
          IntStream.range(0, WEEK)
              .mapToObj(Weekdays::names)
              .collect(Collectors.joining("|", "\\b(?:", ")\\b")));
  private static final Pattern TO =
      Pattern.compile(
          "\\.?\\s*-\\s*|\\.?\\s+(?:a|al|to|through|thru|till|until|hasta)\\s+(?:el\\s+)?");
  private static final Pattern WEEKEND =
      Pattern.compile("\\b(?:fin(?:es)? de semana|findes?|weekends?)\\b");
  private static final Pattern WORKING_DAYS =
      Pattern.compile(
          "\\b(?:entre semana|dias? (?:laborables?|de semana|de trabajo)|weekdays?|working days?"
              + "|workdays?)\\b");
  private static final Pattern EVERY_DAY =
      Pattern.compile(
          "\\b(?:todos los dias|cada dia|a diario|diari[oa]s?|diariamente|every ?day|each day"
              + "|daily)\\b");

  private Weekdays() {}

  private static String names(int day) {
    return Stream.of(Language.values())
        .map(words -> FoldedText.of(words.weekday(day)) + "s?")
        .collect(Collectors.joining("|", "(?<day" + day + ">", "|" + SHORT.get(day) + ")"));
  }

  /** The mentioned weekdays; "every day" mentions none. */
  public static Set<Integer> in(String text) {
    String folded = FoldedText.of(text);
    Set<Integer> days = new TreeSet<>();
    Matcher matcher = DAY.matcher(folded);
    int last = 0;
    int end = -1;
    while (matcher.find()) {
      int day = day(matcher);
      boolean isRange = end >= 0 && TO.matcher(folded.substring(end, matcher.start())).matches();
      days.addAll(isRange ? range(last, day) : Set.of(day));
      last = day;
      end = matcher.end();
    }
    if (WEEKEND.matcher(folded).find()) {
      days.addAll(Set.of(0, 6));
    }
    if (WORKING_DAYS.matcher(folded).find()) {
      days.addAll(range(1, 5));
    }
    return days;
  }

  /** Whether the text speaks of every day. */
  public static boolean saysEveryDay(String text) {
    return EVERY_DAY.matcher(FoldedText.of(text)).find();
  }

  private static int day(Matcher matcher) {
    return IntStream.range(0, WEEK)
        .filter(day -> matcher.group("day" + day) != null)
        .findFirst()
        .orElseThrow();
  }

  private static Set<Integer> range(int from, int to) {
    return IntStream.rangeClosed(0, Math.floorMod(to - from, WEEK))
        .mapToObj(step -> (from + step) % WEEK)
        .collect(Collectors.toSet());
  }
}
