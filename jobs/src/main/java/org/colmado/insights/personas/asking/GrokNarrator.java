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
 * Asks Grok about a segment, holds the answer against the facts and, where it does not hold, asks
 * once more with what was wrong.
 *
 * @param ask one call, which never throws for a fault of the other side
 */
record GrokNarrator(Function<GrokQuestion, GrokReply> ask, Grounding grounding) {
  private static final String ACCEPTED = "accepted";
  private static final String REFUSED = "refused: ";

  /**
   * What came of asking.
   *
   * @param answer JSON text that holds; null: there is none
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
   * A call with its verdict.
   *
   * @param verdict accepted, refused with the problems, or empty: no answer
   */
  record Call(String purpose, GrokReply reply, String verdict) {
    /** The answer, if it holds; else null. */
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

  /** Notes the call; what is wrong with its answer, nothing where there is none. */
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
