package org.colmado.insights.personas.wording;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.colmado.insights.lake.SparkTypes;
import org.colmado.insights.personas.facts.FactSheet;
import org.colmado.insights.personas.facts.ForecastHours;
import org.colmado.insights.personas.facts.Json;
import org.colmado.insights.table.SegmentPersonas;
import scala.collection.Seq;

/**
 * Converts facts, an answer and the forecast hours (null: none) to the text columns of the table.
 */
public final class PersonaTexts implements UDF3<String, String, Seq<Row>, Row> {
  private static final long serialVersionUID = 1L;

  public static final StructType TEXTS =
      new StructType()
          .add(SegmentPersonas.PERSONA_ES, DataTypes.StringType)
          .add(SegmentPersonas.PERSONA_EN, DataTypes.StringType)
          .add(
              SegmentPersonas.MARKETING_RECOMMENDATIONS,
              SparkTypes.of(SegmentPersonas.RECOMMENDATIONS))
          .add(SegmentPersonas.OPERATIONAL_INSIGHTS, SparkTypes.of(SegmentPersonas.INSIGHTS))
          .add(SegmentPersonas.CAMPAIGN_DRAFT, DataTypes.StringType)
          .add(SegmentPersonas.CAMPAIGN_DRAFT_EN, DataTypes.StringType);

  @Override
  public Row call(String facts, String answer, Seq<Row> hours) {
    FactSheet sheet = Json.read(facts, FactSheet.class);
    Narrative narrative = Json.read(answer, Narrative.class);
    FilledInsights insights = new FilledInsights(ForecastHours.of(hours));

    return RowFactory.create(
        narrative.persona().es(),
        narrative.persona().en(),
        recommendations(sheet, narrative),
        insights.of(sheet, narrative).toArray(Row[]::new),
        narrative.campaign().es(),
        narrative.campaign().en());
  }

  private static Row[] recommendations(FactSheet facts, Narrative narrative) {
    Map<String, FactSheet.Offer> offers =
        facts.offers().stream().collect(Collectors.toMap(FactSheet.Offer::id, Function.identity()));

    return narrative.recommendations().stream()
        .map(it -> recommendation(it, offers.get(it.offerId())))
        .toArray(Row[]::new);
  }

  private static Row recommendation(Narrative.Recommendation it, FactSheet.Offer offer) {
    return RowFactory.create(
        offer.id(),
        it.target().es(),
        it.target().en(),
        it.text().es(),
        it.text().en(),
        it.hour(),
        offer.effectLow(),
        offer.effectHigh(),
        it.measure().es(),
        it.measure().en());
  }
}
