package org.colmado.insights.plans.staffing;

import java.io.Serializable;
import org.colmado.insights.config.Expect;

/** Mean service times in minutes. */
public record ServiceTimes(double counterMinutes, double deliveryMinutes) implements Serializable {
  private static final long serialVersionUID = 1L;

  public ServiceTimes {
    Expect.between("counter-minutes", counterMinutes, 0.05, 240);
    Expect.between("delivery-minutes", deliveryMinutes, 0.5, 480);
  }
}
