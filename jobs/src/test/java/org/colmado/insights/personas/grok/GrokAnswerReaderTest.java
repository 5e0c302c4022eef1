package org.colmado.insights.personas.grok;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GrokAnswerReaderTest {
  private static final BigDecimal MOST = new BigDecimal("0.05");

  /** Usage of a live answer of grok-4.3 that had been told to write 16 tokens at most. */
  private static final String LIVE_USAGE =
      """
      {"input_tokens": 197, "input_tokens_details": {"cached_tokens": 128},
       "output_tokens": 111, "output_tokens_details": {"reasoning_tokens": 110},
       "total_tokens": 308, "cost_in_usd_ticks": 3893500}
      """;

  @Test
  void readsWhatALiveAnswerCost() {
    CallCost bill = read(LIVE_USAGE).bill();

    assertThat(bill.inputTokens()).isEqualTo(197);
    assertThat(bill.cachedTokens()).isEqualTo(128);
    assertThat(bill.outputTokens()).isEqualTo(111);
    assertThat(bill.costUsd()).isEqualByComparingTo("0.00038935");
    assertThat(bill.unknownUsd()).isZero();
  }

  @Test
  void reckonsTheSameByThePriceOfTheTokens() {
    CallCost bill = read(LIVE_USAGE.replace(", \"cost_in_usd_ticks\": 3893500", "")).bill();

    assertThat(bill.costUsd()).isEqualByComparingTo("0.00038935");
  }

  @Test
  void countsThinkingAlsoWhereItIsBesideTheOutput() {
    CallCost bill =
        read("{\"input_tokens\": 32, \"output_tokens\": 9, \"total_tokens\": 135}").bill();

    assertThat(bill.outputTokens()).isEqualTo(103);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "{}",
        "{\"input_tokens\": -5, \"output_tokens\": 1}",
        "{\"input_tokens\": \"5\", \"output_tokens\": 1}",
        "{\"input_tokens\": 5, \"output_tokens\": 1e30}",
        "{\"input_tokens\": 9223372036854775807, \"output_tokens\": 1}",
        "{\"input_tokens\": 5, \"output_tokens\": 5000001, \"cost_in_usd_ticks\": 1000}"
      })
  void countsTheWorstWhereTheUsageSaysNothing(String usage) {
    Attempt attempt = read(usage);

    assertThat(attempt.status()).isEqualTo(GrokStatus.ANSWERED);
    assertThat(attempt.bill().unknownUsd()).isEqualTo(MOST);
  }

  /** A row of grok_calls holds US$ below a hundred million. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1000000000000000000",
        "100000000001",
        "9999999999999999999999999999999999999999",
        "-1",
        "3893500.5",
        "null"
      })
  void reckonsByTheTokensWhereTheCostIsAbsurd(String ticks) {
    CallCost bill = read(LIVE_USAGE.replace("3893500", ticks)).bill();

    assertThat(bill.costUsd()).isEqualByComparingTo("0.00038935");
    assertThat(bill.unknownUsd()).isZero();
  }

  @Test
  void leavesAbsurdPartsOfTheTokensOut() {
    String usage = LIVE_USAGE.replace("3893500", "null");

    assertThat(read(usage.replace("128", "99999999999")).bill().cachedTokens()).isZero();
    assertThat(read(usage.replace("308", "99999999999")).bill().outputTokens()).isEqualTo(111);
  }

  @Test
  void findsARefusalInThePlaceOfAnAnswer() {
    String body =
        """
        {"status": "completed",
         "output": [{"type": "message", "status": "completed",
                     "content": [{"type": "refusal", "refusal": "I will\\nnot."}]}]}
        """;

    assertThat(attempt(body).status()).isEqualTo(GrokStatus.WITHHELD);
    assertThat(attempt(body).detail()).isEqualTo("The model will not answer: I will not.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "\"text\"", "{}", "{\"status\": \"queued\"}", "{} {}"})
  void findsNoAnswerInOtherBodies(String body) {
    assertThat(attempt(body).status()).isEqualTo(GrokStatus.BROKEN);
  }

  @Test
  void findsNoAnswerInOneThatStopsInItself() {
    String body =
        """
        {"status": "completed",
         "output": [{"type": "message", "status": "incomplete",
                     "content": [{"type": "output_text", "text": "{}"}]}]}
        """;

    assertThat(attempt(body).status()).isEqualTo(GrokStatus.INCOMPLETE);
  }

  @Test
  void findsNoAnswerInNestingWithoutEnd() {
    assertThat(attempt("[".repeat(100_000)).status()).isEqualTo(GrokStatus.BROKEN);
  }

  private static Attempt read(String usage) {
    return attempt(
        """
        {"status": "completed",
         "output": [
           {"type": "reasoning", "status": "completed", "summary": [{"text": "{\\"a\\": 2}"}]},
           {"type": "message", "status": "completed",
            "content": [{"type": "output_text", "text": "{\\"a\\": 1}"}]}],
         "usage": %s}
        """
            .formatted(usage));
  }

  private static Attempt attempt(String body) {
    return new AnswerReader(GrokTrial.PRICE, MOST, "limits")
        .read(body.getBytes(StandardCharsets.UTF_8));
  }
}
