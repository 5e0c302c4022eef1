package org.colmado.insights.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A minimal document of a schema, with words of the question as texts.
 *
 * @param root the whole schema, to resolve references
 */
public record SchemaAnswer(JsonNode root, String words) {
  private static final int WORDS = 12;

  /** JSON text that fits the schema. */
  public static String to(String input, JsonNode schema) {
    return new SchemaAnswer(schema, words(input)).value(schema).toString();
  }

  /** The first words, without digits and symbols. */
  private static String words(String input) {
    return Arrays.stream(input.split("[^\\p{L}]+"))
        .filter(word -> !word.isEmpty())
        .limit(WORDS)
        .collect(Collectors.joining(" "));
  }

  private JsonNode value(JsonNode schema) {
    if (schema.has("$ref")) {
      return value(root.at(schema.path("$ref").asText().replaceFirst("^#", "")));
    }
    if (schema.has("const")) {
      return schema.path("const");
    }
    for (String choice : new String[] {"enum", "anyOf", "oneOf", "allOf"}) {
      if (schema.path(choice).has(0)) {
        JsonNode first = schema.path(choice).path(0);
        return choice.equals("enum") ? first : value(first);
      }
    }
    return typed(schema);
  }

  private JsonNode typed(JsonNode schema) {
    JsonNode type = schema.path("type").has(0) ? schema.path("type").path(0) : schema.path("type");
    return switch (type.asText("")) {
      case "object" -> object(schema);
      case "array" -> array(schema);
      case "string" -> TextNode.valueOf(words);
      case "integer", "number" -> IntNode.valueOf(schema.path("minimum").asInt(0));
      case "boolean" -> BooleanNode.FALSE;
      default -> NullNode.instance;
    };
  }

  private ObjectNode object(JsonNode schema) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (JsonNode name : schema.path("required")) {
      object.set(name.asText(), value(schema.path("properties").path(name.asText())));
    }
    return object;
  }

  private ArrayNode array(JsonNode schema) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (int i = 0; i < schema.path("minItems").asInt(0); i++) {
      array.add(value(schema.path("items")));
    }
    return array;
  }
}
