package org.colmado.insights.scoring;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.colmado.insights.table.GrokCalls;
import org.colmado.insights.table.SegmentPersonas;

/**
 * Scorecard measures of persona texts, from {@link GrokCalls} of 30 nights and the night's {@link
 * SegmentPersonas}.
 */
public final class PersonaMeasures {
  private static final int MONTH_DAYS = 30;
  private static final String USD = "personas_usd";
  private static final String ANSWERS = "persona_answers";
  private static final String REFUSED = "persona_answers_refused";
  private static final String ASKABLE = "personas_askable";
  private static final String UNANSWERED = "personas_unanswered";

  /** Reasons for a rule-based text that are no failure: asking was not intended. */
  private static final Object[] NOT_TO_BE_ASKED = {"no_key", "budget", "later"};

  /**
   * Reason for a rule-based text: the grounding check refused the answer; {@code
   * persona_answers_refused_share} measures that.
   */
  private static final String DID_NOT_HOLD = "refused";

  static final List<Measure> ALL =
      List.of(
          new Measure(
              "personas_usd_a_store_month",
              sums -> sums.get(USD),
              "1.00 or less",
              value -> value <= 1),
          new Measure(
              "persona_answers_refused_share",
              Measure.share(REFUSED, ANSWERS),
              "0.20 or less",
              value -> value <= 0.2),
          new Measure(
              "personas_by_rules_with_key_share",
              Measure.share(UNANSWERED, ASKABLE),
              "0",
              value -> value == 0));

  private PersonaMeasures() {}

  /** One row for each store: its id, cost of its calls in US$, answers, and refused answers. */
  public static Dataset<Row> sums(Dataset<Row> calls, LocalDate asOf) {
    Column isOfTheMonth =
        col(GrokCalls.AS_OF)
            .gt(lit(asOf.minusDays(MONTH_DAYS)))
            .and(col(GrokCalls.AS_OF).leq(lit(asOf)));
    Column isAnswer = col(GrokCalls.VERDICT).notEqual("");

    return calls
        .where(isOfTheMonth)
        .groupBy(col(GrokCalls.STORE_ID))
        .agg(
            sum(GrokCalls.COST_USD).as(USD),
            count(when(isAnswer, 1)).as(ANSWERS),
            count(when(isAnswer.and(col(GrokCalls.VERDICT).startsWith("refused")), 1)).as(REFUSED));
  }

  /**
   * One row for each store: its id, segments that could be asked about, and those with a rule-based
   * text because a call failed.
   *
   * @param personas of the night
   */
  public static Dataset<Row> ofTexts(Dataset<Row> personas) {
    Column reason = col(SegmentPersonas.REASON);
    Column isAskable = not(reason.isin(NOT_TO_BE_ASKED));
    Column isUnanswered =
        isAskable
            .and(col(SegmentPersonas.SOURCE).equalTo(SegmentPersonas.RULES))
            .and(reason.notEqual(DID_NOT_HOLD));

    return personas
        .groupBy(col(SegmentPersonas.STORE_ID))
        .agg(count(when(isAskable, 1)).as(ASKABLE), count(when(isUnanswered, 1)).as(UNANSWERED));
  }
}
