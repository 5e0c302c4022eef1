package org.colmado.insights.personas.grok;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.stream.Stream;
import org.colmado.insights.standin.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How every fault ends, where there is one attempt and where there are three that all meet it. */
class GrokFaultsTest {
  private static final String ENDINGS =
      """
      UNAUTHORIZED             | REFUSED_KEY  | 1 | nothing | HTTP 401: Unknown token
      WRONG_KEY                | REFUSED_KEY  | 1 | nothing | Incorrect API key provided
      FORBIDDEN                | REFUSED_KEY  | 1 | nothing | HTTP 403: The team is blocked
      CONTENT_REFUSED          | WITHHELD     | 1 | nothing | HTTP 403: Content violates usage
      BAD_REQUEST              | BAD_REQUEST  | 1 | nothing | HTTP 400: Argument not supported
      MODEL_GONE               | BAD_REQUEST  | 1 | nothing | HTTP 404: The model grok-4.3 does not
      RATE_LIMITED             | RATE_LIMITED | 3 | nothing | HTTP 429: Too many requests
      RATE_LIMITED_RETRY_AFTER | RATE_LIMITED | 3 | nothing | HTTP 429: Too many requests
      RATE_LIMITED_FOR_LONG    | RATE_LIMITED | 1 | nothing | HTTP 429: Too many requests
      SERVER_ERROR             | SERVER_FAULT | 3 | nothing | HTTP 500: Internal error
      KEY_ECHOED               | SERVER_FAULT | 3 | nothing | Cannot read header Bearer ***
      BAD_GATEWAY              | SERVER_FAULT | 3 | nothing | HTTP 502
      OVERLOADED               | SERVER_FAULT | 3 | nothing | HTTP 503
      GATEWAY_TIMEOUT          | SERVER_FAULT | 3 | worst   | HTTP 504
      REDIRECT                 | BROKEN       | 1 | nothing | HTTP 307: a redirect
      TIMEOUT                  | TIMED_OUT    | 3 | worst   | No answer in time
      HANG_UP                  | BROKEN       | 3 | worst   | The answer broke off
      HALF_BODY                | BROKEN       | 3 | worst   | The answer broke off
      BROKEN_JSON              | BROKEN       | 1 | worst   | found no JSON
      BROKEN_ANSWER            | BROKEN       | 1 | billed  | an output that is not JSON
      SCHEMA_VIOLATED          | ANSWERED     | 1 | billed  |
      UNGROUNDED_NUMBER        | ANSWERED     | 1 | billed  |
      ORDERS_OBEYED            | ANSWERED     | 1 | billed  |
      HUGE_ANSWER              | BROKEN       | 1 | worst   | more than 1048576 bytes
      WRONG_CONTENT_TYPE       | BROKEN       | 1 | worst   | found content type text/html
      INCOMPLETE               | INCOMPLETE   | 1 | billed  | max_output_tokens (max-output-tokens 1500
      MODEL_REFUSES            | WITHHELD     | 1 | billed  | will not answer: I cannot help with that.
      FAILED                   | SERVER_FAULT | 1 | billed  | The server failed: The model is gone
      EMPTY_OUTPUT             | BROKEN       | 1 | billed  | no text in the output
      NO_USAGE                 | ANSWERED     | 1 | worst   |
      NO_TICKS                 | ANSWERED     | 1 | billed  |
      ABSURD_TICKS             | ANSWERED     | 1 | billed  |
      ABSURD_TOKENS            | ANSWERED     | 1 | worst   |
      """;

  /**
   * How asking ends.
   *
   * @param attempts of three, where each meets the fault
   * @param cost of an attempt: nothing; billed: by what the server said it used; worst: the most it
   *     can cost
   * @param detail words of it
   */
  private record Ending(Fault fault, GrokStatus status, int attempts, String cost, String detail) {
    static Ending of(String line) {
      String[] cells = line.split("\\|", -1);

      return new Ending(
          Fault.valueOf(cells[0].strip()),
          GrokStatus.valueOf(cells[1].strip()),
          Integer.parseInt(cells[2].strip()),
          cells[3].strip(),
          cells[4].strip());
    }
  }

  static Stream<Ending> endings() {
    return ENDINGS.lines().map(Ending::of);
  }

  @Test
  void noFaultIsLeftOut() {
    assertThat(endings().map(Ending::fault)).containsExactlyInAnyOrder(Fault.values());
  }

  @ParameterizedTest
  @MethodSource("endings")
  void endsSoAfterOneAttempt(Ending ending) {
    try (GrokTrial trial = GrokTrial.with(1, ending.fault())) {
      assertEnds(ending, trial, trial.ask(), 1);
    }
  }

  @ParameterizedTest
  @MethodSource("endings")
  void endsSoWhereTheFaultDoesNotEnd(Ending ending) {
    Fault fault = ending.fault();
    try (GrokTrial trial = GrokTrial.with(3, fault, fault, fault)) {
      assertEnds(ending, trial, trial.ask(), ending.attempts());

      assertThat(trial.waits()).hasSize(ending.attempts() - 1);
    }
  }

  private static void assertEnds(Ending ending, GrokTrial trial, GrokReply reply, int attempts) {
    assertThat(reply.status()).isEqualTo(ending.status());
    assertThat(reply.attempts()).isEqualTo(attempts).isEqualTo(trial.server().calls());
    assertThat(reply.answer() != null).isEqualTo(ending.status() == GrokStatus.ANSWERED);
    assertThat(reply.detail())
        .contains(ending.detail())
        .doesNotContain("\n", GrokTrial.KEY, GrokTrial.KEY.substring(8), "215.50");
    assertThat(reply.detail().isEmpty()).isEqualTo(ending.status() == GrokStatus.ANSWERED);
    assertCosts(ending.cost(), trial, reply, attempts);
  }

  private static void assertCosts(String cost, GrokTrial trial, GrokReply reply, int attempts) {
    GrokRules once = GrokTrial.rules(trial.server().endpoint()).once();
    BigDecimal worst = GrokRequest.worstCase(once, GrokTrial.question());
    BigDecimal byTokens =
        GrokTrial.PRICE.of(reply.inputTokens(), reply.cachedTokens(), reply.outputTokens());

    assertThat(reply.costUsd())
        .isEqualByComparingTo(cost.equals("billed") ? byTokens : BigDecimal.ZERO)
        .matches(usd -> usd.signum() > 0 == cost.equals("billed"));
    assertThat(reply.unknownUsd())
        .isEqualByComparingTo(
            cost.equals("worst") ? worst.multiply(BigDecimal.valueOf(attempts)) : BigDecimal.ZERO);
  }

  @Test
  void everyStatusOfAFaultSaysWhatToDo() {
    assertThat(endings().map(Ending::status).filter(it -> it != GrokStatus.ANSWERED))
        .allSatisfy(status -> assertThat(status.remedy()).isNotBlank());
    assertThat(Arrays.stream(GrokStatus.values()).filter(GrokStatus::isServersFault))
        .allMatch(GrokStatus::isLikelyToStay);
  }
}
