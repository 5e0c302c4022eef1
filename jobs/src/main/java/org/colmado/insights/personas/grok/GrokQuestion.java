package org.colmado.insights.personas.grok;

import com.fasterxml.jackson.databind.JsonNode;
import org.colmado.insights.config.Expect;

/**
 * One question; its answer is a JSON document.
 *
 * @param instructions the same for all questions of a kind, so that the server can use its prompt
 *     cache
 * @param input data of this question
 * @param schema JSON Schema of the answer, without length and count keywords: xAI ignores them or
 *     answers 502
 * @param schemaName of letters, digits, _ and -
 * @param cacheKey prompt cache key, the same for questions with the same instructions
 */
public record GrokQuestion(
    String instructions, String input, JsonNode schema, String schemaName, String cacheKey) {
  public GrokQuestion {
    Expect.that(schema.isObject(), "schema", schema.getNodeType(), "a JSON object");
    Expect.matching("schema-name", schemaName, "[A-Za-z0-9_-]{1,64}", "letters, digits, _ and -");
  }
}
