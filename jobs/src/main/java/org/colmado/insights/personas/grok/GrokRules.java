package org.colmado.insights.personas.grok;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import okhttp3.HttpUrl;
import org.colmado.insights.config.Expect;
import org.colmado.insights.config.Yaml;

/**
 * The settings of {@code conf/grok.yaml}. The key is not one of them: see {@link ApiKey}.
 *
 * @param endpoint URL of the API
 * @param model must be in {@code prices}
 * @param reasoningEffort reasoning effort of the model; absent: its default
 * @param maxOutputTokens token limit for reasoning and answer together
 * @param reasoningTokens margin above that limit in the worst-case cost, as the server was seen to
 *     exceed it
 * @param atOnce maximum number of concurrent calls
 * @param breakerFailures failed calls in a row that open the circuit breaker
 * @param mostAnswerBytes maximum size of an answer in bytes
 * @param monthlyBudgetUsd budget of a calendar month in US$; 0 disables calls
 * @param prices by model
 */
public record GrokRules(
    String endpoint,
    String model,
    Optional<String> reasoningEffort,
    int maxOutputTokens,
    int reasoningTokens,
    Timeouts timeouts,
    Retries retries,
    int atOnce,
    int breakerFailures,
    int mostAnswerBytes,
    BigDecimal monthlyBudgetUsd,
    Map<String, Price> prices) {
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1");

  /** Margin for the server's own system prompt: about 190 tokens were observed. */
  private static final int SERVERS_OWN_TOKENS = 1_000;

  public GrokRules {
    prices = new TreeMap<>(prices);
    Expect.that(
        isSafe(endpoint),
        "endpoint",
        "'" + endpoint + "'",
        "an https:// address, or http:// of this machine, without a user");
    reasoningEffort.ifPresent(
        effort -> Expect.matching("reasoning-effort", effort, "[a-z]{1,16}", "a word such as low"));
    Expect.between("max-output-tokens", maxOutputTokens, 64, 100_000);
    Expect.between("reasoning-tokens", reasoningTokens, 0, 100_000);
    Expect.between("at-once", atOnce, 1, 64);
    Expect.between("breaker-failures", breakerFailures, 1, 1_000);
    Expect.between("most-answer-bytes", mostAnswerBytes, 1_024, 100_000_000);
    Expect.between("monthly-budget-usd", monthlyBudgetUsd.doubleValue(), 0, 10_000);
    Expect.that(
        prices.containsKey(model),
        "model",
        "'" + model + "' without a price",
        "one of prices: " + prices.keySet());
  }

  /** Reads and checks the file. */
  public static GrokRules read(Path file) {
    return Yaml.read(file, GrokRules.class);
  }

  /**
   * Maximum cost of one attempt in US$. A byte-level tokeniser makes at most one token per byte, so
   * the request is counted as one token per byte.
   *
   * @param body request body
   */
  BigDecimal worstAttempt(String body) {
    long bytes = body.getBytes(StandardCharsets.UTF_8).length;
    long written = (long) maxOutputTokens + reasoningTokens;

    return price().of(bytes + SERVERS_OWN_TOKENS, 0, written);
  }

  /** Model and endpoint, for messages. */
  public String who() {
    HttpUrl plain = HttpUrl.get(endpoint).newBuilder().query(null).fragment(null).build();

    return model + " at " + plain;
  }

  /** The limits that can cut an answer, in words. */
  public String limits() {
    return "max-output-tokens %d, reasoning-effort %s"
        .formatted(maxOutputTokens, reasoningEffort.orElse("of the model"));
  }

  /** The same without retries. */
  public GrokRules once() {
    return new GrokRules(
        endpoint,
        model,
        reasoningEffort,
        maxOutputTokens,
        reasoningTokens,
        timeouts,
        new Retries(1, retries.firstWaitMs(), retries.mostWaitSeconds()),
        atOnce,
        breakerFailures,
        mostAnswerBytes,
        monthlyBudgetUsd,
        prices);
  }

  Price price() {
    return prices.get(model);
  }

  /** Whether the endpoint is encrypted or local. */
  private static boolean isSafe(String endpoint) {
    HttpUrl url = HttpUrl.parse(endpoint);

    return url != null
        && url.username().isEmpty()
        && url.password().isEmpty()
        && (url.isHttps() || LOOPBACK.contains(url.host()));
  }

  /**
   * Timeouts of an attempt.
   *
   * @param connectSeconds connect timeout
   * @param readSeconds read timeout; the server reasons before the first byte
   * @param callSeconds timeout of the whole attempt
   */
  public record Timeouts(double connectSeconds, double readSeconds, double callSeconds) {
    private static final double MILLIS = 1_000;

    public Timeouts {
      Expect.between("connect-seconds", connectSeconds, 0.05, 600);
      Expect.between("read-seconds", readSeconds, 0.05, 3_600);
      Expect.between("call-seconds", callSeconds, 0.05, 3_600);
    }

    Duration connect() {
      return duration(connectSeconds);
    }

    Duration read() {
      return duration(readSeconds);
    }

    Duration call() {
      return duration(callSeconds);
    }

    private static Duration duration(double seconds) {
      return Duration.ofMillis(Math.round(seconds * MILLIS));
    }
  }

  /**
   * Settings of retries.
   *
   * @param attempts maximum number of attempts, including the first
   * @param firstWaitMs wait before the second attempt in milliseconds; doubles with each further
   *     one
   * @param mostWaitSeconds maximum wait; if the server requests more, there is no retry
   */
  public record Retries(int attempts, int firstWaitMs, int mostWaitSeconds) {
    public Retries {
      Expect.between("attempts", attempts, 1, 10);
      Expect.between("first-wait-ms", firstWaitMs, 1, 60_000);
      Expect.between("most-wait-seconds", mostWaitSeconds, 1, 3_600);
    }
  }
}
