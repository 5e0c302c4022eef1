package org.colmado.insights.stage;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.colmado.insights.personas.asking.GrokCallTable;
import org.colmado.insights.personas.asking.NightQuestions;
import org.colmado.insights.personas.asking.QuestionBatches;
import org.colmado.insights.personas.asking.QuestionRun;
import org.colmado.insights.personas.asking.SegmentAnswer;
import org.colmado.insights.personas.claims.Grounding;
import org.colmado.insights.personas.grok.ApiKey;
import org.colmado.insights.personas.grok.Budget;
import org.colmado.insights.personas.grok.GrokClient;
import org.colmado.insights.personas.grok.GrokRules;
import org.colmado.insights.run.Run;

/** The questions of one night to Grok, within the budget of the month. */
record GrokSession(Run run, GrokRules rules, ApiKey key, GrokCallTable calls) {
  /**
   * Asks about the segments.
   *
   * @param due segments to ask about
   * @param grounding check that every answer must pass
   */
  List<SegmentAnswer> ask(Dataset<Row> due, Grounding grounding) {
    Budget budget = new Budget(rules.monthlyBudgetUsd(), calls.spentInMonthOf(run.startedAt()));
    try (GrokClient client = new GrokClient(rules, key)) {
      QuestionBatches batches =
          new QuestionBatches(
              client,
              grounding,
              budget,
              calls,
              new QuestionRun(run.asOf(), run.runId(), run.startedAt()),
              rules.model(),
              rules.atOnce());

      List<SegmentAnswer> answers = batches.of(new NightQuestions(run.asOf()).from(due));
      client.failureSummary().ifPresent(it -> run.progress().say("  look at: %s", it));
      return answers;
    }
  }
}
