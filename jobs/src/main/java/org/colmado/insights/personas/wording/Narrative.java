package org.colmado.insights.personas.wording;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.colmado.insights.text.BilingualText;

/**
 * The texts about a segment. Claims name the facts behind a text; null: none are stated, and the
 * text is checked by its words alone.
 *
 * @param campaign draft of a message to neighbours
 */
public record Narrative(
    BilingualText persona,
    List<Claim> personaClaims,
    List<Recommendation> recommendations,
    List<Insight> insights,
    BilingualText campaign,
    List<Claim> campaignClaims) {

  /** Placeholder for the night's forecast of the slot. */
  public static final String FORECAST = "{forecast}";

  public Narrative {
    Objects.requireNonNull(persona, "persona");
    Objects.requireNonNull(campaign, "campaign");
    recommendations = List.copyOf(recommendations);
    insights = List.copyOf(insights);
    personaClaims = personaClaims == null ? null : List.copyOf(personaClaims);
    campaignClaims = campaignClaims == null ? null : List.copyOf(campaignClaims);
  }

  /** Texts without stated claims. */
  public Narrative(
      BilingualText persona,
      List<Recommendation> recommendations,
      List<Insight> insights,
      BilingualText campaign) {
    this(persona, null, recommendations, insights, campaign, null);
  }

  /**
   * What a text says of a fact.
   *
   * @param fact path of the fact in the sheet, such as {@code categories.bakery.value_percent}
   * @param value as it is in the sheet
   */
  public record Claim(String fact, String value) {
    public Claim {
      Objects.requireNonNull(fact, "fact");
      Objects.requireNonNull(value, "value");
    }
  }

  /**
   * A recommendation: what to offer.
   *
   * @param offerId of the fact sheet
   * @param hour one of the offer's hours
   * @param target the group it is for
   * @param text what to do
   * @param measure how to measure its success
   * @param claims of the three texts
   */
  public record Recommendation(
      String offerId,
      int hour,
      BilingualText target,
      BilingualText text,
      BilingualText measure,
      List<Claim> claims) {
    public Recommendation {
      Stream.of(offerId, target, text, measure).forEach(Objects::requireNonNull);
      claims = claims == null ? null : List.copyOf(claims);
    }

    /** Without stated claims. */
    public Recommendation(
        String offerId, int hour, BilingualText target, BilingualText text, BilingualText measure) {
      this(offerId, hour, target, text, measure, null);
    }
  }

  /**
   * An operational insight: what to prepare.
   *
   * @param slotId of the fact sheet
   * @param text with the placeholder {@code {forecast}}
   */
  public record Insight(String slotId, BilingualText text, List<Claim> claims) {
    public Insight {
      Stream.of(slotId, text).forEach(Objects::requireNonNull);
      claims = claims == null ? null : List.copyOf(claims);
    }

    /** Without stated claims. */
    public Insight(String slotId, BilingualText text) {
      this(slotId, text, null);
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
