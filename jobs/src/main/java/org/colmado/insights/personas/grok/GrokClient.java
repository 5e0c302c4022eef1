package org.colmado.insights.personas.grok;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import okhttp3.OkHttpClient;

/**
 * The client of the Grok API. Thread-safe; the caller limits concurrency. A fault of the server is
 * a {@link GrokReply}, never an exception.
 *
 * <p>Retried after a wait: 429, 5xx, timeouts, connection errors, truncated answers. Other failures
 * are not retried, as they would fail or be billed again.
 */
public final class GrokClient implements AutoCloseable {
  private final GrokRules rules;
  private final Clock clock;
  private final Pause pause;
  private final OkHttpClient http;
  private final HttpExchange exchange;
  private final Backoff backoff;
  private final CircuitBreaker breaker;

  public GrokClient(GrokRules rules, ApiKey key) {
    this(rules, key, Clock.systemUTC(), wait -> Thread.sleep(wait.toMillis()));
  }

  /**
   * A client with a custom clock and wait, for tests.
   *
   * @param pause how it waits between attempts
   */
  public GrokClient(GrokRules rules, ApiKey key, Clock clock, Pause pause) {
    this.rules = rules;
    this.clock = clock;
    this.pause = pause;
    http = http(rules.timeouts());
    exchange = new HttpExchange(http, rules, key, clock);
    backoff = new Backoff(rules.retries());
    breaker = new CircuitBreaker(rules.breakerFailures());
  }

  private static OkHttpClient http(GrokRules.Timeouts timeouts) {
    return new OkHttpClient.Builder()
        .connectTimeout(timeouts.connect())
        .readTimeout(timeouts.read())
        .writeTimeout(timeouts.read())
        .callTimeout(timeouts.call())
        .followRedirects(false)
        .followSslRedirects(false)
        .retryOnConnectionFailure(false)
        .build();
  }

  /** Asks with retries. */
  public GrokReply ask(GrokQuestion question) {
    Optional<String> whyNot = whyOpen();
    if (whyNot.isPresent()) {
      return GrokReply.notAsked(clock.instant(), whyNot.get());
    }

    GrokReply reply = attempts(GrokRequest.body(rules, question));
    breaker.note(reply);
    return reply;
  }

  /**
   * Why this client makes no more calls: the key was refused, or too many calls failed in a row.
   * Empty while it makes calls. Never contains the key.
   */
  public Optional<String> whyOpen() {
    return breaker.whyOpen();
  }

  /**
   * One line for the owner about failed calls: model, endpoint, last server message, and remedy.
   * Empty if all calls succeeded. Never contains the key.
   */
  public Optional<String> failureSummary() {
    return breaker.failureSummary(rules.who());
  }

  /** Maximum cost in US$ over all attempts. */
  public BigDecimal worstCase(GrokQuestion question) {
    return GrokRequest.worstCase(rules, question);
  }

  private GrokReply attempts(String body) {
    Instant askedAt = clock.instant();
    CallCost bill = CallCost.NOTHING;
    for (int attempt = 1; ; attempt++) {
      Attempt last = exchange.attempt(body);
      bill = bill.plus(last.bill());
      if (!last.isWorthAnother() || attempt == rules.retries().attempts()) {
        return GrokReply.of(last, attempt, bill, askedAt);
      }
      if (!backoff.allows(last.askedWait())) {
        return GrokReply.of(tooLong(last), attempt, bill, askedAt);
      }
      if (!waits(backoff.after(attempt, last.askedWait()))) {
        return GrokReply.of(last.noting("interrupted"), attempt, bill, askedAt);
      }
    }
  }

  private Attempt tooLong(Attempt last) {
    return last.noting(
        "asked to wait %d s, more than the %d s of most-wait-seconds"
            .formatted(last.askedWait().toSeconds(), backoff.longest().toSeconds()));
  }

  private boolean waits(Duration wait) {
    try {
      pause.sleep(wait);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Closes open connections. */
  @Override
  public void close() {
    http.connectionPool().evictAll();
    http.dispatcher().executorService().shutdown();
  }
}
