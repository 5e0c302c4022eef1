package org.colmado.insights.standin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Answers with faults in their content. */
final class SpoiledAnswer {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int FIRST_NUMBER = 8_741;
  private static final int HUGE = 5_000_000;

  private SpoiledAnswer() {}

  static String cut(String answer) {
    return answer.substring(0, answer.length() / 2);
  }

  /** Without the last required field. */
  static String withoutAField(String answer, JsonNode schema) {
    JsonNode required = schema.path("required");
    ObjectNode object = (ObjectNode) read(answer);
    object.remove(required.path(required.size() - 1).asText(""));
    return object.toString();
  }

  /** With a number in its longest text that is not in the question. */
  static String withNumber(String answer, String input) {
    return withMore(answer, " " + numberThatIsNotIn(input));
  }

  /** With the injected text and a number that is not in the question. */
  static String obeying(String answer, JsonNode request) {
    JsonNode input = request.path("input");
    String asked = input.path(input.size() - 1).path("content").asText("");
    String more = " " + InjectedOrders.in(asked) + " " + numberThatIsNotIn(input.toString());

    return withMore(answer, more);
  }

  private static int numberThatIsNotIn(String input) {
    return IntStream.iterate(FIRST_NUMBER, i -> i + 1)
        .filter(i -> !input.contains(String.valueOf(i)))
        .findFirst()
        .orElseThrow();
  }

  /** With a longest text of 5 MB. */
  static String huge(String answer) {
    return withMore(answer, " bla".repeat(HUGE / 4));
  }

  private static String withMore(String answer, String more) {
    JsonNode tree = read(answer);
    String longest = texts(tree).max(Comparator.comparingInt(String::length)).orElse("");

    return tree.toString().replace(quoted(longest), quoted(longest + more));
  }

  private static Stream<String> texts(JsonNode node) {
    List<JsonNode> below = node.isContainerNode() ? children(node) : List.of();

    return node.isTextual()
        ? Stream.of(node.asText())
        : below.stream().flatMap(SpoiledAnswer::texts);
  }

  private static List<JsonNode> children(JsonNode node) {
    return node.valueStream().toList();
  }

  private static String quoted(String text) {
    return TextNode.valueOf(text).toString();
  }

  private static JsonNode read(String answer) {
    try {
      return JSON.readTree(answer);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("Cannot spoil an answer that is no JSON", e);
    }
  }
}
