package org.colmado.insights.personas.grok;

import com.fasterxml.jackson.databind.JsonNode;
import org.colmado.insights.config.Expect;

/**
 * One question, answered by one JSON document.
 *
 * @param instructions the same for all questions of a kind: what stands first is read at the cached
 *     price the next time
 * @param input what this question is about
 * @param schema JSON Schema of the answer, without keywords of length or count: xAI does not hold
 *     them, and answered 502 to some
 * @param schemaName of letters, digits, _ and -
 * @param cacheKey the same for questions with the same instructions
 */
public record GrokQuestion(
    String instructions, String input, JsonNode schema, String schemaName, String cacheKey) {
  public GrokQuestion {
    Expect.that(schema.isObject(), "schema", schema.getNodeType(), "a JSON object");
    Expect.matching("schema-name", schemaName, "[A-Za-z0-9_-]{1,64}", "letters, digits, _ and -");
  }
}
