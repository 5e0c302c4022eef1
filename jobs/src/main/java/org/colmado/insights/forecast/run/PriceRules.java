package org.colmado.insights.forecast.run;

import java.io.Serializable;
import org.colmado.insights.config.Expect;
import org.colmado.insights.forecast.model.EffectChange;

/**
 * What buyers are assumed to do when all prices of a store change: with prices up by 1 % they buy
 * so many percent more. It is an assumption: a store's prices move together, slowly and with costs,
 * so that its own sales do not tell what prices alone did.
 *
 * @param elasticity 0 or less
 * @param elasticityLow one time in ten it is less
 * @param elasticityHigh one time in ten it is more
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
   * What a change does. Visits are assumed to be lost as purchases are, none of them made smaller.
   *
   * @param share prices rise by it; 0.05 is 5 %
   * @param isMoney whether what is sold is counted, at the other prices; else visits
   */
  EffectChange change(double share, boolean isMoney) {
    double log = Math.log1p(share);
    double deviation = (elasticityHigh - elasticityLow) / (2 * EffectChange.TENTH);

    return new EffectChange(log * (elasticity + (isMoney ? 1 : 0)), Math.abs(log) * deviation);
  }
}
