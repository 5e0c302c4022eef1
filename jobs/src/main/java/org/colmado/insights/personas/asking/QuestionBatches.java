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
 * Asks Grok about segments from the driver, some at a time, as long as the month's budget has room
 * for the worst case of the next. What a batch can cost is written down before it is asked and
 * settled after it, so that a run that is killed between has not spent unseen.
 *
 * @param model that is asked
 * @param atOnce calls under way at the same time
 */
public record QuestionBatches(
    GrokClient client,
    Grounding grounding,
    Budget budget,
    Ledger ledger,
    QuestionRun night,
    String model,
    int atOnce) {
  /** Why a segment was not asked about: the month's money is spent. */
  public static final String NO_BUDGET = "budget";

  /** Why a segment was not asked about: the asking had ended, for a fault that would stay. */
  private static final String NOT_ASKED = GrokStatus.NOT_ASKED.name().toLowerCase(Locale.ROOT);

  private static final int BATCHES_OF = 4;

  /** Questions of a night, whatever the budget: what the driver has room and time for. */
  public static final int MOST = 5000;

  /** Why a segment was not asked about: there were too many; they come first another night. */
  public static final String LATER = "later";

  /** Shape of {@link #rows}. */
  public static final StructType SCHEMA = PersonaRows.ASKED;

  /** Asks about all of them, or as many as there is money for and a point in asking. */
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
   * The first of them that the budget has room for, at worst; it is set aside. But for the first it
   * is half of what is left at most: a run that is killed has spent all that it set aside.
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
      Asked asked = got(futures.get(i));
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

  private static Asked got(Future<Asked> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while asking", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("Cannot ask: " + e.getCause(), e.getCause());
    }
  }

  /** Why a segment is not among those that were asked about, nor has an answer. */
  public static String notAsked(List<SegmentAnswer> answered) {
    return answered.stream().anyMatch(it -> it.reason().equals(NO_BUDGET)) ? NO_BUDGET : LATER;
  }

  /** What came of it, as {@link PersonaRows} takes it. */
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
