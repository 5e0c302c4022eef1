package org.colmado.insights.personas.mentions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.colmado.insights.personas.facts.FactSheet;
import org.colmado.insights.personas.facts.FactSheet.Offer;
import org.colmado.insights.personas.mentions.NumberMentions.Figure;
import org.colmado.insights.personas.mentions.NumberMentions.Unit;
import org.colmado.insights.personas.mentions.Subject.Kind;
import org.colmado.insights.personas.wording.Narrative.Claim;
import org.colmado.insights.text.FoldedText;

/**
 * Binds the figures of a text to facts: by unit and value, and by what their clause is about. A
 * share belongs to the category, tender, pair or whole it is said of; a range of visits is the
 * effect of an offer, from end to end.
 */
public final class FigureMentions {
  private static final Pattern RANGE =
      Pattern.compile("\\s*(?:a|to|y|and|-|hasta|until|o|or)\\s*(?:un[oa]s |about |some )?");
  private static final Pattern MOST =
      Pattern.compile(".*(?:hasta|up to|at most|a lo mas|como mucho|maximo)\\s(?:un[oa]s )?$");
  private static final Pattern LEAST =
      Pattern.compile(".*(?:al menos|por lo menos|at least|minimo)\\s(?:un[oa]s )?$");
  private static final Pattern RISES =
      Pattern.compile("\\b(?:sub\\w+|aument\\w+|crec\\w+|rise|rises|grow|grows|go up|goes up)\\b");
  private static final Pattern FALLS =
      Pattern.compile("\\b(?:baj\\w+|disminuy\\w+|caen?|fall|falls|drop|drops|go down)\\b");
  private static final Pattern DAYS = Pattern.compile("\\b(?:dias|days)\\b");
  private static final Pattern FOR_GOODS =
      Pattern.compile(".*\\b(?:por|for|su|sus|their)\\s(?:un |una |el |la |los |las |a |the )?$");
  private static final double TRIAL_WEEKS = 2;

  private final Evidence evidence;
  private final FactSheet facts;
  private final Part part;
  private final String text;
  private final String folded;
  private final List<Figure> figures;
  private final List<Subject> subjects;

  /** The figures of a text of this part, which is about these subjects. */
  public FigureMentions(Evidence evidence, Part part, CheckedText said, List<Subject> subjects) {
    this.evidence = evidence;
    this.facts = evidence.facts();
    this.part = part;
    this.subjects = subjects;
    text = ClockTimes.of(said.own()).rest();
    folded = FoldedText.of(said.full());
    figures =
        NumberMentions.of(text, said.language()).figures().stream()
            .sorted(Comparator.comparingInt(Figure::start))
            .toList();
  }

  /** One for each figure, in reading order; a range is two. */
  public List<Mention> all() {
    List<Mention> mentions = new ArrayList<>();
    for (int i = 0; i < figures.size(); i++) {
      if (i + 1 < figures.size() && isRange(figures.get(i), figures.get(i + 1))) {
        mentions.addAll(effects(figures.get(i), figures.get(i + 1)));
        i++;
      } else {
        mentions.add(new Mention(figures.get(i).text(), claims(i)));
      }
    }
    return mentions;
  }

  private boolean isRange(Figure low, Figure high) {
    return low.unit() == Unit.COUNT
        && (high.unit() == Unit.COUNT || high.unit() == Unit.VISITS)
        && low.end() <= high.start()
        && RANGE.matcher(folded.substring(low.end(), high.start())).matches();
  }

  private List<Mention> effects(Figure low, Figure high) {
    List<Offer> offers =
        part.offers().stream()
            .filter(it -> low.isAbout(it.effectLow()) && high.isAbout(it.effectHigh()))
            .filter(it -> high.change() >= 0)
            .toList();

    return List.of(
        new Mention(low.text() + " - " + high.text(), lows(offers.stream())),
        new Mention(low.text() + " - " + high.text(), highs(offers.stream())));
  }

  private static Set<Claim> lows(Stream<Offer> offers) {
    return set(
        offers.map(it -> Mention.claim("offers." + it.id() + ".effect_low", it.effectLow())));
  }

  private static Set<Claim> highs(Stream<Offer> offers) {
    return set(
        offers.map(it -> Mention.claim("offers." + it.id() + ".effect_high", it.effectHigh())));
  }

