package org.colmado.insights.personas.grok;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GrokClientTest {

  @Test
  void bringsTheAnswerAndWhatItCost() {
    try (GrokTrial trial = GrokTrial.with()) {
      GrokReply reply = trial.ask();

      assertThat(reply.status()).isEqualTo(GrokStatus.ANSWERED);
      assertThat(reply.answer()).contains("\"kind\":\"quick\"", "\"advice\":[]");
      assertThat(reply.attempts()).isEqualTo(1);
      assertThat(reply.askedAt()).isEqualTo(GrokTrial.NOW);
      assertThat(reply.detail()).isEmpty();
      assertThat(reply.costUsd())
          .isEqualByComparingTo(
              FakeAnswer.PRICE.of(reply.inputTokens(), reply.cachedTokens(), reply.outputTokens()))
          .isPositive();
      assertThat(reply.unknownUsd()).isZero();
      assertThat(trial.waits()).isEmpty();
    }
  }

  @Test
  void paysLessForInstructionsThatWereReadBefore() {
    try (GrokTrial trial = GrokTrial.with()) {
      GrokReply first = trial.ask();
      GrokReply second = trial.ask();

      assertThat(first.cachedTokens()).isZero();
      assertThat(second.cachedTokens()).isPositive();
      assertThat(second.costUsd()).isLessThan(first.costUsd());
    }
  }

  /** A fault that does not end: three attempts where another may help, else one. */
  @ParameterizedTest
  @CsvSource({
    "UNAUTHORIZED, REFUSED_KEY, 1, HTTP 401: Unknown token",
    "WRONG_KEY, REFUSED_KEY, 1, Incorrect API key provided",
    "FORBIDDEN, REFUSED_KEY, 1, HTTP 403",
    "BAD_REQUEST, BAD_REQUEST, 1, HTTP 400: Argument not supported on this model: stop",
    "RATE_LIMITED, RATE_LIMITED, 3, HTTP 429: Too many requests",
    "RATE_LIMITED_RETRY_AFTER, RATE_LIMITED, 3, HTTP 429",
    "RATE_LIMITED_FOR_LONG, RATE_LIMITED, 1, asked to wait 86400 s",
    "SERVER_ERROR, SERVER_FAULT, 3, HTTP 500: Internal error",
    "KEY_ECHOED, SERVER_FAULT, 3, HTTP 500: Cannot read header Bearer ***",
    "BAD_GATEWAY, SERVER_FAULT, 3, HTTP 502",
    "OVERLOADED, SERVER_FAULT, 3, HTTP 503",
    "GATEWAY_TIMEOUT, SERVER_FAULT, 3, HTTP 504",
    "REDIRECT, BROKEN, 1, HTTP 307: a redirect",
    "TIMEOUT, TIMED_OUT, 3, No answer in time",
    "HANG_UP, BROKEN, 3, The answer broke off",
    "HALF_BODY, BROKEN, 3, The answer broke off",
    "BROKEN_JSON, BROKEN, 1, found no JSON",
    "BROKEN_ANSWER, BROKEN, 1, an output that is not JSON",
    "HUGE_ANSWER, BROKEN, 1, more than 1048576 bytes",
    "WRONG_CONTENT_TYPE, BROKEN, 1, found content type text/html",
    "INCOMPLETE, INCOMPLETE, 1, max_output_tokens",
    "FAILED, SERVER_FAULT, 1, The server failed: The model is gone",
    "EMPTY_OUTPUT, BROKEN, 1, no text in the output",
    "SCHEMA_VIOLATED, ANSWERED, 1, ''",
    "UNGROUNDED_NUMBER, ANSWERED, 1, ''",
    "NO_USAGE, ANSWERED, 1, ''",
    "NO_TICKS, ANSWERED, 1, ''"
  })
  void saysWhatWentWrong(Fault fault, GrokStatus status, int attempts, String detail) {
    try (GrokTrial trial = GrokTrial.with(fault, fault, fault)) {
      GrokReply reply = trial.ask();

      assertThat(reply.status()).isEqualTo(status);
      assertThat(reply.attempts()).isEqualTo(attempts);
      assertThat(trial.server().calls()).isEqualTo(attempts);
      assertThat(trial.waits()).hasSize(attempts - 1);
      assertThat(reply.detail()).contains(detail).doesNotContain("\n");
      assertThat(reply.answer() != null).isEqualTo(status == GrokStatus.ANSWERED);
    }
  }

  @ParameterizedTest
  @EnumSource
  void neverTellsTheKeyNorCostsMoreThanItsWorst(Fault fault) {
    try (GrokTrial trial = GrokTrial.with(fault, fault, fault)) {
      GrokReply reply = trial.ask();

      assertThat(reply.toString()).doesNotContain(GrokTrial.KEY, GrokTrial.KEY.substring(8));
      assertThat(trial.server().bodies()).noneMatch(body -> body.contains(GrokTrial.KEY));
      assertThat(reply.mostUsd())
          .isLessThanOrEqualTo(trial.client().worstCase(GrokTrial.question()));
    }
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "RATE_LIMITED",
        "RATE_LIMITED_RETRY_AFTER",
        "SERVER_ERROR",
        "BAD_GATEWAY",
        "OVERLOADED",
        "GATEWAY_TIMEOUT",
        "TIMEOUT",
        "HANG_UP",
        "HALF_BODY"
      })
  void isAnsweredAfterAFaultThatPasses(Fault fault) {
    try (GrokTrial trial = GrokTrial.with(fault)) {
      GrokReply reply = trial.ask();

      assertThat(reply.status()).isEqualTo(GrokStatus.ANSWERED);
      assertThat(reply.attempts()).isEqualTo(2);
      assertThat(reply.detail()).isEmpty();
    }
  }

  @Test
  void countsWhatAnswersCostThatWereThrownAway() {
    try (GrokTrial trial = GrokTrial.with(Fault.INCOMPLETE)) {
      GrokReply reply = trial.ask();

      assertThat(reply.status()).isEqualTo(GrokStatus.INCOMPLETE);
      assertThat(reply.outputTokens()).isPositive();
      assertThat(reply.costUsd()).isPositive();
    }
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "TIMEOUT",
        "HANG_UP",
        "HALF_BODY",
        "GATEWAY_TIMEOUT",
        "BROKEN_JSON",
        "HUGE_ANSWER",
        "WRONG_CONTENT_TYPE",
        "NO_USAGE"
      })
  void countsTheWorstOfAnAttemptWhoseBillDidNotCome(Fault fault) {
    try (GrokTrial trial = GrokTrial.with(fault)) {
      GrokReply reply = trial.ask();

      BigDecimal all = trial.client().worstCase(GrokTrial.question());
      assertThat(reply.unknownUsd().multiply(BigDecimal.valueOf(3))).isEqualByComparingTo(all);
    }
  }

  @Test
  void waitsTwiceAsLongEveryTime() {
    try (GrokTrial trial =
        GrokTrial.with(Fault.SERVER_ERROR, Fault.SERVER_ERROR, Fault.SERVER_ERROR)) {
      trial.ask();

      assertThat(trial.waits().get(0)).isBetween(Duration.ofMillis(250), Duration.ofMillis(500));
      assertThat(trial.waits().get(1)).isBetween(Duration.ofMillis(500), Duration.ofMillis(1_000));
    }
  }

  @Test
  void waitsAsLongAsItIsAsked() {
    try (GrokTrial trial = GrokTrial.with(Fault.RATE_LIMITED_RETRY_AFTER)) {
      trial.ask();

      assertThat(trial.waits().get(0))
          .isBetween(Duration.ofMillis(1_250), Duration.ofMillis(1_500));
    }
  }

  @Test
  void asksNoMoreWhenCallAfterCallFailed() {
    Fault[] down = Collections.nCopies(6, Fault.SERVER_ERROR).toArray(Fault[]::new);
    FakeGrok server = server(down);
    GrokRules rules =
        GrokTrial.rules(server.endpoint(), new GrokRules.Timeouts(5, 10, 20), 2 /* failures */);
    try (GrokTrial trial = GrokTrial.over(server, rules)) {
      trial.ask();
      trial.ask();
      GrokReply third = trial.ask();

      assertThat(third.status()).isEqualTo(GrokStatus.NOT_ASKED);
      assertThat(third.attempts()).isZero();
      assertThat(third.mostUsd()).isZero();
      assertThat(third.detail()).contains("2 calls in a row failed, the last: HTTP 500");
      assertThat(server.calls()).isEqualTo(6);
    }
  }

  @Test
  void forgetsFailuresWhenOneCallWentWell() {
    FakeGrok server = server(Fault.BROKEN_JSON, Fault.NO_TICKS, Fault.BROKEN_JSON);
    GrokRules rules =
        GrokTrial.rules(server.endpoint(), new GrokRules.Timeouts(5, 10, 20), 2 /* failures */);
    try (GrokTrial trial = GrokTrial.over(server, rules)) {
      trial.ask();
      trial.ask();
      trial.ask();

      assertThat(trial.ask().status()).isEqualTo(GrokStatus.ANSWERED);
    }
  }

  @Test
  void asksNoMoreOnceTheKeyWasRefused() {
    try (GrokTrial trial = GrokTrial.with(Fault.UNAUTHORIZED)) {
      trial.ask();
      GrokReply second = trial.ask();

      assertThat(second.status()).isEqualTo(GrokStatus.NOT_ASKED);
      assertThat(second.detail()).contains("HTTP 401");
      assertThat(trial.server().calls()).isEqualTo(1);
    }
  }

  @Test
  void costsNothingWhereTheServerIsNotReached() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    GrokRules rules = GrokTrial.rules("http://127.0.0.1:" + port + "/v1/responses");
    try (GrokTrial trial = GrokTrial.over(server(), rules)) {
      GrokReply reply = trial.ask();

      assertThat(reply.status()).isEqualTo(GrokStatus.SERVER_FAULT);
      assertThat(reply.detail()).contains("Cannot reach the server");
      assertThat(reply.attempts()).isEqualTo(3);
      assertThat(reply.mostUsd()).isZero();
    }
  }

  @Test
  void endsAnAnswerThatTakesTooLongAltogether() throws IOException {
    try (MockWebServer slow = new MockWebServer()) {
      slow.start();
      for (int i = 0; i < 3; i++) {
        slow.enqueue(
            new MockResponse.Builder()
                .setHeader("Content-Type", "application/json")
                .body("{}")
                .bodyDelay(250, TimeUnit.MILLISECONDS)
                .build());
      }
      GrokRules rules =
          GrokTrial.rules(
              slow.url("/v1/responses").toString(), new GrokRules.Timeouts(5, 10, 0.15), 9);
      try (GrokTrial trial = GrokTrial.over(server(), rules)) {
        assertThat(trial.ask().status()).isEqualTo(GrokStatus.TIMED_OUT);
      }
    }
  }

  @Test
  void readsNoMoreThanTheMostAlsoWhereNoLengthIsSaid() throws IOException {
    try (MockWebServer huge = new MockWebServer()) {
      huge.start();
      huge.enqueue(
          new MockResponse.Builder()
              .setHeader("Content-Type", "application/json")
              .chunkedBody(" ".repeat(2_000_000), 65_536)
              .build());
      GrokRules rules =
          GrokTrial.rules(
              huge.url("/v1/responses").toString(), new GrokRules.Timeouts(5, 10, 20), 9);
      try (GrokTrial trial = GrokTrial.over(server(), rules)) {
        assertThat(trial.ask().detail()).contains("more than 1048576 bytes");
      }
    }
  }

  @Test
  void stopsWhenItIsInterrupted() {
    FakeGrok server = server(Fault.SERVER_ERROR);
    Pause interrupted =
        wait -> {
          throw new InterruptedException();
        };
    try (GrokClient client =
        new GrokClient(
            GrokTrial.rules(server.endpoint()), GrokTrial.key(), GrokTrial.clock(), interrupted)) {
      GrokReply reply = client.ask(GrokTrial.question());

      assertThat(Thread.interrupted()).isTrue();
      assertThat(reply.status()).isEqualTo(GrokStatus.SERVER_FAULT);
      assertThat(reply.detail()).contains("interrupted");
    } finally {
      server.close();
    }
  }

  @Test
  void letsNoMoreThroughAtOnceThanAllowed() throws Exception {
    AtomicInteger underWay = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    FakeGrok server =
        FakeGrok.answering(
                input -> {
                  most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
                  pause();
                  underWay.decrementAndGet();
                  return "{}";
                },
                List.of())
            .start(0);
    ExecutorService threads = Executors.newFixedThreadPool(12);
    try (GrokTrial trial =
        GrokTrial.over(
            server, GrokTrial.rules(server.endpoint(), new GrokRules.Timeouts(5, 10, 20), 9))) {
      Callable<GrokReply> call = trial::ask;
      threads.invokeAll(Collections.nCopies(12, call));

      assertThat(server.calls()).isEqualTo(12);
      assertThat(most.get()).isEqualTo(4);
    } finally {
      threads.shutdownNow();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(30);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static FakeGrok server(Fault... script) {
    try {
      return FakeGrok.bySchema(List.of(script)).start(0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
