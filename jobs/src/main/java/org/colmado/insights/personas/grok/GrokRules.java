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
 * @param endpoint where requests are posted to
 * @param model one that {@code prices} has
 * @param reasoningEffort how hard the model thinks; the model's own default where absent
 * @param maxOutputTokens limit that the server is told, for thinking and answer together
 * @param reasoningTokens counted on top of that limit when the worst case is reckoned: the server
 *     was seen to think past it
 * @param atOnce calls that may be under way at the same time
 * @param breakerFailures after so many calls in a row without an answer, nothing more is asked
 * @param mostAnswerBytes longest answer that is read
 * @param monthlyBudgetUsd US$ a calendar month; 0 asks nothing
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

  /** What the server itself puts before a prompt: about 190 tokens were seen before a short one. */
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
   * US$ that one attempt cannot cost more than. A tokeniser of bytes makes no more tokens than
   * there are bytes, so the whole request is counted a token a byte.
   *
   * @param body as it is sent
   */
  BigDecimal worstAttempt(String body) {
    long bytes = body.getBytes(StandardCharsets.UTF_8).length;
    long written = (long) maxOutputTokens + reasoningTokens;

    return price().of(bytes + SERVERS_OWN_TOKENS, 0, written);
  }

  /** Model and endpoint, for people to read. */
  public String who() {
    HttpUrl plain = HttpUrl.get(endpoint).newBuilder().query(null).fragment(null).build();

    return model + " at " + plain;
  }

  /** The settings that decide whether an answer can be said to its end. */
  public String limits() {
    return "max-output-tokens %d, reasoning-effort %s"
        .formatted(maxOutputTokens, reasoningEffort.orElse("of the model"));
  }

  /** The same, to be asked once and not again. */
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

  /** Whether it can be posted to, and nobody on the way can read the key. */
  private static boolean isSafe(String endpoint) {
    HttpUrl url = HttpUrl.parse(endpoint);

    return url != null
        && url.username().isEmpty()
        && url.password().isEmpty()
        && (url.isHttps() || LOOPBACK.contains(url.host()));
  }

  /**
   * How long an attempt may take.
   *
   * @param connectSeconds until the server is reached
   * @param readSeconds until it says the next byte: it thinks before it says the first
   * @param callSeconds the whole attempt
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
   * What is tried again, and when.
   *
   * @param attempts in all, the first included
   * @param firstWaitMs wait before the second attempt; every further one is twice as long
   * @param mostWaitSeconds no wait is longer; a server that asks for more is not asked again
   */
  public record Retries(int attempts, int firstWaitMs, int mostWaitSeconds) {
    public Retries {
      Expect.between("attempts", attempts, 1, 10);
      Expect.between("first-wait-ms", firstWaitMs, 1, 60_000);
      Expect.between("most-wait-seconds", mostWaitSeconds, 1, 3_600);
    }
  }
}
