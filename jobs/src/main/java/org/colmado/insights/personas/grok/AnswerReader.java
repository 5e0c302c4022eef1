package org.colmado.insights.personas.grok;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;

/**
 * Reads the body of a 200 of {@code /v1/responses}.
 *
 * <p>Its shape: {@code status}; {@code output}, a list of items, of which those of type {@code
 * message} have {@code content} of type {@code output_text}, and those of type {@code reasoning}
 * are passed over; {@code usage}. See
 * https://docs.x.ai/developers/model-capabilities/text/generate-text.md and
 * https://docs.x.ai/developers/cost-tracking.md (1 US$ is 10^10 ticks).
 *
 * @param most US$ that an attempt may have cost that does not say
 */
record AnswerReader(Price price, BigDecimal most) {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
  private static final int TICK_DIGITS = 10;

  Attempt read(byte[] body) {
    JsonNode response;
    try {
      response = JSON.readTree(body);
    } catch (IOException e) {
      return broken("found no JSON").billed(Bill.unknown(most));
    }

    return outcome(response).billed(bill(response.path("usage")));
  }

  private static Attempt outcome(JsonNode response) {
    String status = response.path("status").asText("");
    return switch (status) {
      case "completed" -> completed(response.path("output"));
      case "incomplete" -> incomplete(response.path("incomplete_details").path("reason"));
      case "failed" -> failed(response.path("error"));
      default -> broken("found status '" + OneLine.of(status) + "', expected completed");
    };
  }

  private static Attempt completed(JsonNode output) {
    StringBuilder text = new StringBuilder();
    for (JsonNode item : output) {
      if (item.path("status").asText("").equals("incomplete")) {
        return incomplete(item.path("status"));
      }
      if (item.path("type").asText("").equals("message")) {
        appendTexts(item.path("content"), text);
      }
    }

    return text.isEmpty() ? broken("found no text in the output") : checked(text.toString());
  }

  private static void appendTexts(JsonNode contents, StringBuilder text) {
    for (JsonNode content : contents) {
      if (content.path("type").asText("").equals("output_text")) {
        text.append(content.path("text").asText(""));
      }
    }
  }

  private static Attempt checked(String text) {
    try {
      return JSON.readTree(text).isObject()
          ? Attempt.answered(text, Bill.NOTHING)
          : broken("found an output that is no JSON object");
    } catch (JsonProcessingException e) {
      return broken("found an output that is not JSON");
    }
  }

  private static Attempt incomplete(JsonNode reason) {
    return Attempt.failed(
        GrokStatus.INCOMPLETE,
        "The answer is incomplete: " + OneLine.of(reason.asText("no reason")));
  }

  private static Attempt failed(JsonNode error) {
    String said = error.path("message").asText(error.asText("no reason"));

    return Attempt.failed(GrokStatus.SERVER_FAULT, "The server failed: " + OneLine.of(said));
  }

  private static Attempt broken(String found) {
    return Attempt.failed(GrokStatus.BROKEN, "Cannot read the answer: " + found);
  }

  private Bill bill(JsonNode usage) {
    if (!isCount(usage.path("input_tokens")) || !isCount(usage.path("output_tokens"))) {
      return Bill.unknown(most);
    }

    long said = usage.path("input_tokens").asLong();
    JsonNode saved = usage.path("input_tokens_details").path("cached_tokens");
    long cached = isCount(saved) ? saved.asLong() : 0;
    long input = cached > said ? said + cached /* beside it */ : said;
    long output = output(usage, input);
    return new Bill(input, cached, output, cost(usage, input, cached, output), BigDecimal.ZERO);
  }

  /**
   * Some answers count thinking tokens in {@code output_tokens} and some beside it; the total has
   * them always.
   */
  private static long output(JsonNode usage, long input) {
    long output = usage.path("output_tokens").asLong();
    JsonNode total = usage.path("total_tokens");

    return isCount(total) ? Math.max(output, total.asLong() - input) : output;
  }

  private BigDecimal cost(JsonNode usage, long input, long cached, long output) {
    JsonNode ticks = usage.path("cost_in_usd_ticks");

    return isCount(ticks)
        ? ticks.decimalValue().movePointLeft(TICK_DIGITS)
        : price.of(input, cached, output);
  }

  private static boolean isCount(JsonNode number) {
    return number.isIntegralNumber() && number.canConvertToLong() && number.asLong() >= 0;
  }
}
