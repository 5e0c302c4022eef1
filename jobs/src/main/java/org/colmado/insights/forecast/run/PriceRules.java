package org.colmado.insights.forecast.run;

import java.io.Serializable;
import org.colmado.insights.config.Expect;
import org.colmado.insights.forecast.model.EffectChange;

/**
 * The assumed price elasticity of demand: percent change in sales if all prices rise by 1 %. It is
 * an assumption and not estimated: the prices of a store move together, slowly and with costs, so
 * its own sales cannot show the effect of prices alone.
 *
 * @param elasticity 0 or less
 * @param elasticityLow 10 % quantile
 * @param elasticityHigh 90 % quantile
 */
public record PriceRules(double elasticity, double elasticityLow, double elasticityHigh)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  public PriceRules {
    Expect.between("elasticity-low", elasticityLow, -5, elasticity);
    Expect.between("elasticity", elasticity, -5, 0);
    Expect.between("elasticity-high", elasticityHigh, elasticity, 0);
  }

  /**
   * The effect of a price change. Fewer purchases are assumed to be fewer visits, not smaller
   * baskets.
   *
   * @param share relative price change; 0.05 is 5 % up
   * @param isMoney true for revenue at the new prices, false for visits
   */
  EffectChange change(double share, boolean isMoney) {
    double log = Math.log1p(share);
    double deviation = (elasticityHigh - elasticityLow) / (2 * EffectChange.TENTH);

    return new EffectChange(log * (elasticity + (isMoney ? 1 : 0)), Math.abs(log) * deviation);
  }
}
