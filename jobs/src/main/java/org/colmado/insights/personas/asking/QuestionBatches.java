package org.colmado.insights.personas.asking;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.colmado.insights.personas.asking.GrokNarrator.Asked;
import org.colmado.insights.personas.asking.GrokNarrator.Call;
import org.colmado.insights.personas.claims.Grounding;
import org.colmado.insights.personas.grok.Budget;
import org.colmado.insights.personas.grok.GrokClient;
import org.colmado.insights.personas.grok.GrokStatus;

/**
 * Asks Grok about segments from the driver in batches, as long as the month's budget covers the
 * worst case of the next batch. The maximum cost of a batch is persisted before it is sent and
 * settled after it, so that a killed run leaves no unrecorded spending.
 *
 * @param model to ask
 * @param atOnce maximum number of concurrent calls
 */
public record QuestionBatches(
    GrokClient client,
    Grounding grounding,
    Budget budget,
    CallStore ledger,
    QuestionRun night,
    String model,
    int atOnce) {
  /** Reason: the month's budget is spent. */
  public static final String NO_BUDGET = "budget";

  /** Reason: asking was stopped by a persistent fault. */
  private static final String NOT_ASKED = GrokStatus.NOT_ASKED.name().toLowerCase(Locale.ROOT);

  private static final int BATCHES_OF = 4;

  /** Maximum number of questions of a night, whatever the budget. */
  public static final int MOST = 5000;

  /** Reason: too many questions; the segment's turn comes another night. */
  public static final String LATER = "later";

  /** Shape of {@link #rows}. */
  public static final StructType SCHEMA = PersonaRows.ASKED;

  /** Asks about the segments until the budget is spent or asking is stopped. */
  public List<SegmentAnswer> of(List<SegmentQuestion> due) {
    List<SegmentAnswer> answered = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(atOnce);
    try {
      while (answered.size() < due.size()) {
        List<SegmentQuestion> left = due.subList(answered.size(), due.size());
        List<SegmentQuestion> batch = client.whyOpen().isPresent() ? List.of() : affordable(left);
        if (batch.isEmpty()) {
          String why = client.whyOpen().isPresent() ? NOT_ASKED : NO_BUDGET;
          left.forEach(it -> answered.add(unasked(it, why)));
        } else {
          answered.addAll(asked(batch, threads));
        }
      }
      return answered;
    } finally {
      threads.shutdownNow();
    }
  }

  private static SegmentAnswer unasked(SegmentQuestion due, String why) {
    return new SegmentAnswer(due, null, why);
  }

  /**
   * Takes the first questions that the budget covers at their worst case, and reserves it. A batch
   * reserves at most half of the remaining budget, as a killed run counts all reservations as
   * spent.
   */
  private List<SegmentQuestion> affordable(List<SegmentQuestion> due) {
    BigDecimal half = budget.left().divide(BigDecimal.valueOf(2), RoundingMode.FLOOR);
    List<SegmentQuestion> batch = new ArrayList<>();
    BigDecimal sum = BigDecimal.ZERO;
    for (SegmentQuestion it : due.subList(0, Math.min(due.size(), BATCHES_OF * atOnce))) {
      sum = sum.add(worst(it));
      boolean isTooMuch = !batch.isEmpty() && sum.compareTo(half) > 0;
      if (isTooMuch || !budget.reserves(worst(it))) {
        break;
      }
      batch.add(it);
    }
    return batch;
  }

  private BigDecimal worst(SegmentQuestion due) {
    return client
        .worstCase(Prompt.question(due.facts()))
        .add(client.worstCase(Prompt.longestRepair(due.facts())));
  }

  private List<SegmentAnswer> asked(List<SegmentQuestion> batch, ExecutorService threads) {
    ledger.reserve(batch.stream().map(it -> row(it).reserved(worst(it))).toList());
    GrokNarrator narrator = new GrokNarrator(client::ask, grounding);
    List<Future<Asked>> futures =
        batch.stream().map(it -> threads.submit(() -> narrator.of(it.facts()))).toList();

    List<SegmentAnswer> answered = new ArrayList<>();
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < batch.size(); i++) {
      Asked asked = result(futures.get(i));
      BigDecimal cost =
          asked.calls().stream()
              .map(call -> call.reply().mostUsd())
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      budget.settle(worst(batch.get(i)), cost);
      String reason = asked.answer() == null ? asked.reason() : "";
      answered.add(new SegmentAnswer(batch.get(i), asked.answer(), reason));
      for (Call call : asked.calls()) {
        rows.add(row(batch.get(i)).of(call));
      }
    }
    ledger.settle(rows);
    return answered;
  }

  private CallRow row(SegmentQuestion due) {
    return new CallRow(night, model, due);
  }

  private static Asked result(Future<Asked> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while asking", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("Cannot ask: " + e.getCause(), e.getCause());
    }
  }

  /** Reason for segments that were neither asked about nor answered. */
  public static String notAsked(List<SegmentAnswer> answered) {
    return answered.stream().anyMatch(it -> it.reason().equals(NO_BUDGET)) ? NO_BUDGET : LATER;
  }

  /** The results as rows of {@link #SCHEMA}. */
  public static List<Row> rows(List<SegmentAnswer> answered, String model) {
    return answered.stream()
        .map(
            it ->
                RowFactory.create(
                    it.due().store(),
                    it.due().segmentType(),
                    it.due().segmentId(),
                    it.answer(),
                    it.reason(),
                    model))
        .toList();
  }
}
