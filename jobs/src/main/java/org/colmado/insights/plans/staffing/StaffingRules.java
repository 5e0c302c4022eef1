package org.colmado.insights.plans.staffing;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;
import org.colmado.insights.config.Expect;

/**
 * How hands are planned.
 *
 * @param service how long serving takes, where a store has nothing of its own
 * @param stores the same by store
 * @param counterWaitSeconds a customer at the counter is to wait no longer
 * @param riderWaitSeconds a delivery is to wait no longer for a rider
 * @param mostWaiting share of those who may wait longer all the same, 0 to 1
 * @param rateQuantile of the forecast rate of customers that an hour is manned for, 0.5 to 0.99
 * @param leastClerks in every open hour
 * @param leastShiftHours of a shift
 * @param mostShiftHours of a shift
 * @param deliveryDays how far back the share of deliveries is learned
 */
public record StaffingRules(
    ServiceTimes service,
    Map<String, ServiceTimes> stores,
    double counterWaitSeconds,
    double riderWaitSeconds,
    double mostWaiting,
    double rateQuantile,
    int leastClerks,
    int leastShiftHours,
    int mostShiftHours,
    int deliveryDays)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  public StaffingRules {
    stores = new TreeMap<>(stores);
    Expect.between("counter-wait-seconds", counterWaitSeconds, 1, 3_600);
    Expect.between("rider-wait-seconds", riderWaitSeconds, 1, 86_400);
    Expect.between("most-waiting", mostWaiting, 0.0001, 0.9);
    Expect.between("rate-quantile", rateQuantile, 0.5, 0.99);
    Expect.between("least-clerks", leastClerks, 1, 100);
    Expect.between("least-shift-hours", leastShiftHours, 1, 24);
    Expect.between("most-shift-hours", mostShiftHours, leastShiftHours, 24);
    Expect.between("delivery-days", deliveryDays, 7, 365);
  }

  /** How long serving takes in a store. */
  ServiceTimes of(String store) {
    return stores.getOrDefault(store, service);
  }
}
