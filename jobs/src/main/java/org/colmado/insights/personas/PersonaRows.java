package org.colmado.insights.personas;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.colmado.insights.table.Columns;
import org.colmado.insights.table.SegmentPersonas;

/**
 * Puts the facts, the text that is to be told of them and the night's forecast together as {@link
 * SegmentPersonas}, without run_id and written_at.
 *
 * @param noAnswer why a segment that was not asked about is told by rules
 */
public record PersonaRows(LocalDate asOf, String noAnswer) {
  private static final String[] KEY = {
    SegmentPersonas.STORE_ID, SegmentPersonas.SEGMENT_TYPE, SegmentPersonas.SEGMENT_ID
  };

  /** What was asked this night: key, answered (null: none), why, cost, model. */
  static final StructType ASKED =
      new StructType()
          .add(KEY[0], DataTypes.StringType)
          .add(KEY[1], DataTypes.StringType)
          .add(KEY[2], DataTypes.StringType)
          .add("new_answer", DataTypes.StringType)
          .add("why", DataTypes.StringType)
          .add("asked_usd", DataTypes.createDecimalType(18, 10))
          .add("asked_model", DataTypes.StringType);

  /**
   * The rows.
   *
   * @param told of {@link PersonaFacts}
   * @param kept of {@link KeptAnswers}
   * @param asked of {@link Asking#rows}
   * @param coming of {@link ComingHours}
   */
  public Dataset<Row> from(
      Dataset<Row> told, Dataset<Row> kept, Dataset<Row> asked, Dataset<Row> coming) {
    Column isKept = isKept();
    Column isOfTheNight = col("kept." + SegmentPersonas.AS_OF).equalTo(lit(asOf));
    Column isAnswered = col("new_answer").isNotNull();
    Column texts =
        udf(new Told(), Told.TEXTS)
            .apply(col(SegmentPersonas.FACTS), col(SegmentPersonas.ANSWER), col(ComingHours.HOURS));

    return told.join(kept, KEY, "left")
        .join(asked, KEY, "left")
        .join(coming, SegmentPersonas.STORE_ID, "left")
        .withColumn(Columns.AS_OF, lit(asOf))
        .withColumn(
            SegmentPersonas.ANSWER,
            when(isKept, col("kept.answer"))
                .otherwise(coalesce(col("new_answer"), col("by_rules"))))
        .withColumn(
            SegmentPersonas.SOURCE,
            when(isKept.and(isOfTheNight), col("kept.source"))
                .when(isKept, SegmentPersonas.CACHE)
                .when(isAnswered, SegmentPersonas.GROK)
                .otherwise(SegmentPersonas.RULES))
        .withColumn(
            SegmentPersonas.REASON,
            when(isKept.or(isAnswered), "").otherwise(coalesce(col("why"), lit(noAnswer))))
        .withColumn(
            SegmentPersonas.MODEL,
            when(isKept, col("kept.model")).when(isAnswered, col("asked_model")).otherwise(""))
        .withColumn(SegmentPersonas.PROMPT_VERSION, lit(Prompt.VERSION))
        .withColumn(
            SegmentPersonas.ANSWERED_ON, when(isKept, col("kept.answered_on")).otherwise(lit(asOf)))
        .withColumn(
            SegmentPersonas.COST_USD,
            when(isKept.and(isOfTheNight), col("kept.cost_usd"))
                .otherwise(coalesce(col("asked_usd"), lit(0))))
        .withColumn("texts", texts)
        .select(col("*"), col("texts.*"));
  }

  /**
   * Segments to be asked about.
   *
   * @param refused segments of {@code told} that are not asked about again
   */
  public static Dataset<Row> due(Dataset<Row> told, Dataset<Row> kept, Dataset<Row> refused) {
    return told.join(refused.select(KEY[0], KEY[1], KEY[2]), KEY, "left_anti")
        .join(kept, KEY, "left")
        .where(isKept().equalTo(lit(false)));
  }

  /** Segments that were not asked about, and why, as {@link Asking#rows} has those that were. */
  public static Dataset<Row> notAsked(Dataset<Row> told, String why) {
    return told.select(
        col(KEY[0]),
        col(KEY[1]),
        col(KEY[2]),
        lit(null).cast("string").as("new_answer"),
        lit(why).as("why"),
        lit(0).cast("decimal(18,10)").as("asked_usd"),
        lit("").as("asked_model"));
  }

  private static Column isKept() {
    return coalesce(
        col("kept." + SegmentPersonas.FACTS_HASH).equalTo(col(SegmentPersonas.FACTS_HASH)),
        lit(false));
  }
}
