package org.colmado.insights.personas.mentions;

import java.math.BigDecimal;
import java.util.Set;
import org.colmado.insights.personas.wording.Narrative.Claim;

/**
 * A number, hour, weekday, category or tender in a text.
 *
 * @param text as it stands, or in plain words
 * @param claims what it may claim, each true; empty: no fact bears it where it stands
 */
public record Mention(String text, Set<Claim> claims) {

  static Claim claim(String fact, double value) {
    return new Claim(fact, BigDecimal.valueOf(value).stripTrailingZeros().toPlainString());
  }

  /** A stated claim with its number in the same form. */
  public static Claim normal(Claim stated) {
    try {
      return new Claim(
          stated.fact(), new BigDecimal(stated.value()).stripTrailingZeros().toPlainString());
    } catch (NumberFormatException e) {
      return stated;
    }
  }
}
