package org.colmado.insights.personas.grok;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.colmado.insights.standin.FakeGrok;
import org.colmado.insights.standin.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
              GrokTrial.PRICE.of(reply.inputTokens(), reply.cachedTokens(), reply.outputTokens()))
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

  /** D32: a model that is gone, or a limit that is too low, is not found out call by call. */
  // D32: docs/defects.md
  @ParameterizedTest
  @EnumSource(names = {"MODEL_GONE", "BAD_REQUEST", "INCOMPLETE", "TIMEOUT", "RATE_LIMITED"})
  void asksNoMoreWhenEveryCallFailsForAReasonThatStays(Fault fault) {
    FakeGrok server = server(Collections.nCopies(9, fault).toArray(Fault[]::new));
    GrokRules rules =
        GrokTrial.rules(server.endpoint(), new GrokRules.Timeouts(5, 0.25, 20), 2 /* failures */);
    try (GrokTrial trial = GrokTrial.over(server, rules)) {
      trial.ask();
      assertThat(trial.client().whyOpen()).isEmpty();
      trial.ask();
      int calls = server.calls();

      assertThat(trial.client().whyOpen().orElseThrow()).contains("2 calls in a row failed");
      assertThat(trial.ask().status()).isEqualTo(GrokStatus.NOT_ASKED);
      assertThat(server.calls()).isEqualTo(calls);
    }
  }

  /** A product's name that a safety check dislikes is told of in many segments. */
  @Test
  void asksOnWhereOnlySomeQuestionsAreNotLiked() {
    FakeGrok server =
        server(Fault.CONTENT_REFUSED, Fault.MODEL_REFUSES, Fault.CONTENT_REFUSED, Fault.NO_TICKS);
    GrokRules rules =
        GrokTrial.rules(server.endpoint(), new GrokRules.Timeouts(5, 10, 20), 2 /* failures */);
    try (GrokTrial trial = GrokTrial.over(server, rules)) {
      trial.ask();
      trial.ask();
      trial.ask();

      assertThat(trial.ask().status()).isEqualTo(GrokStatus.ANSWERED);
    }
  }

  // D32: docs/defects.md
  @Test
  void tellsTheOwnerWhoFailedHowAndWhatToDo() {
    FakeGrok server = server(Fault.NO_TICKS, Fault.MODEL_GONE, Fault.MODEL_GONE);
    String endpoint = server.endpoint();
    GrokRules rules = GrokTrial.rules(endpoint, new GrokRules.Timeouts(5, 10, 20), 1);
    try (GrokTrial trial = GrokTrial.over(server, rules)) {
      trial.ask();
      assertThat(trial.client().failureSummary()).isEmpty();
      trial.ask();
      trial.ask();

      assertThat(trial.client().failureSummary().orElseThrow())
          .isEqualTo(
              "grok-4.3 at %s gave no answer to 1 of 2 questions and is asked no more tonight;"
                      .formatted(endpoint)
                  + " the last: HTTP 404: The model grok-4.3 does not exist or your team does not"
                  + " have access to it. -> see model, reasoning-effort and endpoint in"
                  + " conf/grok.yaml; xAI's models are at docs.x.ai/developers/models");
    }
  }

  /** The true time of the request: a night that asks for an hour has calls of all of it. */
  @Test
  void saysWhenEachQuestionWasAsked() {
    Instant later = GrokTrial.NOW.plusSeconds(3_600);
    try (FakeGrok server = server();
        GrokClient client =
            new GrokClient(
                GrokTrial.rules(server.endpoint()),
                GrokTrial.key(),
                Clock.fixed(later, ZoneOffset.UTC),
                wait -> {})) {
      assertThat(client.ask(GrokTrial.question()).askedAt()).isEqualTo(later);
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

  private static FakeGrok server(Fault... script) {
    try {
      return FakeGrok.bySchema(List.of(script)).start(0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
