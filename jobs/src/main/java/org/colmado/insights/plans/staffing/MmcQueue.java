package org.colmado.insights.plans.staffing;

/**
 * The M/M/c queue for one hour at the counter or of the riders: Poisson arrivals, exponential
 * service times, one queue for all servers, no customer leaves.
 *
 * <p>With offered load a = arrivals × service time, Erlang's loss formula is computed by B(0) = 1,
 * B(k) = a B(k-1) / (k + a B(k-1)), which is numerically stable, and from it the probability of
 * waiting, C = B / (1 - (a/c)(1 - B)). The mean wait is C / (c - a) service times; the probability
 * of a wait longer than t is C exp(-(c - a) t / service time). Unless there are more servers than
 * load, the queue grows without limit: the probabilities are 1 and the mean wait is infinite.
 *
 * <p>Source: Gross, Shortle, Thompson and Harris, Fundamentals of Queueing Theory, 4th ed., 2008,
 * 2.3 and 2.4; the recursion: Jagerman, Bell System Technical Journal 1974, 53:525.
 *
 * @param arrivalsPerHour 0 or more
 * @param serviceMinutes mean, above 0
 * @param servers 1 or more
 */
public record MmcQueue(double arrivalsPerHour, double serviceMinutes, int servers) {
  private static final double MINUTES = 60;
  private static final double SECONDS = 60;

  public MmcQueue {
    if (!(arrivalsPerHour >= 0 && serviceMinutes > 0 && servers >= 1)) {
      throw new IllegalArgumentException(
          "Cannot work out a wait: found %s arrivals, %s minutes and %s servers, expected 0 or more, above 0 and 1 or more"
              .formatted(arrivalsPerHour, serviceMinutes, servers));
    }
  }

  /**
   * The minimum number of servers for which the probability of a longer wait is at most the target.
   *
   * @param least lower limit; with 0, no servers are needed without arrivals
   */
  static int minServers(
      double arrivalsPerHour, double serviceMinutes, double seconds, double target, int least) {
    if (arrivalsPerHour <= 0) {
      return least;
    }

    int servers = Math.max(least, (int) (arrivalsPerHour * serviceMinutes / MINUTES) + 1);
    while (new MmcQueue(arrivalsPerHour, serviceMinutes, servers).chanceToWaitOver(seconds)
        > target) {
      servers++;
    }
    return servers;
  }

  /** Utilisation of a server; above 1 if the queue grows without limit. */
  double utilisation() {
    return load() / servers;
  }

  /** Probability of waiting, 0 to 1. */
  double chanceToWait() {
    if (load() >= servers) {
      return 1;
    }

    double blocked = 1;
    for (int k = 1; k <= servers; k++) {
      blocked = load() * blocked / (k + load() * blocked);
    }
    return blocked / (1 - utilisation() * (1 - blocked));
  }

  /** Mean wait over all customers, including those who do not wait; seconds. */
  double meanWaitSeconds() {
    return load() >= servers
        ? Double.POSITIVE_INFINITY
        : chanceToWait() * serviceMinutes * SECONDS / (servers - load());
  }

  /** Probability of a wait longer than so many seconds, 0 to 1. */
  public double chanceToWaitOver(double seconds) {
    double decay = (servers - load()) * seconds / (serviceMinutes * SECONDS);

    return load() >= servers ? 1 : chanceToWait() * Math.exp(-decay);
  }

  /** Offered load: mean number of busy servers if there are enough. */
  private double load() {
    return arrivalsPerHour * serviceMinutes / MINUTES;
  }
}
