package org.colmado.insights.stage;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.colmado.insights.personas.asking.PersonaFacts;
import org.colmado.insights.run.Run;
import org.colmado.insights.spark.IntermediateResults;
import org.colmado.insights.table.BasketRules;
import org.colmado.insights.table.PersonaFeedback;
import org.colmado.insights.table.ProductCategories;
import org.colmado.insights.table.SaleLines;
import org.colmado.insights.table.Segments;
import org.colmado.insights.table.Stores;
import org.colmado.insights.table.TransactionFeatures;

/** Reads the tables that persona facts are made of, as of the night. */
record PersonaSources(Run run) {
  /** A store without sales for so many days may be closed and gets no texts. */
  private static final int SILENT_DAYS = 28;

  /**
   * The tables. Those that are used more than once are cached.
   *
   * @param forecast hours of the coming week
   */
  PersonaFacts.Sources read(Dataset<Row> forecast, IntermediateResults intermediate) {
    Column isOfTheNight =
        col(Segments.AS_OF)
            .equalTo(lit(run.asOf()))
            .and(col(Segments.LAST_ON).gt(lit(run.asOf().minusDays(SILENT_DAYS))));
    Column isSoldByNow = col(SaleLines.BUSINESS_ON).leq(lit(run.asOf()));
    Column isKnownByNow = col(BasketRules.AS_OF).leq(lit(run.asOf()));

    return new PersonaFacts.Sources(
        intermediate.checkpointed(run.lake().read(Segments.TABLE).where(isOfTheNight)),
        run.lake().read(TransactionFeatures.TABLE),
        run.lake().read(SaleLines.TABLE).where(isSoldByNow),
        intermediate.cached(run.lake().read(BasketRules.TABLE).where(isKnownByNow)),
        run.small().read(ProductCategories.TABLE),
        run.small().read(Stores.TABLE),
        run.small().read(PersonaFeedback.TABLE),
        forecast);
  }
}
