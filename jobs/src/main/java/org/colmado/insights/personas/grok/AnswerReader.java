package org.colmado.insights.personas.grok;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/**
 * Parses the body of a 200 response of {@code /v1/responses}.
 *
 * <p>Its shape: {@code status}; {@code output}, a list of items, of which those of type {@code
 * message} have {@code content} of type {@code output_text}, or {@code refusal}, and those of type
 * {@code reasoning} are ignored; {@code usage}. See
 * https://docs.x.ai/developers/model-capabilities/text/generate-text.md and
 * https://docs.x.ai/developers/cost-tracking.md (1 US$ is 10^10 ticks).
 *
 * @param most maximum cost in US$ of an attempt that does not state its cost
 * @param limits the configured limits in words, for the message about a cut answer
 */
record AnswerReader(Price price, BigDecimal most, String limits) {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
  private static final Set<String> PARTS = Set.of("output_text", "refusal");
  private static final int TICK_DIGITS = 10;

  /** Plausibility limit of the cost of one attempt; a higher cost is ignored. */
  private static final BigDecimal MAX_USD = BigDecimal.valueOf(10);

  /** Plausibility limit of token counts. */
  private static final long MAX_TOKENS = 5_000_000;

  Attempt read(byte[] body) {
    JsonNode response;
    try {
      response = JSON.readTree(body);
    } catch (IOException e) {
      return broken("found no JSON").billed(CallCost.unknown(most));
    }

    return outcome(response).billed(bill(response.path("usage")));
  }

  private Attempt outcome(JsonNode response) {
    String status = response.path("status").asText("");
    return switch (status) {
      case "completed" -> completed(response.path("output"));
      case "incomplete" -> incomplete(response.path("incomplete_details").path("reason"));
      case "failed" -> failed(response.path("error"));
      default -> broken("found status '" + OneLine.of(status) + "', expected completed");
    };
  }

  private Attempt completed(JsonNode output) {
    StringBuilder text = new StringBuilder();
    for (JsonNode item : output) {
      if (item.path("status").asText("").equals("incomplete")) {
        return incomplete(item.path("status"));
      }
      for (JsonNode content : messageParts(item)) {
        if (content.path("type").asText("").equals("refusal")) {
          return withheld(content.path("refusal").asText(""));
        }
        text.append(content.path("text").asText(""));
      }
    }

    return text.isEmpty() ? broken("found no text in the output") : checked(text.toString());
  }

  /** Text and refusal parts of a message item. */
  private static List<JsonNode> messageParts(JsonNode item) {
    return item.path("type").asText("").equals("message")
        ? item.path("content")
            .valueStream()
            .filter(part -> PARTS.contains(part.path("type").asText("")))
            .toList()
        : List.of();
  }

  private static Attempt checked(String text) {
    try {
      return JSON.readTree(text).isObject()
          ? Attempt.answered(text, CallCost.NOTHING)
          : broken("found an output that is no JSON object");
    } catch (JsonProcessingException e) {
      return broken("found an output that is not JSON");
    }
  }

  private Attempt incomplete(JsonNode reason) {
    return Attempt.failed(
        GrokStatus.INCOMPLETE,
        "The answer is incomplete: %s (%s)"
            .formatted(OneLine.of(reason.asText("no reason")), limits));
  }

  private static Attempt withheld(String said) {
    return Attempt.failed(GrokStatus.WITHHELD, "The model will not answer: " + OneLine.of(said));
  }

  private static Attempt failed(JsonNode error) {
    String said = error.path("message").asText(error.asText("no reason"));

    return Attempt.failed(GrokStatus.SERVER_FAULT, "The server failed: " + OneLine.of(said));
  }

  private static Attempt broken(String found) {
    return Attempt.failed(GrokStatus.BROKEN, "Cannot read the answer: " + found);
  }

  private CallCost bill(JsonNode usage) {
    if (!isCount(usage.path("input_tokens")) || !isCount(usage.path("output_tokens"))) {
      return CallCost.unknown(most);
    }

    long said = usage.path("input_tokens").asLong();
    JsonNode saved = usage.path("input_tokens_details").path("cached_tokens");
    long cached = isCount(saved) ? saved.asLong() : 0;
    long input = cached > said ? said + cached /* beside it */ : said;
    long output = output(usage, input);
    return new CallCost(input, cached, output, cost(usage, input, cached, output), BigDecimal.ZERO);
  }

  /**
   * Some responses include reasoning tokens in {@code output_tokens}, some do not; the total always
   * includes them.
   */
  private static long output(JsonNode usage, long input) {
    long output = usage.path("output_tokens").asLong();
    JsonNode total = usage.path("total_tokens");

    return isCount(total) ? Math.max(output, total.asLong() - input) : output;
  }

  private BigDecimal cost(JsonNode usage, long input, long cached, long output) {
    JsonNode ticks = usage.path("cost_in_usd_ticks");
    BigDecimal said = ticks.decimalValue().movePointLeft(TICK_DIGITS);

    return ticks.isIntegralNumber() && said.signum() >= 0 && said.compareTo(MAX_USD) <= 0
        ? said
        : price.of(input, cached, output);
  }

  private static boolean isCount(JsonNode number) {
    return number.isIntegralNumber()
        && number.canConvertToLong()
        && number.asLong() >= 0
        && number.asLong() <= MAX_TOKENS;
  }
}
