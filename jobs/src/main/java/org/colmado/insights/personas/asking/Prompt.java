package org.colmado.insights.personas.asking;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.colmado.insights.personas.facts.Json;
import org.colmado.insights.personas.grok.GrokQuestion;
import org.colmado.insights.text.Sha256;

/**
 * The prompt for Grok, from the resources {@code personas/prompt.md} and {@code
 * personas/schema.json}.
 */
public final class Prompt {
  private static final String INSTRUCTIONS = resource("prompt.md");
  private static final String SCHEMA = resource("schema.json");
  private static final String NAME = "segment_persona";
  private static final int LONGEST_LIST = 2000;
  private static final String REPAIR = "\n\nYour answer to these facts was thrown away:\n";

  /** Version of prompt and schema; a new version invalidates cached answers. */
  static final String VERSION = Sha256.of(INSTRUCTIONS, SCHEMA).substring(0, 12);

  private Prompt() {}

  static GrokQuestion question(String facts) {
    return asked(facts);
  }

  /** The repair question with the problems of the first answer, shortened to fit. */
  static GrokQuestion repair(String facts, List<String> problems) {
    String listed = "- " + String.join("\n- ", problems);

    return asked(facts + REPAIR + listed.substring(0, Math.min(listed.length(), LONGEST_LIST)));
  }

  /** The longest possible repair question for these facts, for the worst-case cost. */
  static GrokQuestion longestRepair(String facts) {
    return asked(facts + REPAIR + "\u20ac".repeat(LONGEST_LIST));
  }

  /** The facts of a question's input. */
  public static String facts(String input) {
    int end = input.indexOf(REPAIR);

    return end < 0 ? input : input.substring(0, end);
  }

  private static GrokQuestion asked(String input) {
    return new GrokQuestion(
        INSTRUCTIONS, input, Json.read(SCHEMA, JsonNode.class), NAME, NAME + "-" + VERSION);
  }

  private static String resource(String name) {
    try (InputStream stream = Prompt.class.getResourceAsStream("/personas/" + name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
