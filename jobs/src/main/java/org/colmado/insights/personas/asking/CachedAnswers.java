package org.colmado.insights.personas.asking;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.colmado.insights.personas.claims.GroundedAnswer;
import org.colmado.insights.personas.facts.PersonaRules;
import org.colmado.insights.table.GrokCalls;

/**
 * Finds earlier answers in {@link GrokCalls} that can be reused: store_id, segment_type, segment_id
 * and {@link #KEPT}, a struct of answer, model and answered_on. An answer is reused if it was given
 * to the same facts and passes the current grounding check.
 *
 * @param alcoholHours hours in which alcohol may be sold on all coming days
 */
public record CachedAnswers(PersonaRules rules, List<Integer> alcoholHours) {
  /** Name of the struct. */
  static final String KEPT = "kept";

  private static final String[] KEY = {
    GrokCalls.STORE_ID, GrokCalls.SEGMENT_TYPE, GrokCalls.SEGMENT_ID, GrokCalls.FACTS_HASH
  };

  /**
   * The answers.
   *
   * @param facts rows of {@link PersonaFacts}
   * @param calls within the time for which an answer is reused
   */
  public Dataset<Row> from(Dataset<Row> facts, Dataset<Row> calls) {
    Column kept =
        struct(col(GrokCalls.ANSWER), col(GrokCalls.MODEL), col(GrokCalls.AS_OF).as("answered_on"));
    Dataset<Row> answers =
        calls
            .where(col(GrokCalls.ANSWER).isNotNull())
            .groupBy(col(KEY[0]), col(KEY[1]), col(KEY[2]), col(KEY[3]))
            .agg(max_by(kept, col(GrokCalls.ASKED_AT)).as(KEPT));
    Column isHeld =
        udf(new GroundedAnswer(rules, alcoholHours), DataTypes.BooleanType)
            .apply(col("facts"), col(KEPT + "." + GrokCalls.ANSWER));

    return facts
        .join(answers, KEY)
        .where(isHeld)
        .select(col(KEY[0]), col(KEY[1]), col(KEY[2]), col(KEPT));
  }
}
