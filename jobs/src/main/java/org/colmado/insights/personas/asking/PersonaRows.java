package org.colmado.insights.personas.asking;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.colmado.insights.personas.facts.ForecastHours;
import org.colmado.insights.personas.wording.PersonaTexts;
import org.colmado.insights.schema.Columns;
import org.colmado.insights.table.GrokCalls;
import org.colmado.insights.table.SegmentPersonas;

/**
 * Combines facts, texts and the night's forecast to rows of {@link SegmentPersonas}, without run_id
 * and written_at.
 *
 * @param noAnswer reason for the rule-based text of a segment that was not asked about
 */
public record PersonaRows(LocalDate asOf, String noAnswer) {
  private static final String[] KEY = {
    SegmentPersonas.STORE_ID, SegmentPersonas.SEGMENT_TYPE, SegmentPersonas.SEGMENT_ID
  };

  /** Column with the reason why there is no answer. */
  public static final String WHY = "why";

  /**
   * Results of this night's questions: key, answer (null: none), reason without an answer, model.
   */
  static final StructType ASKED =
      new StructType()
          .add(KEY[0], DataTypes.StringType)
          .add(KEY[1], DataTypes.StringType)
          .add(KEY[2], DataTypes.StringType)
          .add("new_answer", DataTypes.StringType)
          .add(WHY, DataTypes.StringType)
          .add("asked_model", DataTypes.StringType);

  /**
   * The rows.
   *
   * @param facts rows of {@link PersonaFacts}
   * @param kept rows of {@link CachedAnswers}
   * @param asked rows of {@link QuestionBatches#rows}
   * @param calls rows of {@link GrokCalls}, including those of this night
   * @param coming rows of {@link ForecastHours}
   */
  public Dataset<Row> from(
      Dataset<Row> facts,
      Dataset<Row> kept,
      Dataset<Row> asked,
      Dataset<Row> calls,
      Dataset<Row> coming) {
    Column isKept = col(CachedAnswers.KEPT).isNotNull();
    Column isOfTheNight = col("kept.answered_on").equalTo(lit(asOf));
    Column isAnswered = col("new_answer").isNotNull();
    Column texts =
        udf(new PersonaTexts(), PersonaTexts.TEXTS)
            .apply(
                col(SegmentPersonas.FACTS), col(SegmentPersonas.ANSWER), col(ForecastHours.HOURS));

    return facts
        .join(kept, KEY, "left")
        .join(asked, KEY, "left")
        .join(costs(calls), KEY, "left")
        .join(coming, SegmentPersonas.STORE_ID, "left")
        .withColumn(Columns.AS_OF, lit(asOf))
        .withColumn(
            SegmentPersonas.ANSWER,
            coalesce(col("kept.answer"), col("new_answer"), col("by_rules")))
        .withColumn(
            SegmentPersonas.SOURCE,
            when(isKept.and(isOfTheNight).or(isAnswered), SegmentPersonas.GROK)
                .when(isKept, SegmentPersonas.CACHE)
                .otherwise(SegmentPersonas.RULES))
        .withColumn(
            SegmentPersonas.REASON,
            when(isKept.or(isAnswered), "").otherwise(coalesce(col(WHY), lit(noAnswer))))
        .withColumn(
            SegmentPersonas.MODEL,
            when(isKept, col("kept.model")).when(isAnswered, col("asked_model")).otherwise(""))
        .withColumn(SegmentPersonas.PROMPT_VERSION, lit(Prompt.VERSION))
        .withColumn(SegmentPersonas.ANSWERED_ON, coalesce(col("kept.answered_on"), lit(asOf)))
        .withColumn(SegmentPersonas.COST_USD, coalesce(col(SegmentPersonas.COST_USD), lit(0)))
        .withColumn("texts", texts)
        .select(col("*"), col("texts.*"));
  }

  /** Cost of the night's calls by segment. */
  private Dataset<Row> costs(Dataset<Row> calls) {
    return calls
        .where(col(GrokCalls.AS_OF).equalTo(lit(asOf)))
        .groupBy(col(KEY[0]), col(KEY[1]), col(KEY[2]))
        .agg(sum(GrokCalls.COST_USD).as(SegmentPersonas.COST_USD));
  }

  /**
   * Segments to ask about.
   *
   * @param kept rows of {@link CachedAnswers}
   * @param notAskedAgain segments that are not asked about again
   */
  public static Dataset<Row> due(
      Dataset<Row> facts, Dataset<Row> kept, Dataset<Row> notAskedAgain) {
    return facts.join(notAskedAgain, KEY, "left_anti").join(kept, KEY, "left_anti");
  }

  /**
   * Segments that were not asked about, in the shape of {@link QuestionBatches#rows}.
   *
   * @param notAskedAgain with {@link #WHY}
   */
  public static Dataset<Row> notAsked(Dataset<Row> notAskedAgain) {
    return notAskedAgain.select(
        col(KEY[0]),
        col(KEY[1]),
        col(KEY[2]),
        lit(null).cast("string").as("new_answer"),
        col(WHY),
        lit("").as("asked_model"));
  }
}
