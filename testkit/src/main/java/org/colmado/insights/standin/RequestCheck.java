package org.colmado.insights.standin;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Validates requests like the real server, and more strictly: {@code store} is required, as the
 * real server would otherwise keep the answer for a month.
 */
public final class RequestCheck {
  private static final Set<String> REQUIRED =
      Set.of("model", "store", "input", "text", "max_output_tokens");

  private static final Set<String> OPTIONAL =
      Set.of(
          "prompt_cache_key",
          "reasoning",
          "instructions",
          "temperature",
          "top_p",
          "include",
          "user");

  /** Schema keywords that xAI ignores. */
  private static final List<String> NOT_HELD =
      List.of("minLength", "maxLength", "minItems", "maxItems");

  /** Prefix of models that do not accept a reasoning effort. */
  private static final String NO_EFFORT = "grok-4.20";

  private RequestCheck() {}

  /** Why the request is refused; empty if it is not. */
  public static Optional<Refusal> refusal(JsonNode request) {
    if (!request.isObject()) {
      return refused("Failed to parse the request body as JSON");
    }

    return Stream.of(
            unknown(request),
            effort(request),
            missing(request),
            messages(request.path("input")),
            format(request))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<Refusal> unknown(JsonNode request) {
    return request.properties().stream()
        .map(field -> field.getKey())
        .filter(name -> !REQUIRED.contains(name) && !OPTIONAL.contains(name))
        .findFirst()
        .flatMap(name -> refused("Argument not supported on this model: " + name));
  }

  private static Optional<Refusal> effort(JsonNode request) {
    return request.has("reasoning") && request.path("model").asText("").startsWith(NO_EFFORT)
        ? refused("Argument not supported on this model: reasoning.effort")
        : Optional.empty();
  }

  private static Optional<Refusal> missing(JsonNode request) {
    return REQUIRED.stream()
        .sorted()
        .filter(name -> !request.hasNonNull(name))
        .findFirst()
        .flatMap(name -> refused("missing field `" + name + "`"));
  }

  private static Optional<Refusal> messages(JsonNode input) {
    boolean isWell = input.isArray() && input.has(0);
    for (JsonNode message : input) {
      isWell &= Set.of("system", "user").contains(message.path("role").asText(""));
      isWell &= message.path("content").isTextual();
    }

    return isWell ? Optional.empty() : refused("input: expected messages with role and content");
  }

  private static Optional<Refusal> format(JsonNode request) {
    JsonNode format = request.path("text").path("format");
    if (!format.path("type").asText("").equals("json_schema")
        || !format.path("name").isTextual()
        || !format.path("schema").isObject()) {
      return refused("text.format: expected json_schema with name and schema");
    }

    return NOT_HELD.stream()
        .filter(
            keyword ->
                format.path("schema").findValues(keyword).stream().anyMatch(JsonNode::isNumber))
        .findFirst()
        .flatMap(keyword -> refused("text.format.schema: unsupported keyword " + keyword));
  }

  private static Optional<Refusal> refused(String error) {
    return Optional.of(Refusal.badRequest(error));
  }
}
