package org.colmado.insights.lake.sql;

import java.util.Optional;
import java.util.function.Function;
import scala.runtime.AbstractPartialFunction;

/** A change of some nodes of a plan or an expression, in the form that Spark's trees take it. */
final class Replacement<N> extends AbstractPartialFunction<N, N> {
  private static final long serialVersionUID = 1L;

  private final transient Function<N, Optional<N>> change;

  /**
   * @param change the new node; empty: the node stays
   */
  Replacement(Function<N, Optional<N>> change) {
    this.change = change;
  }

  @Override
  public boolean isDefinedAt(N node) {
    return change.apply(node).isPresent();
  }

  @Override
  public N apply(N node) {
    return change.apply(node).orElse(node);
  }
}
