package org.colmado.insights.personas.grok;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import okhttp3.OkHttpClient;

/**
 * Asks Grok. Safe for use by many threads; how many ask at once is for the caller to bound. A fault
 * of the other side is a {@link GrokReply}, never an exception.
 *
 * <p>Tried again, after a wait: 429, 5xx, no answer in time, no connection, an answer that breaks
 * off. Anything else would only fail, or be paid for, once more.
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
   * A client with a clock and a way of waiting of its own.
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

  /** Asks, and asks again where that may help; returns after the last attempt. */
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
   * Why nothing is asked any more, for as long as this client lives: the key was refused, or call
   * after call brought no answer. Empty while there is a point in asking. Never has the key.
   */
  public Optional<String> whyOpen() {
    return breaker.whyOpen();
  }

  /**
   * What to tell the owner on one line: model, endpoint, what the server said last, and what to do.
   * Empty where every question so far had its answer. Never has the key.
   */
  public Optional<String> trouble() {
    return breaker.trouble(rules.who());
  }

  /** US$ that asking this cannot cost more than, over all attempts. */
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

  /** Lets go of connections that are still open. */
  @Override
  public void close() {
    http.connectionPool().evictAll();
    http.dispatcher().executorService().shutdown();
  }
}
