package org.colmado.insights.personas.mentions;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.colmado.insights.personas.facts.FactSheet;
import org.colmado.insights.personas.facts.FactSheet.Offer;
import org.colmado.insights.personas.facts.FactSheet.Slot;
import org.colmado.insights.personas.wording.Narrative;
import org.colmado.insights.personas.wording.Narrative.Claim;
import org.colmado.insights.text.BilingualText;

/**
 * A part of an answer, and the facts it may speak of.
 *
 * @param texts of the part
 * @param offers whose effects it may tell
 * @param hour of the recommendation; empty: any of the facts
 * @param slot of the insight; empty: any of the facts
 * @param claims stated with it; null: none
 */
public record Part(
    List<BilingualText> texts,
    List<Offer> offers,
    Optional<Integer> hour,
    Optional<Slot> slot,
    List<Claim> claims) {

  /** The parts of an answer; a recommendation or insight without its fact is left out. */
  public static Stream<Part> of(FactSheet facts, Narrative answer) {
    Stream<Part> recommendations =
        answer.recommendations().stream()
            .flatMap(
                it ->
                    facts.offers().stream()
                        .filter(offer -> offer.id().equals(it.offerId()))
                        .map(
                            offer ->
                                new Part(
                                    List.of(it.target(), it.text(), it.measure()),
                                    List.of(offer),
                                    Optional.of(it.hour()),
                                    Optional.empty(),
                                    it.claims())));
    Stream<Part> insights =
        answer.insights().stream()
            .flatMap(
                it ->
                    facts.slots().stream()
                        .filter(slot -> slot.id().equals(it.slotId()))
                        .map(
                            slot ->
                                new Part(
                                    List.of(it.text()),
                                    facts.offers(),
                                    Optional.empty(),
                                    Optional.of(slot),
                                    it.claims())));

    return Stream.of(
            Stream.of(free(facts, answer.persona(), answer.personaClaims())),
            recommendations,
            insights,
            Stream.of(free(facts, answer.campaign(), answer.campaignClaims())))
        .flatMap(parts -> parts);
  }

  private static Part free(FactSheet facts, BilingualText text, List<Claim> claims) {
    return new Part(List.of(text), facts.offers(), Optional.empty(), Optional.empty(), claims);
  }

  /** Hours that may stand alone in it; empty: those of the facts. */
  Optional<Set<Integer>> hours() {
    return hour.map(Set::of).or(() -> slot.map(it -> Set.of(it.hour())));
  }

  /** Hours that a range in it may cover; empty: those of the facts. */
  Optional<Set<Integer>> range() {
    return hour.isPresent()
        ? Optional.of(new HashSet<>(offers.get(0).hours()))
        : slot.map(it -> Set.of(it.hour()));
  }
}
