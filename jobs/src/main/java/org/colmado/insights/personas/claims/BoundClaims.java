package org.colmado.insights.personas.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.colmado.insights.personas.facts.FactSheet;
import org.colmado.insights.personas.facts.PersonaRules;
import org.colmado.insights.personas.mentions.CheckedText;
import org.colmado.insights.personas.mentions.ClockTimes;
import org.colmado.insights.personas.mentions.Evidence;
import org.colmado.insights.personas.mentions.FigureMentions;
import org.colmado.insights.personas.mentions.Mention;
import org.colmado.insights.personas.mentions.NamedGoods;
import org.colmado.insights.personas.mentions.Part;
import org.colmado.insights.personas.mentions.Subject;
import org.colmado.insights.personas.mentions.Subject.Kind;
import org.colmado.insights.personas.mentions.Subjects;
import org.colmado.insights.personas.mentions.TimeMentions;
import org.colmado.insights.personas.mentions.WordList;
import org.colmado.insights.personas.wording.Narrative;
import org.colmado.insights.personas.wording.Narrative.Claim;
import org.colmado.insights.text.FoldedText;
import org.colmado.insights.text.Language;

/**
 * Checks that each mention of an answer is borne by the fact it is said of, and that the claims an
 * answer states are those its words make, in both languages.
 */
final class BoundClaims {
  private static final Pattern MOSTLY =
      Pattern.compile("\\b(?:sobre todo|mostly|most|casi siempre|almost always|mainly)\\b");
  private static final int NEAR = 25;

  private final WordList harmless;
  private final Subjects subjects;

  BoundClaims(PersonaRules rules) {
    harmless = new WordList(rules.harmless());
    subjects = new Subjects(rules);
  }

  Stream<String> problems(Evidence evidence, Narrative answer) {
    return Stream.concat(
        Part.of(evidence.facts(), answer).flatMap(part -> problems(evidence, part)),
        Stream.of(Language.values()).flatMap(language -> message(evidence, answer, language)));
  }

  private Stream<String> problems(Evidence evidence, Part part) {
    return Stream.of(Language.values())
        .flatMap(
            language -> {
              List<Mention> mentions = mentions(evidence, part, language);
              Stream<String> unborne =
                  mentions.stream()
                      .filter(it -> it.claims().isEmpty())
                      .map(it -> "'%s' is not what the facts say of this".formatted(it.text()));

              return Stream.concat(unborne, stated(part, mentions, language));
            });
  }

  /** What a part mentions in one language. */
  List<Mention> mentions(Evidence evidence, Part part, Language language) {
    return part.texts().stream()
        .map(text -> CheckedText.of(language, text, evidence, harmless))
        .flatMap(said -> mentions(evidence, part, said))
        .toList();
  }

  private Stream<Mention> mentions(Evidence evidence, Part part, CheckedText said) {
    List<Subject> found = subjects.in(evidence, said.full());

    return Stream.of(
            new FigureMentions(evidence, part, said, found).all().stream(),
            new TimeMentions(evidence, part, said).all().stream(),
            found.stream()
                .filter(it -> it.kind() == Kind.GOODS)
                .map(it -> new Mention(it.code(), Set.of(new Claim("goods", it.code())))),
            found.stream()
                .filter(it -> it.kind() == Kind.TENDER)
                .map(it -> tender(evidence.facts(), said, it)))
        .flatMap(mentions -> mentions);
  }

  /** A tender of the facts; what is said to be used most is the first of them. */
  private static Mention tender(FactSheet facts, CheckedText said, Subject tender) {
    String before =
        FoldedText.of(said.full()).substring(Math.max(0, tender.start() - NEAR), tender.start());
    long first = MOSTLY.matcher(before).find() ? 1 : facts.payments().size();
    boolean isKnown =
        facts.payments().stream().limit(first).anyMatch(it -> it.tender().equals(tender.code()));

    return new Mention(
        tender.code(), isKnown ? Set.of(new Claim("payments", tender.code())) : Set.of());
  }

  private static Stream<String> stated(Part part, List<Mention> mentions, Language language) {
    if (part.claims() == null) {
      return Stream.of();
    }

    Set<Claim> stated = part.claims().stream().map(Mention::normal).collect(Collectors.toSet());
    Set<Claim> said =
        mentions.stream().flatMap(it -> it.claims().stream()).collect(Collectors.toSet());
    Stream<String> unstated =
        mentions.stream()
            .filter(it -> !it.claims().isEmpty())
            .filter(it -> it.claims().stream().noneMatch(stated::contains))
            .map(it -> "'%s' has no claim of its own".formatted(it.text()));
    Stream<String> unsaid =
        stated.stream()
            .filter(it -> !said.contains(it))
            .map(
                it ->
                    "the claim %s = %s is not made in %s"
                        .formatted(it.fact(), it.value(), language.code()));

    return Stream.concat(unstated, unsaid);
  }

  /** A message is of one offer: its hours, and at least one of its goods if it names any. */
  private Stream<String> message(Evidence evidence, Narrative answer, Language language) {
    FactSheet facts = evidence.facts();
    CheckedText said = CheckedText.of(language, answer.campaign(), evidence, harmless);
    Set<Integer> hours = ClockTimes.of(said.own()).during();
    Set<String> goods =
        subjects.in(evidence, said.full()).stream()
            .filter(it -> it.kind() == Kind.GOODS)
            .map(Subject::code)
            .collect(Collectors.toSet());
    boolean isOfAnOffer =
        facts.offers().isEmpty()
            || facts.offers().stream()
                .anyMatch(
                    offer ->
                        offer.hours().containsAll(hours)
                            && (goods.isEmpty()
                                || offer.items().stream()
                                    .map(it -> NamedGoods.code(facts, it.es()))
                                    .anyMatch(goods::contains)));

    return isOfAnOffer
        ? Stream.of()
        : Stream.of("the message is of no offer: hours %s, goods %s".formatted(hours, goods));
  }

  /** The claims that the words of a part make: those made in both languages, one a mention. */
  List<Claim> made(Evidence evidence, Part part) {
    Set<Claim> english =
        mentions(evidence, part, Language.EN).stream()
            .flatMap(it -> it.claims().stream())
            .collect(Collectors.toSet());
    List<Claim> made = new ArrayList<>();
    for (Mention mention : mentions(evidence, part, Language.ES)) {
      mention.claims().stream()
          .filter(english::contains)
          .sorted((one, other) -> one.fact().compareTo(other.fact()))
          .findFirst()
          .filter(it -> !made.contains(it))
          .ifPresent(made::add);
    }
    return made;
  }
}
