package org.colmado.insights.plans.staffing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Minimum-cost flow from supply nodes to demand nodes over arcs without capacity limits, by
 * successive shortest paths (Ahuja, Magnanti and Orlin, Network Flows, 1993, 9.7). For small
 * networks.
 */
final class MinCostFlow {
  private static final long FAR = Long.MAX_VALUE / 4;
  private static final int NO_LIMIT = Integer.MAX_VALUE / 4;

  /** An arc; every second one is the reverse of the one before. */
  private static final class Arc {
    private final int from;
    private final int to;
    private final long cost;
    private int room;

    Arc(int from, int to, long cost, int room) {
      this.from = from;
      this.to = to;
      this.cost = cost;
      this.room = room;
    }
  }

  private final int nodes;
  private final List<Arc> arcs = new ArrayList<>();

  MinCostFlow(int nodes) {
    this.nodes = nodes;
  }

  /**
   * Adds an arc.
   *
   * @param cost of a unit, 0 or more
   * @return index of the arc, for {@link #on(int)}
   */
  int arc(int from, int to, long cost) {
    arcs.add(new Arc(from, to, cost, NO_LIMIT));
    arcs.add(new Arc(to, from, -cost, 0));
    return arcs.size() - 2;
  }

  /** Flow on an arc. */
  int on(int arc) {
    return arcs.get(arc + 1).room;
  }

  /**
   * Computes the flow.
   *
   * @param given supply by node, negative for demand; the sum is 0
   */
  void send(int[] given) {
    int[] left = given.clone();
    while (Arrays.stream(left).anyMatch(units -> units > 0)) {
      long[] far = new long[nodes];
      int[] by = new int[nodes];
      measure(left, far, by);
      int end = nearestTaker(left, far);
      push(left, by, end);
    }
  }

  /** Shortest paths to all nodes from those with remaining supply (Bellman-Ford). */
  private void measure(int[] left, long[] far, int[] by) {
    Arrays.setAll(far, node -> left[node] > 0 ? 0 : FAR);
    Arrays.fill(by, -1);
    boolean isNearer = true;
    while (isNearer) {
      isNearer = false;
      for (int a = 0; a < arcs.size(); a++) {
        Arc arc = arcs.get(a);
        if (arc.room > 0 && far[arc.from] < FAR && far[arc.from] + arc.cost < far[arc.to]) {
          far[arc.to] = far[arc.from] + arc.cost;
          by[arc.to] = a;
          isNearer = true;
        }
      }
    }
  }

  private static int nearestTaker(int[] left, long[] far) {
    int nearest = -1;
    for (int node = 0; node < left.length; node++) {
      if (left[node] < 0 && far[node] < FAR && (nearest < 0 || far[node] < far[nearest])) {
        nearest = node;
      }
    }
    if (nearest < 0) {
      throw new IllegalStateException("Cannot send a flow: no arc leads to the nodes that take");
    }
    return nearest;
  }

  private void push(int[] left, int[] by, int end) {
    int units = -left[end];
    int start = end;
    while (by[start] >= 0) {
      units = Math.min(units, arcs.get(by[start]).room);
      start = arcs.get(by[start]).from;
    }
    units = Math.min(units, left[start]);

    for (int node = end; by[node] >= 0; node = arcs.get(by[node]).from) {
      arcs.get(by[node]).room -= units;
      arcs.get(by[node] ^ 1).room += units;
    }
    left[start] -= units;
    left[end] += units;
  }
}