  private Set<Claim> claims(int index) {
    Figure figure = figures.get(index);
    Clause clause = Clause.of(text, figures, index);
    Set<Claim> claims =
        switch (figure.unit()) {
          case PERCENT -> percent(figure, clause);
          case VISITS -> figure.change() == 0 ? visits(figure, clause) : effect(figure, clause);
          case COUNT -> figure.change() == 0 ? count(figure, clause) : effect(figure, clause);
          case MONEY -> money(figure, clause);
          case TIMES -> times(figure, clause);
          case ITEMS -> one(figure, "items_per_basket", facts.itemsPerBasket());
          case DAYS -> one(figure, "window_days", facts.windowDays());
          case WEEKS -> one(figure, "trial_weeks", TRIAL_WEEKS);
          case UNKNOWN -> Set.of();
        };
    boolean isOfGoods =
        about(clause).stream().anyMatch(it -> it.kind() == Kind.GOODS || it.kind() == Kind.TENDER);
    boolean isMeant =
        !isOfGoods
            && evidence.meant().stream()
                .anyMatch(it -> it.unit() == figure.unit() && figure.isAbout(it.value()));

    return claims.isEmpty() && isMeant
        ? Set.of(new Claim("segment.meaning", figure.text()))
        : claims;
  }

  private Set<Claim> percent(Figure figure, Clause clause) {
    String words = folded.substring(clause.from(), clause.to());
    int change =
        figure.change() != 0
            ? figure.change()
            : RISES.matcher(words).find() ? 1 : FALLS.matcher(words).find() ? -1 : 0;
    if (change != 0) {
      return payday(figure, change, clause);
    }

    List<Subject> about = about(clause);
    Set<String> tenders = codes(about, Kind.TENDER);
    List<String> goods = goods(about);
    if (!tenders.isEmpty()) {
      return about(
          figure,
          facts.payments().stream()
              .filter(it -> tenders.equals(Set.of(it.tender())))
              .map(it -> Map.entry("payments." + it.tender() + ".percent", it.percent())));
    }
    if (goods.isEmpty()) {
      return whole(figure, clause);
    }
    return about(
        figure,
        Stream.concat(
            IntStream.range(0, facts.pairs().size())
                .filter(it -> isPair(facts.pairs().get(it), goods))
                .mapToObj(it -> Map.entry("pairs." + it, facts.pairs().get(it).percent())),
            facts.categories().stream()
                .filter(it -> Set.of(it.code()).equals(Set.copyOf(goods)))
                .map(
                    it ->
                        Map.entry(
                            "categories." + it.code() + ".value_percent", it.valuePercent()))));
  }

  private Set<Claim> whole(Figure figure, Clause clause) {
    Kind of =
        clause.own(subjects).stream()
            .filter(it -> it.start() >= figure.start())
            .map(Subject::kind)
            .filter(it -> it == Kind.VISITS || it == Kind.SALES)
            .findFirst()
            .orElse(Kind.GOODS);

    return switch (of) {
      case VISITS -> one(figure, "visit_percent", facts.visitPercent());
      case SALES -> one(figure, "revenue_percent", facts.revenuePercent());
      default -> Set.of();
    };
  }

  private Set<Claim> payday(Figure figure, int change, Clause clause) {
    boolean isOfPayday =
        Stream.concat(clause.own(subjects).stream(), clause.before(subjects).stream())
            .anyMatch(it -> it.kind() == Kind.PAYDAY);
    Double percent = facts.paydayPercent();

    return isOfPayday
            && percent != null
            && Math.signum(percent) == change
            && figure.isAbout(Math.abs(percent))
        ? Set.of(Mention.claim("payday_percent", percent))
        : Set.of();
  }

  private Set<Claim> visits(Figure figure, Clause clause) {
    List<Subject> own = clause.own(subjects);
    List<String> goods = goods(own);
    Stream<Map.Entry<String, Double>> products =
        IntStream.range(0, facts.products().size())
            .filter(it -> goods.contains(facts.products().get(it).category()))
            .mapToObj(
                it ->
                    Map.entry(
                        "products." + it + ".visits_per_week",
                        facts.products().get(it).visitsPerWeek()));
    Stream<Map.Entry<String, Double>> baskets =
        IntStream.range(0, facts.baskets().size())
            .filter(it -> isBasket(facts.baskets().get(it), goods))
            .mapToObj(
                it ->
                    Map.entry(
                        "baskets." + it + ".visits_per_week",
                        facts.baskets().get(it).visitsPerWeek()));
    boolean isWhole = goods.isEmpty() || isForGoods(figure, own);
    Stream<Map.Entry<String, Double>> whole =
        isWhole ? Stream.of(Map.entry("visits_per_week", facts.visitsPerWeek())) : Stream.of();

    return about(figure, Stream.of(products, baskets, whole).flatMap(it -> it));
  }

