package org.colmado.insights.personas.grok;

import java.math.BigDecimal;
import org.colmado.insights.config.Expect;

/**
 * Prices of a model in US$ per million tokens.
 *
 * @param input price of input tokens
 * @param cached price of cached input tokens
 * @param output price of output tokens, including reasoning tokens
 */
public record Price(BigDecimal input, BigDecimal cached, BigDecimal output) {
  private static final int MILLION_DIGITS = 6;
  private static final double MOST = 1_000;

  /** From this number of input tokens on, xAI charges double for the whole call. */
  private static final long LONG_PROMPT_TOKENS = 200_000;

  private static final BigDecimal LONG_PROMPT_TIMES = BigDecimal.valueOf(2);

  public Price {
    Expect.between("input", input.doubleValue(), 0, MOST);
    Expect.between("cached", cached.doubleValue(), 0, input.doubleValue());
    Expect.between("output", output.doubleValue(), 0, MOST);
  }

  /**
   * Cost of a call in US$.
   *
   * @param inputTokens including cached tokens
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
