package org.colmado.insights.personas.grok;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The error message of a response: {@code {"code": ..., "error": ...}} at xAI, {@code {"error":
 * {"message": ...}}} at OpenAI-compatible servers.
 */
final class ErrorText {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** xAI answers 400, not 401, to an unknown key: "Incorrect API key provided: xa***yz". */
  private static final Pattern NAMES_THE_KEY =
      Pattern.compile(
          "(incorrect|invalid|unknown|expired|blocked|disabled) api[ -]key",
          Pattern.CASE_INSENSITIVE);

  /**
   * xAI answers 403, as for a blocked key, if a safety check rejects the content: "Content violates
   * usage guidelines. ... Failed check: SAFETY_CHECK_TYPE_BIO"; see
   * https://github.com/UKGovernmentBEIS/inspect_ai/pull/2267.
   */
  private static final Pattern NAMES_THE_CONTENT =
      Pattern.compile("content violates|SAFETY_CHECK", Pattern.CASE_INSENSITIVE);

  private ErrorText() {}

  /** On one line; empty if the body is not such JSON. */
  static String of(byte[] body) {
    try {
      JsonNode root = JSON.readTree(body);
      return Stream.of(root.path("error").path("message"), root.path("error"), root.path("code"))
          .filter(JsonNode::isTextual)
          .map(text -> OneLine.of(text.asText()))
          .findFirst()
          .orElse("");
    } catch (IOException e) {
      return "";
    }
  }

  static boolean namesTheKey(String text) {
    return NAMES_THE_KEY.matcher(text).find();
  }

  static boolean namesTheContent(String text) {
    return NAMES_THE_CONTENT.matcher(text).find();
  }
}
