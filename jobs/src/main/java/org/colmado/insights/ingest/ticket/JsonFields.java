package org.colmado.insights.ingest.ticket;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The fields of a JSON object, read in one pass. Numbers keep their exact text. Only one nested
 * list of objects is parsed.
 *
 * @param texts strings and numbers
 * @param others all other values as text: true, false, objects and lists
 * @param items the objects of the list; an entry that is no object is an object without fields
 * @param isNull a null in place of an object
 */
record JsonFields(
    Map<String, String> texts, Map<String, String> others, List<JsonFields> items, boolean isNull) {
  private static final JsonFactory JSON = new JsonFactory();

  /**
   * Reads one object.
   *
   * @param list name of the nested list to parse
   */
  static JsonFields read(String json, String list) throws RefusedRecord {
    try (JsonParser parser = JSON.createParser(json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new RefusedRecord("malformed_record", "Found no JSON object, expected one a line");
      }
      JsonFields fields = object(parser, json, list);
      if (parser.nextToken() != null) {
        throw malformed(parser.currentLocation().getColumnNr());
      }
      return fields;
    } catch (JsonProcessingException e) {
      throw malformed(e.getLocation() == null ? 0 : e.getLocation().getColumnNr());
    } catch (IOException e) {
      throw new UncheckedIOException("Text in memory cannot fail to be read", e);
    }
  }

  /** The names of its fields, in order. */
  Set<String> names() {
    Set<String> names = new TreeSet<>(texts.keySet());
    names.addAll(others.keySet());
    return names;
  }

  private static RefusedRecord malformed(int column) {
    return new RefusedRecord("malformed_record", "Not JSON at column %d".formatted(column));
  }

  private static JsonFields empty(boolean isNull) {
    return new JsonFields(new HashMap<>(), new HashMap<>(), new ArrayList<>(), isNull);
  }

  private static JsonFields object(JsonParser parser, String json, String list) throws IOException {
    JsonFields fields = empty(false);
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      fields.texts.remove(name);
      fields.others.remove(name);
      if (value == JsonToken.VALUE_STRING || value.isNumeric()) {
        fields.texts.put(name, parser.getText());
      } else if (value == JsonToken.START_ARRAY && name.equals(list)) {
        fields.items.clear();
        objects(parser, json, fields.items);
      } else if (value != JsonToken.VALUE_NULL) {
        fields.others.put(name, skipped(parser, json));
      }
    }
    return fields;
  }

  private static void objects(JsonParser parser, String json, List<JsonFields> objects)
      throws IOException {
    for (JsonToken entry = parser.nextToken();
        entry != JsonToken.END_ARRAY;
        entry = parser.nextToken()) {
      if (entry == JsonToken.START_OBJECT) {
        objects.add(object(parser, json, ""));
      } else {
        parser.skipChildren();
        objects.add(empty(entry == JsonToken.VALUE_NULL));
      }
    }
  }

  /** The value as text. */
  private static String skipped(JsonParser parser, String json) throws IOException {
    int from = (int) parser.currentTokenLocation().getCharOffset();
    parser.skipChildren();

    return json.substring(from, (int) parser.currentLocation().getCharOffset());
  }
}
