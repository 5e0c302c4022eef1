package org.colmado.insights.ingest.inspect;

import java.util.List;

/**
 * Something that was found in a file, as a message of {@code messages_es.properties} and its
 * values.
 *
 * @param key of the message
 * @param values in the order of the message
 */
public record Finding(String key, List<Object> values) {
  static Finding of(String key, Object... values) {
    return new Finding(key, List.of(values));
  }
}
