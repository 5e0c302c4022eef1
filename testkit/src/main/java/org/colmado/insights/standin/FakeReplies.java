package org.colmado.insights.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;

/**
 * The replies to one request, good or with a fault.
 *
 * @param authorization the request's header
 * @param answer text of a good reply
 */
record FakeReplies(JsonNode request, String authorization, String answer, boolean isRepeated) {
  private static final String JSON = "application/json";
  private static final long HUNDRED_MILLION_USD = 1_000_000_000_000_000_000L;
  private static final String HTML = "text/html; charset=utf-8";

  MockResponse good() {
    return json(envelope(answer).toString()).build();
  }

  /** The reply with the fault. */
  MockResponse with(Fault fault) {
    return switch (fault) {
      case UNAUTHORIZED,
          WRONG_KEY,
          FORBIDDEN,
          CONTENT_REFUSED,
          BAD_REQUEST,
          MODEL_GONE,
          SERVER_ERROR,
          KEY_ECHOED ->
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
          ORDERS_OBEYED,
          HUGE_ANSWER,
          INCOMPLETE,
          MODEL_REFUSES,
          FAILED,
          EMPTY_OUTPUT,
          NO_USAGE,
          NO_TICKS,
          ABSURD_TICKS,
          ABSURD_TOKENS ->
          json(spoiled(fault).toString()).build();
    };
  }

  private Refusal refusal(Fault fault) {
    return switch (fault) {
      case UNAUTHORIZED -> new Refusal(401, "unauthenticated:bad-credentials", "Unknown token");
      case WRONG_KEY -> Refusal.badRequest("Incorrect API key provided: xa***ey.");
      case FORBIDDEN -> new Refusal(403, "permission-denied", "The team is blocked");
      case CONTENT_REFUSED ->
          new Refusal(
              403,
              "The caller does not have permission to execute the specified operation",
              "Content violates usage guidelines. Failed check: SAFETY_CHECK_TYPE_BIO");
      case BAD_REQUEST -> Refusal.badRequest("Argument not supported on this model: stop");
      case MODEL_GONE ->
          new Refusal(
              404,
              "Some requested entity was not found",
              "The model %s does not exist or your team does not have access to it."
                  .formatted(request.path("model").asText("")));
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
      case BROKEN_JSON -> json(SpoiledAnswer.cut(good)).build();
      case WRONG_CONTENT_TYPE -> page(200, good).build();
      default -> throw new IllegalArgumentException(fault + " damages no reply");
    };
  }

  private ObjectNode spoiled(Fault fault) {
    ObjectNode good = envelope(answer);
    switch (fault) {
      case BROKEN_ANSWER -> good = envelope(SpoiledAnswer.cut(answer));
      case SCHEMA_VIOLATED -> good = envelope(SpoiledAnswer.withoutAField(answer, schema()));
      case UNGROUNDED_NUMBER -> good = envelope(SpoiledAnswer.withNumber(answer, input()));
      case ORDERS_OBEYED -> good = envelope(SpoiledAnswer.obeying(answer, request));
      case HUGE_ANSWER -> good = fake().unlimited(SpoiledAnswer.huge(answer));
      case INCOMPLETE -> good = fake().stopped(SpoiledAnswer.cut(answer));
      case MODEL_REFUSES -> refuse(good);
      case FAILED -> {
        good.put("status", "failed").putArray("output");
        good.putObject("error").put("message", "The model is gone");
      }
      case EMPTY_OUTPUT -> good.putArray("output");
      case NO_USAGE -> good.remove("usage");
      case NO_TICKS -> good.withObject("usage").remove("cost_in_usd_ticks");
      case ABSURD_TICKS -> good.withObject("usage").put("cost_in_usd_ticks", HUNDRED_MILLION_USD);
      case ABSURD_TOKENS -> good.withObject("usage").put("input_tokens", Long.MAX_VALUE);
      default -> throw new IllegalArgumentException(fault + " spoils no answer");
    }
    return good;
  }

  private static void refuse(ObjectNode good) {
    ObjectNode message = (ObjectNode) good.path("output").path(1);
    message
        .putArray("content")
        .addObject()
        .put("type", "refusal")
        .put("refusal", "I cannot help with that.");
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
    return fake().json(text);
  }

  private FakeAnswer fake() {
    return new FakeAnswer(request, isRepeated);
  }

  private JsonNode schema() {
    return request.path("text").path("format").path("schema");
  }

  private String input() {
    return request.path("input").toString();
  }
}
