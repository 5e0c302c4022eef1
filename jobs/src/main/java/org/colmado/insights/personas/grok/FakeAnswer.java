package org.colmado.insights.personas.grok;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;

/**
 * The body of a 200, in the shape and with the usage of a real one.
 *
 * @param request what is answered
 * @param text of the answer
 * @param isRepeated whether instructions of this cache key were read before
 */
record FakeAnswer(JsonNode request, String text, boolean isRepeated) {
  /** Of grok-4.3, US$ per million tokens. */
  static final Price PRICE =
      new Price(new BigDecimal("1.25"), new BigDecimal("0.20"), new BigDecimal("2.50"));

  private static final int CHARACTERS_A_TOKEN = 4;
  private static final int THINKING_TOKENS = 110;
  private static final int TICK_DIGITS = 10;

  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", "resp_fake");
    json.put("object", "response");
    json.set("model", request.path("model"));
    json.put("status", "completed");
    json.putNull("incomplete_details");
    json.putNull("error");
    json.set("store", request.path("store"));
    json.putArray("output").add(thinking()).add(message());
    json.set("usage", usage());
    return json;
  }

  private static ObjectNode thinking() {
    ObjectNode item = JsonNodeFactory.instance.objectNode();
    item.put("type", "reasoning").put("id", "rs_fake").put("status", "completed");
    item.putArray("summary");
    return item;
  }

  private ObjectNode message() {
    ObjectNode item = JsonNodeFactory.instance.objectNode();
    item.put("type", "message").put("id", "msg_fake").put("role", "assistant");
    item.put("status", "completed");
    item.putArray("content").addObject().put("type", "output_text").put("text", text);
    return item;
  }

  private ObjectNode usage() {
    long input = tokens(request.path("input").toString());
    long cached = isRepeated ? tokens(request.path("input").path(0).path("content").asText("")) : 0;
    long output = tokens(text) + THINKING_TOKENS;
    BigDecimal ticks = PRICE.of(input, cached, output).movePointRight(TICK_DIGITS);

    ObjectNode usage = JsonNodeFactory.instance.objectNode();
    usage.put("input_tokens", input).put("output_tokens", output);
    usage.putObject("input_tokens_details").put("cached_tokens", cached);
    usage.putObject("output_tokens_details").put("reasoning_tokens", THINKING_TOKENS);
    usage.put("total_tokens", input + output).put("cost_in_usd_ticks", ticks.longValueExact());
    return usage;
  }

  private static long tokens(String text) {
    return text.length() / CHARACTERS_A_TOKEN + 1L;
  }
}
