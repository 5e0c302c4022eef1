package org.colmado.insights.personas.mentions;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.colmado.insights.personas.facts.FactSheet;
import org.colmado.insights.personas.mentions.NumberMentions.Figure;
import org.colmado.insights.text.BilingualText;
import org.colmado.insights.text.FoldedText;
import org.colmado.insights.text.Language;

/**
 * The evidence against which a text is checked: the facts, and the meaning of the segment in words.
 *
 * @param names allowed names, and the sizes in them
 * @param goods names of categories and products, with their category
 * @param words of the names, folded
 * @param named hours that may be mentioned
 * @param busy hours of the facts; a range must not include others
 * @param parts day parts of the facts
 * @param weekdays that may be mentioned
 * @param meant numbers in the segment's meaning
 * @param meaningText folded name and meaning of the segment
 */
public record Evidence(
    FactSheet facts,
    NameList names,
    List<NamedGoods> goods,
    Set<String> words,
    Set<Integer> named,
    Set<Integer> busy,
    Set<DayPart> parts,
    Set<Integer> weekdays,
    Set<Figure> meant,
    String meaningText) {
  private static final int DAY_HOURS = 24;

  /** Weeks in a trial of an offer, which may be mentioned. */
  private static final double TRIAL_WEEKS = 2;

  private static final Pattern SIZE =
      Pattern.compile("[0-9]+(?:[.,/][0-9]+)?\\s?(?:oz|onz|lbs?|ml|cl|lts?|l|g|gr|grs|kg|und)\\b");
  private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Map<String, DayPart> PARTS =
      Map.of(
          "morning", DayPart.MORNING,
          "midday", DayPart.MIDDAY,
          "afternoon", DayPart.AFTERNOON,
          "night", DayPart.NIGHT);

  /** What the facts of a segment allow to be said. */
  public static Evidence of(FactSheet facts) {
    Set<String> names =
        facts.names().flatMap(it -> Stream.of(it.es(), it.en())).collect(Collectors.toSet());
    BilingualText segment = facts.segment().name();
    BilingualText meaning = facts.segment().meaning();
    String meaningText = String.join("; ", segment.es(), segment.en(), meaning.es(), meaning.en());
    ClockTimes clock = ClockTimes.of(meaningText);

    return new Evidence(
        facts,
        new NameList(Stream.concat(names.stream(), sizes(names))),
        NamedGoods.in(facts),
        words(names.stream()),
        named(facts, clock),
        busy(facts, clock),
        parts(facts, meaningText),
        union(facts.weekdays(), Weekdays.in(meaningText).stream()),
        new HashSet<>(NumberMentions.of(clock.rest(), Language.ES).figures()),
        FoldedText.of(meaningText));
  }

  private static Stream<String> sizes(Set<String> names) {
    return names.stream()
        .map(FoldedText::of)
        .flatMap(name -> SIZE.matcher(name).results())
        .map(size -> size.group());
  }

  /** The words of names, folded. */
  public static Set<String> words(Stream<String> names) {
    return names
        .flatMap(name -> Arrays.stream(NOT_WORD.split(FoldedText.of(name), -1)))
        .collect(Collectors.toSet());
  }

  private static Set<Integer> named(FactSheet facts, ClockTimes clock) {
    Stream<Integer> slotEnds = facts.slots().stream().map(slot -> (slot.hour() + 1) % DAY_HOURS);

    return union(
        facts.hours(),
        Stream.concat(slotEnds, Stream.concat(clock.named().stream(), clock.during().stream())));
  }

  private static Set<Integer> busy(FactSheet facts, ClockTimes clock) {
    Stream<Integer> hours =
        Stream.of(
                facts.peakHours().stream(),
                facts.slots().stream().map(FactSheet.Slot::hour),
                facts.offers().stream().flatMap(offer -> offer.hours().stream()))
            .flatMap(stream -> stream);

    return union(hours, clock.during().stream());
  }

  private static Set<DayPart> parts(FactSheet facts, String meaningText) {
    Set<DayPart> parts = new HashSet<>(DayPart.in(meaningText));
    facts.baskets().stream().map(basket -> PARTS.get(basket.part())).forEach(parts::add);
    return parts;
  }

  private static Set<Integer> union(Stream<Integer> some, Stream<Integer> others) {
    return Stream.concat(some, others).collect(Collectors.toSet());
  }

  /** Whether a name consists of words of the facts' names. */
  public boolean knows(String name) {
    return words.containsAll(words(Stream.of(name)))
        || words.contains(NOT_WORD.matcher(FoldedText.of(name)).replaceAll(""));
  }

  /** Whether a fact of the same kind rounds to the number. */
  public boolean has(Figure figure) {
    Stream<Double> known =
        switch (figure.unit()) {
          case MONEY -> facts.amounts();
          case PERCENT -> figure.change() == 0 ? facts.percents() : changes(figure.change());
          case TIMES -> times();
          case VISITS -> visits();
          case ITEMS -> Stream.of(facts.itemsPerBasket());
          case DAYS -> Stream.of((double) facts.windowDays());
          case WEEKS -> Stream.of(TRIAL_WEEKS);
          case UNKNOWN -> Stream.of();
          case COUNT -> facts.counts();
        };
    Stream<Double> meantAlike =
        meant.stream().filter(it -> it.unit() == figure.unit()).map(Figure::value);

    return Stream.concat(known, meantAlike).anyMatch(fact -> figure.isAbout(Math.abs(fact)));
  }

  /** Relative changes; only paydays are compared. */
  private Stream<Double> changes(int sign) {
    return Stream.ofNullable(facts.paydayPercent()).filter(it -> Math.signum(it) == sign);
  }

  private Stream<Double> times() {
    return Stream.concat(
        facts.categories().stream().map(FactSheet.Category::timesUsual),
        facts.pairs().stream().map(FactSheet.Pair::timesUsual));
  }

  private Stream<Double> visits() {
    return Stream.of(
            Stream.of(facts.visitsPerWeek()),
            facts.products().stream().map(FactSheet.Product::visitsPerWeek),
            facts.baskets().stream().map(FactSheet.Basket::visitsPerWeek),
            facts.offers().stream().flatMap(it -> Stream.of(it.effectLow(), it.effectHigh())))
        .flatMap(stream -> stream);
  }
}
