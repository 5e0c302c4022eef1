package org.colmado.insights.personas.grok;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;

/**
 * The body of {@code POST /v1/responses}.
 *
 * <p>Fields as in https://docs.x.ai/developers/model-capabilities/text/generate-text.md (input,
 * {@code store}: true unless sent as false, and then kept for 30 days),
 * https://docs.x.ai/developers/model-capabilities/text/comparison.md ({@code max_output_tokens}:
 * thinking and answer together), https://docs.x.ai/developers/model-capabilities/text/reasoning
 * ({@code reasoning.effort}),
 * https://docs.x.ai/developers/advanced-api-usage/prompt-caching/maximizing-cache-hits ({@code
 * prompt_cache_key}) and https://docs.x.ai/developers/model-capabilities/text/structured-outputs.md
 * ({@code text.format}), read in October 2026. Nothing else is sent: {@code stop}, {@code
 * presence_penalty} and {@code frequency_penalty} are refused with 400, even where they are 0.
 */
public final class GrokRequest {
  private GrokRequest() {}

  /** The request body; deterministic for the same settings and question. */
  public static String body(GrokRules rules, GrokQuestion question) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("model", rules.model());
    body.put("store", false);
    body.putArray("input")
        .add(message("system", question.instructions()))
        .add(message("user", question.input()));
    body.putObject("text").set("format", format(question));
    body.put("max_output_tokens", rules.maxOutputTokens());
    body.put("prompt_cache_key", question.cacheKey());
    rules.reasoningEffort().ifPresent(effort -> body.putObject("reasoning").put("effort", effort));
    return body.toString();
  }

  /** Maximum cost in US$ over all attempts. */
  static BigDecimal worstCase(GrokRules rules, GrokQuestion question) {
    return rules
        .worstAttempt(body(rules, question))
        .multiply(BigDecimal.valueOf(rules.retries().attempts()));
  }

  private static ObjectNode message(String role, String content) {
    return JsonNodeFactory.instance.objectNode().put("role", role).put("content", content);
  }

  private static ObjectNode format(GrokQuestion question) {
    ObjectNode format = JsonNodeFactory.instance.objectNode();
    format.put("type", "json_schema");
    format.put("name", question.schemaName());
    format.put("strict", true);
    format.set("schema", question.schema());
    return format;
  }
}
