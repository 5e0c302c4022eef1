package org.colmado.insights.personas.wording;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.colmado.insights.text.BilingualText;

/**
 * The texts about a segment.
 *
 * @param campaign draft of a message to neighbours
 */
public record Narrative(
    BilingualText persona,
    List<Recommendation> recommendations,
    List<Insight> insights,
    BilingualText campaign) {

  /** Placeholder for the night's forecast of the slot. */
  public static final String FORECAST = "{forecast}";

  public Narrative {
    Objects.requireNonNull(persona, "persona");
    Objects.requireNonNull(campaign, "campaign");
    recommendations = List.copyOf(recommendations);
    insights = List.copyOf(insights);
  }

  /**
   * A recommendation: what to offer.
   *
   * @param offerId of the fact sheet
   * @param hour one of the offer's hours
   * @param target the group it is for
   * @param text what to do
   * @param measure how to measure its success
   */
  public record Recommendation(
      String offerId, int hour, BilingualText target, BilingualText text, BilingualText measure) {
    public Recommendation {
      Stream.of(offerId, target, text, measure).forEach(Objects::requireNonNull);
    }
  }

  /**
   * An operational insight: what to prepare.
   *
   * @param slotId of the fact sheet
   * @param text with the placeholder {@code {forecast}}
   */
  public record Insight(String slotId, BilingualText text) {
    public Insight {
      Stream.of(slotId, text).forEach(Objects::requireNonNull);
    }
  }

  /** All texts, the persona first. */
  public Stream<BilingualText> texts() {
    return Stream.of(
            Stream.of(persona, campaign),
            recommendations.stream().flatMap(it -> Stream.of(it.target(), it.text(), it.measure())),
            insights.stream().map(Insight::text))
        .flatMap(stream -> stream);
  }
}
