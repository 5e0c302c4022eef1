package org.colmado.insights.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * A response body of status 200, with realistic usage and the fields of {@code ModelResponse} in
 * the description of xAI's API: openapi/xai-responses-api-openapi.yml of
 * https://github.com/api-evangelist/xai, read in October 2026.
 *
 * @param request to answer
 * @param isRepeated whether this cache key was used before
 */
public record FakeAnswer(JsonNode request, boolean isRepeated) {
  /** Of grok-4.3, US$ per million tokens. */
  private static final BigDecimal INPUT_USD = new BigDecimal("1.25");

  private static final BigDecimal CACHED_USD = new BigDecimal("0.20");
  private static final BigDecimal OUTPUT_USD = new BigDecimal("2.50");

  static final int THINKING_TOKENS = 110;
  private static final int CHARACTERS_A_TOKEN = 4;
  private static final int TICK_DIGITS = 10;
  private static final int MILLION_DIGITS = 6;
  private static final String STATUS = "status";

  /** The response as the server would send it: complete, or cut at the token limit. */
  ObjectNode json(String text) {
    long room = request.path("max_output_tokens").asLong() - THINKING_TOKENS;
    if (tokens(text) <= room) {
      return unlimited(text);
    }

    long said = Math.max(0, room - 1) * CHARACTERS_A_TOKEN;
    return stopped(text.substring(0, (int) Math.min(said, text.length())));
  }

  /** The response with the full text of any length. */
  ObjectNode unlimited(String text) {
    return json(text, "completed");
  }

  /** The response with the text cut at the token limit. */
  ObjectNode stopped(String said) {
    ObjectNode json = json(said, "incomplete");
    json.putObject("incomplete_details").put("reason", "max_output_tokens");
    return json;
  }

  private ObjectNode json(String text, String status) {
    String id = UUID.randomUUID().toString();
    long now = Instant.now().getEpochSecond();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", id).put("object", "response").put("created_at", now);
    json.put("completed_at", status.equals("completed") ? Long.valueOf(now) : null);
    json.set("model", request.path("model"));
    json.put(STATUS, status).putNull("incomplete_details").putNull("error");
    json.putArray("output").add(thinking(id)).add(message(id, text, status));
    json.set("usage", usage(text));
    repeatRequest(json);
    addUnused(json);
    return json;
  }

  private void repeatRequest(ObjectNode json) {
    for (String name :
        new String[] {"max_output_tokens", "prompt_cache_key", "reasoning", "store", "text"}) {
      if (request.has(name)) {
        json.set(name, request.path(name));
      } else {
        json.putNull(name);
      }
    }
  }

  /** Fields that every response has and the client ignores. */
  private static void addUnused(ObjectNode json) {
    json.put("background", false).put("parallel_tool_calls", true).put("service_tier", "default");
    json.put("truncation", "disabled").put("tool_choice", "auto").putArray("tools");
    json.put("top_logprobs", 0).put("presence_penalty", 0.0).put("frequency_penalty", 0.0);
    json.putObject("metadata");
    json.putNull("instructions").putNull("previous_response_id");
    json.putNull("temperature").putNull("top_p").putNull("user");
  }

  private static ObjectNode thinking(String id) {
    ObjectNode item = JsonNodeFactory.instance.objectNode();
    item.put("type", "reasoning").put("id", "rs_" + id).put(STATUS, "completed");
    item.putArray("summary");
    return item;
  }

  private static ObjectNode message(String id, String text, String status) {
    ObjectNode item = JsonNodeFactory.instance.objectNode();
    item.put("type", "message").put("id", "msg_" + id).put("role", "assistant").put(STATUS, status);
    ObjectNode content = item.putArray("content").addObject();
    content.put("type", "output_text").put("text", text).putNull("logprobs");
    content.putArray("annotations");
    return item;
  }

  private ObjectNode usage(String text) {
    long input = tokens(request.path("input").toString());
    long cached = isRepeated ? tokens(request.path("input").path(0).path("content").asText("")) : 0;
    long output = tokens(text) + THINKING_TOKENS;
    BigDecimal ticks = usd(input, cached, output).movePointRight(TICK_DIGITS);

    ObjectNode usage = JsonNodeFactory.instance.objectNode();
    usage.put("input_tokens", input).put("output_tokens", output);
    usage.putObject("input_tokens_details").put("cached_tokens", cached);
    usage.putObject("output_tokens_details").put("reasoning_tokens", THINKING_TOKENS);
    usage.put("total_tokens", input + output).put("cost_in_usd_ticks", ticks.longValueExact());
    usage.put("num_sources_used", 0).put("num_server_side_tools_used", 0);
    return usage;
  }

  private static long tokens(String text) {
    return text.length() / CHARACTERS_A_TOKEN + 1L;
  }

  private static BigDecimal usd(long input, long cached, long output) {
    return INPUT_USD
        .multiply(BigDecimal.valueOf(input - cached))
        .add(CACHED_USD.multiply(BigDecimal.valueOf(cached)))
        .add(OUTPUT_USD.multiply(BigDecimal.valueOf(output)))
        .movePointLeft(MILLION_DIGITS);
  }
}
