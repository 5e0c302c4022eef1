package org.colmado.insights.personas.grok;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * Sends one request. Every outcome is an {@link Attempt}, never an exception.
 *
 * @param http must not follow redirects (they would leak the key) or repeat requests
 */
record HttpExchange(OkHttpClient http, GrokRules rules, ApiKey key, Clock clock) {
  private static final int MAX_ERROR_BYTES = 16_384;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int GATEWAY_TIMEOUT = 504;

  Attempt attempt(String json) {
    OnceSentBody body = new OnceSentBody(json.getBytes(StandardCharsets.UTF_8));
    BigDecimal most = rules.worstAttempt(json);
    try (Response response = http.newCall(request(body)).execute()) {
      return outcome(response, most).without(key);
    } catch (IOException e) {
      return interrupted(e, body.wasSent(), most).without(key);
    }
  }

  private Request request(OnceSentBody body) {
    return new Request.Builder()
        .url(rules.endpoint())
        .header("Authorization", key.bearer())
        .header("Accept", "application/json")
        .header("User-Agent", "colmado-insights")
        .post(body)
        .build();
  }

  private Attempt outcome(Response response, BigDecimal most) throws IOException {
    int code = response.code();
    if (response.isSuccessful()) {
      return answer(response.body(), most);
    }
    if (code < 400) {
      return Attempt.failed(
          GrokStatus.BROKEN, "HTTP " + code + ": a redirect, which is not followed");
    }

    String said = said(response.body());
    Attempt refused =
        Attempt.failed(status(code, said), "HTTP " + code + (said.isEmpty() ? "" : ": " + said));
    if (!refused.status().isServersFault()) {
      return refused;
    }
    return refused
        .worthAnotherAfter(askedWait(response))
        .billed(code == GATEWAY_TIMEOUT ? CallCost.unknown(most) : CallCost.NOTHING);
  }

  private static GrokStatus status(int code, String said) {
    return switch (code) {
      case TOO_MANY_REQUESTS -> GrokStatus.RATE_LIMITED;
      case UNAUTHORIZED -> GrokStatus.REFUSED_KEY;
      case FORBIDDEN ->
          ErrorText.namesTheContent(said) ? GrokStatus.WITHHELD : GrokStatus.REFUSED_KEY;
      default ->
          code >= 500
              ? GrokStatus.SERVER_FAULT
              : ErrorText.namesTheKey(said) ? GrokStatus.REFUSED_KEY : GrokStatus.BAD_REQUEST;
    };
  }

  private Attempt answer(ResponseBody body, BigDecimal most) throws IOException {
    MediaType type = body.contentType();
    if (type == null || !type.subtype().equals("json")) {
      return broken("found content type " + OneLine.of(String.valueOf(type)) + ", expected JSON")
          .billed(CallCost.unknown(most));
    }
    if (body.source().request(rules.mostAnswerBytes() + 1L)) {
      return broken("found more than " + rules.mostAnswerBytes() + " bytes")
          .billed(CallCost.unknown(most));
    }

    byte[] bytes = body.source().getBuffer().readByteArray();
    return new AnswerReader(rules.price(), most, rules.limits()).read(bytes);
  }

  private static Attempt broken(String found) {
    return Attempt.failed(GrokStatus.BROKEN, "Cannot read the answer: " + found);
  }

  /** The server's error message; empty if there is none. */
  private static String said(ResponseBody body) {
    try {
      return body.source().request(MAX_ERROR_BYTES + 1L)
          ? ""
          : ErrorText.of(body.source().getBuffer().readByteArray());
    } catch (IOException e) {
      return "";
    }
  }

  private Duration askedWait(Response response) {
    return RetryAfter.read(response.header("Retry-After"), clock.instant());
  }

  private static Attempt interrupted(IOException error, boolean wasSent, BigDecimal most) {
    String what =
        error.getClass().getSimpleName() + ": " + OneLine.of(String.valueOf(error.getMessage()));
    Attempt failed =
        error instanceof InterruptedIOException
            ? Attempt.failed(GrokStatus.TIMED_OUT, "No answer in time: " + what)
            : wasSent
                ? Attempt.failed(GrokStatus.BROKEN, "The answer broke off: " + what)
                : Attempt.failed(GrokStatus.SERVER_FAULT, "Cannot reach the server: " + what);

    return failed
        .worthAnotherAfter(Duration.ZERO)
        .billed(wasSent ? CallCost.unknown(most) : CallCost.NOTHING);
  }
}
