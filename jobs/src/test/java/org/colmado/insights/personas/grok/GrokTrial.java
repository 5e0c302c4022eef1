package org.colmado.insights.personas.grok;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.colmado.insights.standin.FakeGrok;
import org.colmado.insights.standin.Fault;

/**
 * A client before a fake server, where the clock stands still and waits take no time.
 *
 * @param waits how long the client would have waited
 */
public record GrokTrial(FakeGrok server, GrokClient client, List<Duration> waits)
    implements AutoCloseable {
  /** Of grok-4.3, US$ per million tokens. */
  public static final Price PRICE =
      new Price(new BigDecimal("1.25"), new BigDecimal("0.20"), new BigDecimal("2.50"));

  static final String KEY = "xai-9fKq7Zt2LwB4mVxR8sYd";
  static final Instant NOW = Instant.parse("2026-10-24T12:00:00Z");
  static final BigDecimal CAP = new BigDecimal("1.00");

  public static GrokTrial with(Fault... script) {
    return with(3, script);
  }

  /** The same with so many attempts a question. */
  static GrokTrial with(int attempts, Fault... script) {
    try {
      FakeGrok server = FakeGrok.bySchema(List.of(script)).start(0);
      boolean isPatient = !List.of(script).contains(Fault.TIMEOUT);
      GrokRules.Timeouts timeouts = new GrokRules.Timeouts(5, isPatient ? 10 : 0.25, 20);
      return over(server, rules(server.endpoint(), timeouts, 1_000, attempts));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static GrokTrial over(FakeGrok server, GrokRules rules) {
    List<Duration> waits = new CopyOnWriteArrayList<>();

    return new GrokTrial(server, new GrokClient(rules, key(), clock(), waits::add), waits);
  }

  public GrokReply ask() {
    return client.ask(question());
  }

  static ApiKey key() {
    return ApiKey.of(KEY).orElseThrow();
  }

  static Clock clock() {
    return Clock.fixed(NOW, ZoneOffset.UTC);
  }

  public static GrokQuestion question() {
    return new GrokQuestion(
        "Write for the owner of a corner shop. Use no number that is not among the facts.",
        "facts: 312 visits a week, most from 17:00 to 20:00; average RD$215.50",
        schema(),
        "persona",
        "personas-1");
  }

  private static JsonNode schema() {
    try {
      return new ObjectMapper()
          .readTree(
              """
              {"type": "object",
               "properties": {
                 "name": {"type": "string"},
                 "kind": {"type": "string", "enum": ["quick", "large"]},
                 "advice": {"type": "array", "items": {"type": "string"}}},
               "required": ["name", "kind", "advice"],
               "additionalProperties": false}
              """);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static GrokRules rules(String endpoint) {
    return rules(endpoint, new GrokRules.Timeouts(5, 10, 20), 1_000);
  }

  static GrokRules rules(String endpoint, GrokRules.Timeouts timeouts, int breakerFailures) {
    return rules(endpoint, timeouts, breakerFailures, 3);
  }

  private static GrokRules rules(
      String endpoint, GrokRules.Timeouts timeouts, int breakerFailures, int attempts) {
    return new GrokRules(
        endpoint,
        "grok-4.3",
        Optional.empty(),
        1_500,
        1_500,
        timeouts,
        new GrokRules.Retries(attempts, 500, 60),
        4,
        breakerFailures,
        1_048_576,
        CAP,
        Map.of("grok-4.3", PRICE));
  }

  @Override
  public void close() {
    client.close();
    server.close();
  }
}
