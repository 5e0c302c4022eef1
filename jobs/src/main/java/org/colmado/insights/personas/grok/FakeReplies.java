package org.colmado.insights.personas.grok;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;

/**
 * One request, answered well or with a fault.
 *
 * @param authorization the request's header
 * @param answer text that a good reply carries
 */
record FakeReplies(JsonNode request, String authorization, String answer, boolean isRepeated) {
  private static final String JSON = "application/json";
  private static final String HTML = "text/html; charset=utf-8";

  MockResponse good() {
    return json(envelope(answer).toString()).build();
  }

  /** The reply with the fault. */
  MockResponse with(Fault fault) {
    return switch (fault) {
      case UNAUTHORIZED, WRONG_KEY, FORBIDDEN, BAD_REQUEST, SERVER_ERROR, KEY_ECHOED ->
          refused(refusal(fault));
      case RATE_LIMITED -> limited().build();
      case RATE_LIMITED_RETRY_AFTER -> limited().setHeader("Retry-After", 1).build();
      case RATE_LIMITED_FOR_LONG -> limited().setHeader("Retry-After", 86_400).build();
      case BAD_GATEWAY -> page(502, "<html>Bad Gateway</html>").build();
      case OVERLOADED -> page(503, "<html>Busy</html>").setHeader("Retry-After", 0).build();
      case GATEWAY_TIMEOUT -> page(504, "<html>Gateway Timeout</html>").build();
      case REDIRECT -> page(307, "").setHeader("Location", "/v1/elsewhere").build();
      case TIMEOUT, HANG_UP, HALF_BODY, BROKEN_JSON, WRONG_CONTENT_TYPE -> damaged(fault);
      case BROKEN_ANSWER,
          SCHEMA_VIOLATED,
          UNGROUNDED_NUMBER,
          HUGE_ANSWER,
          INCOMPLETE,
          FAILED,
          EMPTY_OUTPUT,
          NO_USAGE,
          NO_TICKS ->
          json(spoiled(fault).toString()).build();
    };
  }

  private Refusal refusal(Fault fault) {
    return switch (fault) {
      case UNAUTHORIZED -> new Refusal(401, "unauthenticated:bad-credentials", "Unknown token");
      case WRONG_KEY -> Refusal.badRequest("Incorrect API key provided: xa***ey.");
      case FORBIDDEN -> new Refusal(403, "permission-denied", "The team is blocked");
      case BAD_REQUEST -> Refusal.badRequest("Argument not supported on this model: stop");
      case SERVER_ERROR -> new Refusal(500, "internal", "Internal error");
      case KEY_ECHOED -> new Refusal(500, "internal", "Cannot read header " + authorization);
      default -> throw new IllegalArgumentException(fault + " is no refusal");
    };
  }

  private MockResponse damaged(Fault fault) {
    String good = envelope(answer).toString();
    return switch (fault) {
      case TIMEOUT -> json(good).onResponseStart(SocketEffect.Stall.INSTANCE).build();
      case HANG_UP -> json(good).onResponseStart(closed()).build();
      case HALF_BODY -> json(good).onResponseBody(closed()).build();
      case BROKEN_JSON -> json(Spoiled.cut(good)).build();
      case WRONG_CONTENT_TYPE -> page(200, good).build();
      default -> throw new IllegalArgumentException(fault + " damages no reply");
    };
  }

  private ObjectNode spoiled(Fault fault) {
    ObjectNode good = envelope(answer);
    switch (fault) {
      case BROKEN_ANSWER -> good = envelope(Spoiled.cut(answer));
      case SCHEMA_VIOLATED -> good = envelope(Spoiled.withoutAField(answer, schema()));
      case UNGROUNDED_NUMBER -> good = envelope(Spoiled.withNumber(answer, input()));
      case HUGE_ANSWER -> good = envelope(Spoiled.huge(answer));
      case INCOMPLETE -> {
        good = envelope(Spoiled.cut(answer)).put("status", "incomplete");
        good.putObject("incomplete_details").put("reason", "max_output_tokens");
      }
      case FAILED -> {
        good.put("status", "failed").putArray("output");
        good.putObject("error").put("message", "The model is gone");
      }
      case EMPTY_OUTPUT -> good.putArray("output");
      case NO_USAGE -> good.remove("usage");
      case NO_TICKS -> good.withObject("usage").remove("cost_in_usd_ticks");
      default -> throw new IllegalArgumentException(fault + " spoils no answer");
    }
    return good;
  }

  static MockResponse refused(Refusal refusal) {
    return page(refusal.status(), refusal.json()).setHeader("Content-Type", JSON).build();
  }

  private static MockResponse.Builder limited() {
    Refusal refusal = new Refusal(429, "resource-exhausted", "Too many requests");

    return page(refusal.status(), refusal.json()).setHeader("Content-Type", JSON);
  }

  private static MockResponse.Builder json(String body) {
    return page(200, body).setHeader("Content-Type", JSON);
  }

  private static MockResponse.Builder page(int status, String body) {
    return new MockResponse.Builder().code(status).setHeader("Content-Type", HTML).body(body);
  }

  private static SocketEffect closed() {
    return new SocketEffect.CloseSocket();
  }

  private ObjectNode envelope(String text) {
    return new FakeAnswer(request, text, isRepeated).json();
  }

  private JsonNode schema() {
    return request.path("text").path("format").path("schema");
  }

  private String input() {
    return request.path("input").toString();
  }
}
