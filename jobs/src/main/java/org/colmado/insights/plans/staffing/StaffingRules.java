package org.colmado.insights.plans.staffing;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;
import org.colmado.insights.config.Expect;

/**
 * Settings of the staffing plan.
 *
 * @param service default service times
 * @param stores service times by store
 * @param counterWaitSeconds target of the wait at the counter
 * @param riderWaitSeconds target of a delivery's wait for a rider
 * @param mostWaiting maximum share of customers who wait longer, 0 to 1
 * @param rateQuantile quantile of the customer rate for which an hour is staffed, 0.5 to 0.99
 * @param leastClerks minimum number of clerks in an open hour
 * @param leastShiftHours minimum length of a shift
 * @param mostShiftHours maximum length of a shift
 * @param deliveryDays window for the share of deliveries
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

  /** Service times of a store. */
  ServiceTimes of(String store) {
    return stores.getOrDefault(store, service);
  }
}
