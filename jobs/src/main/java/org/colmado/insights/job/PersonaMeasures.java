package org.colmado.insights.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.colmado.insights.table.GrokCalls;

/** What {@link KeepScore} says of the texts about segments, from {@link GrokCalls} of 30 nights. */
final class PersonaMeasures {
  private static final int MONTH_DAYS = 30;
  private static final String USD = "personas_usd";
  private static final String ANSWERS = "persona_answers";
  private static final String REFUSED = "persona_answers_refused";

  static final List<KeepScore.Measure> ALL =
      List.of(
          new KeepScore.Measure(
              "personas_usd_a_store_month",
              sums -> sums.get(USD),
              "1.00 or less",
              value -> value <= 1),
          new KeepScore.Measure(
              "persona_answers_refused_share",
              sums ->
                  sums.getOrDefault(ANSWERS, 0.0) == 0
                      ? null
                      : Double.valueOf(sums.get(REFUSED) / sums.get(ANSWERS)),
              "0.20 or less",
              value -> value <= 0.2));

  private PersonaMeasures() {}

  /** A row a store: its id, US$ of its calls, answers, and those that did not hold. */
  static Dataset<Row> sums(Dataset<Row> calls, LocalDate asOf) {
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
}
