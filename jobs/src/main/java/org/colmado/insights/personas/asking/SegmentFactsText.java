package org.colmado.insights.personas.asking;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.colmado.insights.personas.facts.FactSheet;
import org.colmado.insights.personas.facts.FactSheets;
import org.colmado.insights.personas.facts.FactSimilarity;
import org.colmado.insights.personas.facts.ForecastHours;
import org.colmado.insights.personas.facts.Json;
import org.colmado.insights.personas.facts.SegmentCounts;
import org.colmado.insights.personas.wording.RuleNarrator;
import org.colmado.insights.text.Sha256;
import scala.collection.Seq;

/**
 * Computes the facts of a segment, their hash and the rule-based text, from its counts, the facts
 * it was last asked about, and its forecast hours (null: none). Facts without a material change
 * stay identical.
 *
 * @param model to ask
 */
record SegmentFactsText(FactSheets sheets, String model)
    implements UDF3<String, String, Seq<Row>, Row> {
  private static final long serialVersionUID = 1L;

  /** Of what comes out. */
  static final StructType FACTS_TEXT =
      new StructType()
          .add("facts", DataTypes.StringType)
          .add("facts_hash", DataTypes.StringType)
          .add("by_rules", DataTypes.StringType);

  @Override
  public Row call(String counted, String before, Seq<Row> hours) {
    FactSheet now = sheets.of(Json.read(counted, SegmentCounts.class), ForecastHours.of(hours));
    FactSheet last = before == null ? now : Json.read(before, FactSheet.class);
    FactSheet facts = new FactSimilarity(sheets.rules().movedShare()).holds(last, now) ? last : now;
    String json = Json.write(facts);

    return RowFactory.create(
        json, Sha256.of(json, Prompt.VERSION, model), Json.write(RuleNarrator.of(facts)));
  }
}
