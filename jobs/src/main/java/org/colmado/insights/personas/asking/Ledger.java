package org.colmado.insights.personas.asking;

import java.util.List;
import org.apache.spark.sql.Row;

/** Where calls are written down, rows of {@link org.colmado.insights.table.GrokCalls}. */
public interface Ledger {
  /** Before the calls, at the most each can cost. Returns when they are safe. */
  void reserve(List<Row> calls);

  /** After them, in the place of what was reserved. */
  void settle(List<Row> calls);
}
