package org.colmado.insights.personas.asking;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.colmado.insights.personas.facts.FactSheets;
import org.colmado.insights.personas.facts.ForecastHours;
import org.colmado.insights.personas.facts.PersonaRules;
import org.colmado.insights.personas.facts.PreviousFacts;
import org.colmado.insights.personas.facts.SegmentFacts;
import org.colmado.insights.personas.facts.SegmentVisits;
import org.colmado.insights.products.Categories;
import org.colmado.insights.spark.IntermediateResults;
import org.colmado.insights.table.Segments;

/**
 * The facts of every segment of a night and the rule-based text about them: store_id, segment_type,
 * segment_id, facts, facts_hash, by_rules.
 *
 * @param alcoholHours hours in which alcohol may be sold on all coming days
 * @param model that would be asked
 */
public record PersonaFacts(
    PersonaRules rules, Categories categories, List<Integer> alcoholHours, String model) {
  private static final String FACTS_TEXT = "facts_text";

  /**
   * The input tables.
   *
   * @param segments of the night
   * @param pairs of the store's latest offers
   * @param coming rows of {@link ForecastHours}
   */
  public record Sources(
      Dataset<Row> segments,
      Dataset<Row> features,
      Dataset<Row> lines,
      Dataset<Row> pairs,
      Dataset<Row> products,
      Dataset<Row> stores,
      Dataset<Row> feedback,
      Dataset<Row> coming) {}

  /**
   * The facts.
   *
   * @param before rows of {@link PreviousFacts}; kept if the facts did not change materially
   */
  public Dataset<Row> from(Sources sources, Dataset<Row> before, IntermediateResults intermediate) {
    Dataset<Row> visits =
        intermediate.cached(SegmentVisits.from(sources.features(), sources.segments()));
    Dataset<Row> counted =
        new SegmentFacts(rules, intermediate)
            .from(
                sources.segments(),
                visits,
                sources.lines(),
                sources.pairs(),
                sources.products(),
                sources.stores(),
                sources.feedback());
    String[] key = {Segments.STORE_ID, Segments.SEGMENT_TYPE, Segments.SEGMENT_ID};
    SegmentFactsText tell =
        new SegmentFactsText(new FactSheets(rules, categories, alcoholHours), model);

    return counted
        .join(before, key, "left")
        .join(sources.coming(), Segments.STORE_ID, "left")
        .withColumn(
            FACTS_TEXT,
            udf(tell, SegmentFactsText.FACTS_TEXT)
                .apply(
                    col(SegmentFacts.COUNTED),
                    col(PreviousFacts.FACTS_BEFORE),
                    col(ForecastHours.HOURS)))
        .select(col(key[0]), col(key[1]), col(key[2]), col(FACTS_TEXT + ".*"));
  }
}
