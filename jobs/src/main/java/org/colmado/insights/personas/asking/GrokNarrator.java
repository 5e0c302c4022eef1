package org.colmado.insights.personas.asking;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.colmado.insights.personas.claims.Grounding;
import org.colmado.insights.personas.grok.GrokQuestion;
import org.colmado.insights.personas.grok.GrokReply;
import org.colmado.insights.personas.grok.GrokStatus;
import org.colmado.insights.table.GrokCalls;

/**
 * Asks Grok about a segment and checks the answer against the facts. If the answer fails, it asks
 * once more with the list of problems.
 *
 * @param ask makes one call; does not throw for faults of the server
 */
record GrokNarrator(Function<GrokQuestion, GrokReply> ask, Grounding grounding) {
  private static final String ACCEPTED = "accepted";
  private static final String REFUSED = "refused: ";

  /**
   * The result of asking.
   *
   * @param answer JSON text that passed the check; null: none
   * @param calls one or two
   */
  record Asked(String answer, List<Call> calls) {
    /** Why there is no answer. */
    String reason() {
      Call last = calls.get(calls.size() - 1);
      return last.reply().status() == GrokStatus.ANSWERED ? "refused" : last.status();
    }
  }

  /**
   * A call with the verdict on its answer.
   *
   * @param verdict accepted, refused with the problems, or empty if there was no answer
   */
  record Call(String purpose, GrokReply reply, String verdict) {
    /** Asks about the facts. */
    String accepted() {
      return verdict.equals(ACCEPTED) ? reply.answer() : null;
    }

    String status() {
      return reply.status().name().toLowerCase(Locale.ROOT);
    }
  }

  Asked of(String facts) {
    List<Call> calls = new ArrayList<>();
    List<String> problems = call(facts, GrokCalls.ASK, Prompt.question(facts), calls);
    if (!problems.isEmpty()) {
      problems = call(facts, GrokCalls.REPAIR, Prompt.repair(facts, problems), calls);
    }

    Call last = calls.get(calls.size() - 1);
    return new Asked(last.accepted(), calls);
  }

  /** Makes a call and adds it to {@code calls}. Returns the problems of its answer. */
  private List<String> call(String facts, String purpose, GrokQuestion question, List<Call> calls) {
    GrokReply reply = ask.apply(question);
    if (reply.status() != GrokStatus.ANSWERED) {
      calls.add(new Call(purpose, reply, ""));
      return List.of();
    }

    List<String> problems = grounding.problems(facts, reply.answer());
    String verdict = problems.isEmpty() ? ACCEPTED : REFUSED + String.join("; ", problems);
    calls.add(new Call(purpose, reply, verdict));
    return problems;
  }
}
