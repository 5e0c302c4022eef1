package org.colmado.insights.stage;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;

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
   * The tables, of tickets only those since any segment begins. Those that are used more than once
   * are cached.
   *
   * @param forecast hours of the coming week
   */
  PersonaFacts.Sources read(Dataset<Row> forecast, IntermediateResults intermediate) {
    Column isOfTheNight =
        col(Segments.AS_OF)
            .equalTo(lit(run.asOf()))
            .and(col(Segments.LAST_ON).gt(lit(run.asOf().minusDays(SILENT_DAYS))));
    Dataset<Row> segments =
        intermediate.checkpointed(run.lake().read(Segments.TABLE).where(isOfTheNight));
    Column isInWindow =
        col(SaleLines.BUSINESS_ON)
            .geq(lit(segments.agg(min(Segments.FIRST_ON)).first().get(0)))
            .and(col(SaleLines.BUSINESS_ON).leq(lit(run.asOf())));
    Column isKnownByNow = col(BasketRules.AS_OF).leq(lit(run.asOf()));

    return new PersonaFacts.Sources(
        segments,
        run.lake().read(TransactionFeatures.TABLE).where(isInWindow),
        run.lake().read(SaleLines.TABLE).where(isInWindow),
        intermediate.cached(run.lake().read(BasketRules.TABLE).where(isKnownByNow)),
        run.small().read(ProductCategories.TABLE),
        run.small().read(Stores.TABLE),
        run.small().read(PersonaFeedback.TABLE),
        forecast);
  }
}