  /** "96 visits a week for bread" are all visits. */
  private boolean isForGoods(Figure figure, List<Subject> own) {
    return own.stream()
        .filter(it -> it.kind() == Kind.GOODS)
        .findFirst()
        .filter(it -> it.start() >= figure.end())
        .map(it -> folded.substring(figure.end(), it.start()))
        .filter(between -> FOR_GOODS.matcher(between).matches())
        .isPresent();
  }

  private Set<Claim> effect(Figure figure, Clause clause) {
    String before = folded.substring(clause.from(), figure.start());
    if (MOST.matcher(before).matches()) {
      return highs(part.offers().stream().filter(it -> figure.isAbout(it.effectHigh())));
    }
    return LEAST.matcher(before).matches()
        ? lows(part.offers().stream().filter(it -> figure.isAbout(it.effectLow())))
        : Set.of();
  }

  private Set<Claim> count(Figure figure, Clause clause) {
    boolean isOfDays = DAYS.matcher(folded.substring(clause.from(), clause.to())).find();

    return isOfDays ? one(figure, "window_days", facts.windowDays()) : Set.of();
  }

  private Set<Claim> money(Figure figure, Clause clause) {
    List<String> own = goods(clause.own(subjects));
    List<String> goods = own.isEmpty() ? goods(clause.before(subjects)) : own;
    Stream<Map.Entry<String, Double>> baskets =
        IntStream.range(0, facts.baskets().size())
            .filter(it -> isBasket(facts.baskets().get(it), goods))
            .mapToObj(
                it ->
                    Map.entry(
                        "baskets." + it + ".average_value",
                        facts.baskets().get(it).averageValue()));
    Stream<Map.Entry<String, Double>> whole =
        Set.copyOf(own).size() < 2
            ? Stream.of(Map.entry("average_basket", facts.averageBasket()))
            : Stream.of();

    return about(figure, Stream.concat(baskets, whole));
  }

  private Set<Claim> times(Figure figure, Clause clause) {
    List<String> goods = goods(about(clause));
    Stream<Map.Entry<String, Double>> pairs =
        IntStream.range(0, facts.pairs().size())
            .filter(it -> isPair(facts.pairs().get(it), goods))
            .mapToObj(
                it ->
                    Map.entry("pairs." + it + ".times_usual", facts.pairs().get(it).timesUsual()));
    Stream<Map.Entry<String, Double>> categories =
        facts.categories().stream()
            .filter(it -> Set.of(it.code()).equals(Set.copyOf(goods)))
            .map(it -> Map.entry("categories." + it.code() + ".times_usual", it.timesUsual()));

    return about(figure, Stream.concat(pairs, categories));
  }

  /** What the clause is about: goods, a tender or a whole; else what was before it. */
  private List<Subject> about(Clause clause) {
    List<Subject> own = clause.own(subjects);

    return own.isEmpty() ? clause.before(subjects) : own;
  }

  private static List<String> goods(List<Subject> subjects) {
    return subjects.stream().filter(it -> it.kind() == Kind.GOODS).map(Subject::code).toList();
  }

  private static Set<String> codes(List<Subject> subjects, Kind kind) {
    return subjects.stream()
        .filter(it -> it.kind() == kind)
        .map(Subject::code)
        .collect(Collectors.toSet());
  }

  /** Whether the first of a pair is named before the other. */
  private boolean isPair(FactSheet.Pair pair, List<String> goods) {
    int when = goods.indexOf(NamedGoods.code(facts, pair.when().es()));
    int also = goods.lastIndexOf(NamedGoods.code(facts, pair.also().es()));

    return when >= 0 && also > when;
  }

  private static boolean isBasket(FactSheet.Basket basket, List<String> goods) {
    return !goods.isEmpty() && new HashSet<>(basket.categories()).equals(new HashSet<>(goods));
  }

  private static Set<Claim> one(Figure figure, String fact, double value) {
    return about(figure, Stream.of(Map.entry(fact, value)));
  }

  private static Set<Claim> about(Figure figure, Stream<Map.Entry<String, Double>> facts) {
    return set(
        facts
            .filter(it -> figure.isAbout(Math.abs(it.getValue())))
            .map(it -> Mention.claim(it.getKey(), it.getValue())));
  }

  private static Set<Claim> set(Stream<Claim> claims) {
    return claims.collect(Collectors.toSet());
  }
}
