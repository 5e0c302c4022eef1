package org.colmado.insights.ingest.ticket;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * A function with an LRU cache: a shop sells the same few hundred products all day.
 *
 * @param <T> question
 * @param <R> answer
 */
final class CachedFunction<T, R> implements Function<T, R> {
  private static final int REMEMBERED = 20_000;

  private final Function<T, R> function;
  private final Map<T, R> answers =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<T, R> eldest) {
          return size() > REMEMBERED;
        }
      };

  CachedFunction(Function<T, R> function) {
    this.function = function;
  }

  @Override
  public R apply(T question) {
    R known = answers.get(question);
    if (known == null) {
      known = function.apply(question);
      answers.put(question, known);
    }
    return known;
  }
}
