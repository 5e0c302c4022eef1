package org.colmado.insights.personas.asking;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.colmado.insights.lake.Lake;
import org.colmado.insights.table.GrokCalls;

/** The table {@link GrokCalls}: where calls are persisted, and what they cost. */
public record GrokCallTable(Lake lake) implements CallStore {
  @Override
  public void reserve(List<Row> calls) {
    lake.append(GrokCalls.TABLE, calls);
  }

  @Override
  public void settle(List<Row> calls) {
    lake.merge(GrokCalls.TABLE, lake.rows(GrokCalls.TABLE, calls).coalesce(1));
  }

  /**
   * Calls whose answers may still be reused.
   *
   * @param answerDays days for which an answer is reused, the as-of day included
   */
  public Dataset<Row> recent(LocalDate asOf, int answerDays) {
    Column isRecent = col(GrokCalls.AS_OF).between(lit(asOf.minusDays(answerDays - 1L)), lit(asOf));

    return lake.read(GrokCalls.TABLE).where(isRecent);
  }

  /** Cost in US$ of the calendar month, UTC, of an instant; reservations included. */
  public BigDecimal spentInMonthOf(Instant at) {
    LocalDate first = at.atZone(ZoneOffset.UTC).toLocalDate().withDayOfMonth(1);
    Instant from = first.atStartOfDay(ZoneOffset.UTC).toInstant();
    Instant to = first.plusMonths(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    Row total =
        lake.read(GrokCalls.TABLE)
            .where(col(GrokCalls.ASKED_AT).geq(lit(from)).and(col(GrokCalls.ASKED_AT).lt(lit(to))))
            .agg(sum(GrokCalls.COST_USD))
            .first();

    return total.isNullAt(0) ? BigDecimal.ZERO : total.getDecimal(0);
  }
}
