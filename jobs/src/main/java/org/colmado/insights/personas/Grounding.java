package org.colmado.insights.personas;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.colmado.insights.personas.FactSheet.Offer;
import org.colmado.insights.personas.Figures.Figure;

/**
 * Holds an answer against the facts it was made of: every number, hour, weekday, category and
 * product in it must be there, rounding allowed; every recommendation must be an offer of the sheet
 * in one of its hours, every insight one of its slots with the forecast left to be filled in. No
 * alcohol out of hours, no discount, nothing a shop with a counter cannot do, each language in its
 * place.
 */
public record Grounding(PersonaRules rules, List<Integer> alcoholHours) implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int LEAST_RECOMMENDATIONS = 3;
  private static final int MOST_RECOMMENDATIONS = 4;
  private static final int LEAST_INSIGHTS = 2;
  private static final int MOST_INSIGHTS = 3;
  private static final int LONGEST = 1200;
  private static final String ALCOHOL = "alcohol";
  private static final Pattern NOT_ALCOHOLIC =
      Pattern.compile(
          "(?i)\\bsin alcohol\\b|\\b(?:non-|non )?alcohol(?:ic)?[ -]free\\b|\\bnon-alcoholic\\b");

  /**
   * The same of JSON texts.
   *
   * @param facts as {@link org.colmado.insights.table.SegmentPersonas} has them
   * @param answer of anyone
   */
  public List<String> problems(String facts, String answer) {
    try {
      return problems(Json.read(facts, FactSheet.class), Json.parse(answer, Narrative.class));
    } catch (JsonProcessingException e) {
      return List.of("it does not have the form that was asked for");
    }
  }

  /** What is wrong with the answer, in words that its author can go by; none: it holds. */
  List<String> problems(FactSheet facts, Narrative answer) {
    List<String> problems = new ArrayList<>();
    recommendations(facts, answer, problems);
    insights(facts, answer, problems);
    answer.texts().forEach(text -> said(facts, text, problems));
    answer
        .texts()
        .skip(1)
        .forEach(text -> alcoholHours(facts, text.es() + "; " + text.en(), problems));
    forecasts(answer, problems);
    return problems.stream().distinct().toList();
  }

  private static void recommendations(FactSheet facts, Narrative answer, List<String> problems) {
    int number = answer.recommendations().size();
    int least = Math.min(LEAST_RECOMMENDATIONS, facts.offers().size());
    if (number < least || number > MOST_RECOMMENDATIONS) {
      problems.add(
          "%d recommendations, expected %d to %d".formatted(number, least, MOST_RECOMMENDATIONS));
    }

    Map<String, Offer> offers =
        facts.offers().stream().collect(Collectors.toMap(Offer::id, Function.identity()));
    Set<String> taken = new HashSet<>();
    for (Narrative.Recommendation it : answer.recommendations()) {
      Offer offer = offers.get(it.offerId());
      if (offer == null || !taken.add(it.offerId())) {
        problems.add("offer '%s' is not in the facts, or is there twice".formatted(it.offerId()));
      } else if (!offer.hours().contains(it.hour())) {
        problems.add(
            "offer %s at %d:00, expected an hour of %s"
                .formatted(it.offerId(), it.hour(), offer.hours()));
      }
    }
  }

  private static void insights(FactSheet facts, Narrative answer, List<String> problems) {
    int number = answer.insights().size();
    int least = Math.min(LEAST_INSIGHTS, facts.slots().size());
    if (number < least || number > MOST_INSIGHTS) {
      problems.add("%d insights, expected %d to %d".formatted(number, least, MOST_INSIGHTS));
    }

    Set<String> slots = facts.slots().stream().map(FactSheet.Slot::id).collect(Collectors.toSet());
    Set<String> taken = new HashSet<>();
    for (Narrative.Insight it : answer.insights()) {
      if (!slots.contains(it.slotId()) || !taken.add(it.slotId())) {
        problems.add("slot '%s' is not in the facts, or is there twice".formatted(it.slotId()));
      }
    }
  }

  private void said(FactSheet facts, Text text, List<String> problems) {
    if (text.isBlank()) {
      problems.add("an empty text");
      return;
    }

    LanguageSigns.problems(text, problems);
    Set<String> shared =
        facts.names().flatMap(it -> Stream.of(it.es(), it.en())).collect(Collectors.toSet());
    said(facts, Words.ES, text.es(), shared, problems);
    said(facts, Words.EN, text.en(), shared, problems);
  }

  private void said(
      FactSheet facts, Words words, String text, Set<String> names, List<String> problems) {
    if (text.length() > LONGEST) {
      problems.add("a text of %d letters, expected at most %d".formatted(text.length(), LONGEST));
      return;
    }

    String own = without(text.replace(Narrative.FORECAST, " "), names);
    numbers(facts, own, problems);
    Figures.of(own).hours().stream()
        .filter(hour -> facts.hours().noneMatch(hour::equals))
        .forEach(hour -> problems.add("the hour %d:00 is not in the facts".formatted(hour)));
    weekdays(facts, words, own, problems);
    goods(facts, own, problems);
    forbidden(own, problems);
    alcohol(facts, text, problems);
  }

  private static void numbers(FactSheet facts, String text, List<String> problems) {
    Figures figures = Figures.of(text);
    figures.odd().forEach(odd -> problems.add("'%s' is no number to check".formatted(odd)));
    for (Figure figure : figures.figures()) {
      DoubleStream known =
          switch (figure.unit()) {
            case MONEY -> doubles(facts.amounts());
            case PERCENT -> doubles(facts.percents());
            case COUNT -> doubles(facts.counts());
          };
      if (known.noneMatch(fact -> isSame(figure, Math.abs(fact)))) {
        problems.add("the number '%s' is not in the facts".formatted(figure.text()));
      }
    }
  }

  private static DoubleStream doubles(Stream<Double> numbers) {
    return numbers.mapToDouble(Double::doubleValue);
  }

  private static boolean isSame(Figure figure, double fact) {
    return Math.abs(fact - figure.value()) <= figure.digit() / 2 + 1e-9;
  }

  private static void weekdays(FactSheet facts, Words words, String text, List<String> problems) {
    Set<Integer> known = facts.weekdays().collect(Collectors.toSet());
    for (int day = 0; day < 7; day++) {
      String name = words.weekday(day);
      boolean isSaid = new WordList(List.of(name, name + "s")).in(text).isPresent();
      if (isSaid && !known.contains(day)) {
        problems.add("the weekday %s is not in the facts".formatted(name));
      }
    }
  }

  private void goods(FactSheet facts, String text, List<String> problems) {
    rules
        .goods()
        .forEach(
            (category, words) -> {
              WordList list = new WordList(words);
              Optional<String> said = list.in(text);
              if (said.isPresent() && !isKnown(facts, category, list)) {
                problems.add("'%s' is not among the goods of the facts".formatted(said.get()));
              }
            });
  }

  private static boolean isKnown(FactSheet facts, String category, WordList words) {
    return facts.categories().stream().anyMatch(it -> it.code().equals(category))
        || facts.products().stream().anyMatch(it -> it.category().equals(category))
        || facts.baskets().stream().anyMatch(it -> it.categories().contains(category))
        || facts.names().anyMatch(name -> words.in(name.es() + "; " + name.en()).isPresent());
  }

  private void forbidden(String text, List<String> problems) {
    rules
        .forbidden()
        .forEach(
            (reason, words) ->
                new WordList(words)
                    .in(text)
                    .ifPresent(word -> problems.add("'%s': %s".formatted(word, reason))));
  }

  /** Of all but the persona, which says when visits come and asks for nothing. */
  private void alcoholHours(FactSheet facts, String text, List<String> problems) {
    if (speaksOfAlcohol(facts, text)) {
      Figures.of(text).hours().stream()
          .filter(hour -> !alcoholHours.contains(hour))
          .forEach(hour -> problems.add("alcohol at %d:00, when none may be sold".formatted(hour)));
    }
  }

  /** By its words, or by the name of a product of the facts that is one. */
  private boolean speaksOfAlcohol(FactSheet facts, String text) {
    String sober = NOT_ALCOHOLIC.matcher(text).replaceAll(" ");
    boolean isNamed =
        facts.products().stream()
            .filter(product -> ALCOHOL.equals(product.category()))
            .anyMatch(product -> new WordList(List.of(product.name())).in(sober).isPresent());

    return isNamed || new WordList(rules.goods().get(ALCOHOL)).in(sober).isPresent();
  }

  private void alcohol(FactSheet facts, String text, List<String> problems) {
    if (!speaksOfAlcohol(facts, text)) {
      return;
    }

    Optional<String> young = new WordList(rules.forbiddenWithAlcohol()).in(text);
    young.ifPresent(word -> problems.add("'%s' in a text on alcohol".formatted(word)));
  }

  private static void forecasts(Narrative answer, List<String> problems) {
    boolean isMissing =
        answer.insights().stream()
            .map(Narrative.Insight::text)
            .anyMatch(
                text ->
                    !text.es().contains(Narrative.FORECAST)
                        || !text.en().contains(Narrative.FORECAST));
    Stream<Text> others =
        Stream.concat(
            Stream.of(answer.persona(), answer.campaign()),
            answer.recommendations().stream()
                .flatMap(it -> Stream.of(it.target(), it.text(), it.measure())));
    if (isMissing
        || others.anyMatch(text -> (text.es() + text.en()).contains(Narrative.FORECAST))) {
      problems.add(
          Narrative.FORECAST + " must be in both languages of every insight and nowhere else");
    }
  }

  private static String without(String text, Set<String> names) {
    String rest = text;
    for (String name : names.stream().sorted((a, b) -> b.length() - a.length()).toList()) {
      if (!name.isBlank()) {
        rest = rest.replaceAll("(?iu)" + Pattern.quote(name), " ");
      }
    }
    return rest;
  }
}
