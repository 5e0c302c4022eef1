package org.colmado.insights.personas.grok;

import java.math.BigDecimal;
import org.colmado.insights.config.Expect;

/**
 * What a model costs, US$ per million tokens.
 *
 * @param input tokens read
 * @param cached tokens read that the server still had from an earlier call
 * @param output tokens written, the thinking ones included
 */
public record Price(BigDecimal input, BigDecimal cached, BigDecimal output) {
  private static final int MILLION_DIGITS = 6;
  private static final double MOST = 1_000;

  /** From so many input tokens on xAI bills every token of the call twice. */
  private static final long LONG_PROMPT_TOKENS = 200_000;

  private static final BigDecimal LONG_PROMPT_TIMES = BigDecimal.valueOf(2);

  public Price {
    Expect.between("input", input.doubleValue(), 0, MOST);
    Expect.between("cached", cached.doubleValue(), 0, input.doubleValue());
    Expect.between("output", output.doubleValue(), 0, MOST);
  }

  /**
   * What a call costs, US$.
   *
   * @param inputTokens the cached ones included
   */
  public BigDecimal of(long inputTokens, long cachedTokens, long outputTokens) {
    BigDecimal usd =
        input
            .multiply(BigDecimal.valueOf(inputTokens - cachedTokens))
            .add(cached.multiply(BigDecimal.valueOf(cachedTokens)))
            .add(output.multiply(BigDecimal.valueOf(outputTokens)))
            .movePointLeft(MILLION_DIGITS);

    return inputTokens < LONG_PROMPT_TOKENS ? usd : usd.multiply(LONG_PROMPT_TIMES);
  }
}
