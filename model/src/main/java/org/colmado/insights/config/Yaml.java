package org.colmado.insights.config;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Reads a YAML file into nested records. Keys are kebab-case. A component of type {@link Optional}
 * may be absent; every other key is required, and unknown keys are errors. A list of one may be
 * written as its value.
 *
 * <p>A record checks its own ranges in its constructor, with {@link Expect}. Every error names the
 * file, the key, what was found and what was expected.
 */
public final class Yaml {
  private static final ObjectMapper MAPPER =
      YAMLMapper.builder()
          .addModule(new Jdk8Module())
          .addModule(new JavaTimeModule())
          .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
          .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
          .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
          .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
          .disable(YAMLGenerator.Feature.SPLIT_LINES)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .build();

  private Yaml() {}

  /**
   * Reads the file.
   *
   * @throws BadInputException if the file is absent, is not YAML, or does not fit the record
   */
  public static <T extends Record> T read(Path file, Class<T> type) {
    String text;
    try {
      text = Files.readString(file, StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      throw new BadInputException("Cannot read " + file + ": there is no such file", e);
    } catch (IOException e) {
      throw new BadInputException(
          "Cannot read " + file + ": " + e + ", expected a readable UTF-8 text", e);
    }

    try {
      JsonNode tree = MAPPER.readTree(text);
      requireKeys(file, "", tree, type);
      return MAPPER.treeToValue(tree, type);
    } catch (JsonProcessingException e) {
      throw new BadInputException(explained(file, e), e);
    }
  }

  /** The text from which {@link #read} makes an equal record. */
  public static String text(Record value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A record of settings can always be written", e);
    }
  }

  private static void requireKeys(Path file, String prefix, JsonNode node, Class<?> type) {
    if (!node.isObject()) {
      throw new BadInputException(
          "Cannot use %s: key '%s': found %s, expected the keys %s"
              .formatted(file, prefix, node.isMissingNode() ? "nothing" : node, keysOf(type)));
    }

    for (RecordComponent component : type.getRecordComponents()) {
      String key = kebab(component.getName());
      String path = prefix.isEmpty() ? key : prefix + "." + key;
      JsonNode value = node.path(key);
      boolean absent = value.isMissingNode() || value.isNull();
      if (absent && component.getType() != Optional.class) {
        throw new BadInputException(
            "Cannot use %s: key '%s': found nothing, expected a value (keys here: %s)"
                .formatted(file, path, keysOf(type)));
      }

      if (!absent) {
        requireKeysBelow(file, path, value, component.getGenericType());
      }
    }
  }

  private static void requireKeysBelow(Path file, String path, JsonNode value, Type type) {
    if (type instanceof Class<?> plain) {
      if (plain.isRecord()) {
        requireKeys(file, path, value, plain);
      }
      return;
    }

    ParameterizedType generic = (ParameterizedType) type;
    Class<?> raw = (Class<?>) generic.getRawType();
    Type[] arguments = generic.getActualTypeArguments();
    if (raw == Optional.class) {
      requireKeysBelow(file, path, value, arguments[0]);
    } else if (Collection.class.isAssignableFrom(raw)) {
      if (!value.isArray()) {
        requireKeysBelow(file, path, value, arguments[0]);
        return;
      }
      for (int i = 0; i < value.size(); i++) {
        requireKeysBelow(file, path + "[" + i + "]", value.get(i), arguments[0]);
      }
    } else if (Map.class.isAssignableFrom(raw)) {
      for (Map.Entry<String, JsonNode> entry : value.properties()) {
        requireKeysBelow(file, path + "." + entry.getKey(), entry.getValue(), arguments[1]);
      }
    }
  }

  private static String explained(Path file, JsonProcessingException error) {
    if (error instanceof UnrecognizedPropertyException unknown) {
      return "Cannot use %s: key '%s' is unknown, expected one of %s"
          .formatted(file, pathOf(unknown), new TreeSet<>(unknown.getKnownPropertyIds()));
    }

    if (error instanceof JsonMappingException mapping) {
      Throwable cause = mapping.getCause();
      String found =
          cause instanceof IllegalArgumentException ? cause.getMessage() : firstLine(error);
      return "Cannot use %s: key '%s': %s".formatted(file, pathOf(mapping), found);
    }

    return "Cannot use %s: it is not YAML: %s (line %d)"
        .formatted(file, error.getOriginalMessage(), lineOf(error));
  }

  private static int lineOf(JsonProcessingException error) {
    return error.getLocation() == null ? 0 : error.getLocation().getLineNr();
  }

  private static String pathOf(JsonMappingException error) {
    StringBuilder path = new StringBuilder();
    for (JsonMappingException.Reference step : error.getPath()) {
      if (step.getFieldName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return path.toString();
  }

  private static String firstLine(JsonProcessingException error) {
    return error.getOriginalMessage().lines().findFirst().orElse("");
  }

  /** The keys of a record, in order. */
  static List<String> keysOf(Class<?> type) {
    return List.of(type.getRecordComponents()).stream()
        .map(component -> kebab(component.getName()))
        .collect(Collectors.toList());
  }

  private static String kebab(String camel) {
    return PropertyNamingStrategies.KebabCaseStrategy.INSTANCE.translate(camel);
  }
}
