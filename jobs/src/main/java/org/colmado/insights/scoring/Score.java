package org.colmado.insights.scoring;

import java.time.LocalDate;
import org.colmado.insights.schema.Columns;
import org.colmado.insights.schema.TableRow;
import org.colmado.insights.table.QualityScorecard;

/**
 * The value of a measure for one store.
 *
 * @param value null: nothing to measure
 */
public record Score(String storeId, Measure measure, Double value) {
  /** Whether the target is met; null: nothing to measure. */
  public Boolean holds() {
    return value == null ? null : measure.holds().test(value);
  }

  /** A row of {@link QualityScorecard}. */
  public TableRow row(LocalDate asOf, String runId) {
    return TableRow.of(QualityScorecard.TABLE)
        .with(QualityScorecard.STORE_ID, storeId)
        .with(Columns.AS_OF, asOf)
        .with(QualityScorecard.MEASURE, measure.name())
        .with(QualityScorecard.VALUE, value)
        .with(QualityScorecard.TARGET, measure.target())
        .with(QualityScorecard.HOLDS, holds())
        .with(Columns.RUN_ID, runId);
  }
}
