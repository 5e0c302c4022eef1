package org.colmado.insights.note;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.colmado.insights.config.BadInputException;
import org.colmado.insights.schema.ColumnType;
import org.colmado.insights.schema.ColumnType.Scalar;
import org.colmado.insights.schema.TableRow;
import org.colmado.insights.schema.TableSpec;
import org.colmado.insights.table.CategoryCorrections;
import org.colmado.insights.table.ForecastOverrides;
import org.colmado.insights.table.PersonaFeedback;

/**
 * One note of an owner: a row of {@link ForecastOverrides}, {@link PersonaFeedback} or {@link
 * CategoryCorrections} as a line of JSON. Commands and pages write notes to the {@link #FOLDER} of
 * the lake; the next ingestion appends them to their table. So only the stages write these tables.
 *
 * <p>The line has the key {@code table} and a key for each column that is not null. Dates and
 * instants are ISO 8601. A writer puts the line into a new file of name {@link #fileName()}: first
 * under another suffix, then renamed, so that a reader never sees half a file.
 */
public record OwnerNote(TableRow row) {
  /** Folder of the notes, below the lake's root. */
  public static final String FOLDER = "_notes";

  /** Suffix of a complete file. */
  public static final String SUFFIX = ".jsonl";

  /** Tables that notes are for. */
  public static final List<TableSpec> TABLES =
      List.of(ForecastOverrides.TABLE, PersonaFeedback.TABLE, CategoryCorrections.TABLE);

  private static final String TABLE = "table";
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /** A name that no other note has. */
  public String fileName() {
    return row.table().name() + "-" + UUID.randomUUID() + SUFFIX;
  }

  /** The note as one line, with its line feed. */
  public String line() {
    ObjectNode json = JSON.createObjectNode().put(TABLE, row.table().name());
    for (Map.Entry<String, Object> column : row.byName().entrySet()) {
      Object value = column.getValue();
      if (value instanceof LocalDate || value instanceof Instant) {
        json.put(column.getKey(), value.toString());
      } else if (value != null) {
        json.set(column.getKey(), JSON.valueToTree(value));
      }
    }
    return json + "\n";
  }

  /**
   * Reads a line.
   *
   * @throws BadInputException if it is not JSON, names no such table, has an unknown key or a value
   *     of a wrong type, or lacks a required column
   */
  public static OwnerNote parse(String line) {
    JsonNode json = tree(line);
    String name = json.path(TABLE).asText();
    TableSpec table =
        TABLES.stream()
            .filter(it -> it.name().equals(name))
            .findFirst()
            .orElseThrow(() -> invalid("table '" + name + "'", names().toString()));

    TableRow row = TableRow.of(table);
    for (Map.Entry<String, JsonNode> field : json.properties()) {
      if (!field.getKey().equals(TABLE)) {
        row.with(field.getKey(), value(table, field.getKey(), field.getValue()));
      }
    }
    requireAll(row);
    return new OwnerNote(row);
  }

  private static JsonNode tree(String line) {
    try {
      JsonNode json = JSON.readTree(line);
      if (json == null || !json.isObject()) {
        throw invalid("a line that is no JSON object", "one object a line");
      }
      return json;
    } catch (JsonProcessingException e) {
      throw invalid("a line that is no JSON", "one object a line");
    }
  }

  private static void requireAll(TableRow row) {
    try {
      row.values();
    } catch (IllegalArgumentException e) {
      throw new BadInputException("Cannot read a note: " + e.getMessage(), e);
    }
  }

  private static Object value(TableSpec table, String column, JsonNode value) {
    if (!table.schema().names().contains(column)) {
      throw invalid("the key '" + column + "'", table.schema().names().toString());
    }

    ColumnType type = table.schema().column(column).type();
    try {
      return switch ((Scalar) type) {
        case STRING -> require(value.isTextual(), column, value, "a text", value.textValue());
        case INTEGER ->
            require(
                value.isIntegralNumber() && value.canConvertToInt(),
                column,
                value,
                "a whole number",
                value.intValue());
        case DOUBLE -> require(value.isNumber(), column, value, "a number", value.doubleValue());
        case DATE -> LocalDate.parse(value.asText());
        case TIMESTAMP -> Instant.parse(value.asText());
        case BOOLEAN, LONG -> throw new IllegalStateException("No note has a " + type);
      };
    } catch (DateTimeException e) {
      throw invalid(column + " " + value, "an ISO 8601 date or instant in UTC");
    }
  }

  private static Object require(
      boolean holds, String column, JsonNode found, String expected, Object value) {
    if (!holds) {
      throw invalid(column + " " + found, expected);
    }
    return value;
  }

  private static List<String> names() {
    return TABLES.stream().map(TableSpec::name).toList();
  }

  private static BadInputException invalid(String found, String expected) {
    return new BadInputException(
        "Cannot read a note: found %s, expected %s".formatted(found, expected));
  }
}
