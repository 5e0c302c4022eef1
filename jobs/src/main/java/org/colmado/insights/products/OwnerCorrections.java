package org.colmado.insights.products;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.colmado.insights.products.NameModel.Example;
import org.colmado.insights.table.CategoryCorrections;
import org.colmado.insights.text.Sha256;

/**
 * The owner's corrections that apply. One holds for its product and for products of the same words,
 * which are other sizes of it. Where corrected products of the same words differ in category, each
 * holds for itself alone.
 *
 * @param byKey category by product key
 * @param byWords category by the words of the name, one blank between
 */
public record OwnerCorrections(Map<String, String> byKey, Map<String, String> byWords)
    implements Serializable {
  public static final OwnerCorrections NONE = new OwnerCorrections(Map.of(), Map.of());

  private static final int DIGITS = 12;

  public OwnerCorrections {
    byKey = Map.copyOf(byKey);
    byWords = Map.copyOf(byWords);
  }

  /**
   * The newest correction of each product.
   *
   * @param rows of {@link CategoryCorrections}; a null category withdraws what was before
   */
  public static OwnerCorrections of(List<Row> rows) {
    Map<String, Row> newest = new HashMap<>();
    rows.forEach(row -> newest.merge(key(row), row, OwnerCorrections::later));
    Map<String, String> byKey = new HashMap<>();
    newest.forEach(
        (key, row) -> {
          String category = row.getAs(CategoryCorrections.CATEGORY);
          if (category != null) {
            byKey.put(key, category);
          }
        });
    return new OwnerCorrections(byKey, byWords(byKey));
  }

  /** The owner's category of a name; empty: there is no correction. */
  Optional<String> categoryOf(String description, NameTokens name) {
    return Optional.ofNullable(ProductNames.keyOf(description))
        .map(byKey::get)
        .or(() -> Optional.ofNullable(byWords.get(words(name))));
  }

  /** Corrected names as training examples, {@code times} times. */
  List<Example> examples(int times) {
    return new TreeMap<>(byWords)
        .entrySet().stream()
            .map(e -> new Example(e.getValue(), List.of(e.getKey().split(" ", -1)), 1))
            .flatMap(example -> Collections.nCopies(times, example).stream())
            .toList();
  }

  /** Corrections whose category is none of {@code known}: they do not apply. */
  public List<String> unknown(Set<String> known) {
    return byKey.entrySet().stream()
        .filter(entry -> !known.contains(entry.getValue()))
        .map(entry -> "%s as %s".formatted(entry.getKey(), entry.getValue()))
        .sorted()
        .toList();
  }

  /** Without the corrections whose category is none of {@code known}. */
  OwnerCorrections within(Set<String> known) {
    Map<String, String> kept = new HashMap<>(byKey);
    kept.values().removeIf(category -> !known.contains(category));
    return new OwnerCorrections(kept, byWords(kept));
  }

  /** Content hash; empty if there are none. */
  String version() {
    if (byKey.isEmpty()) {
      return "";
    }

    Sha256 hash = Sha256.empty();
    new TreeMap<>(byKey)
        .forEach((key, value) -> hash.add((key + "\n" + value).getBytes(StandardCharsets.UTF_8)));
    return "-" + hash.hex().substring(0, DIGITS);
  }

  private static Map<String, String> byWords(Map<String, String> byKey) {
    Map<String, String> byWords = new HashMap<>();
    Set<String> disputed = new HashSet<>();
    byKey.forEach(
        (key, category) -> {
          String words = words(NameTokens.of(key));
          String other = byWords.putIfAbsent(words, category);
          if (words.isEmpty() || (other != null && !other.equals(category))) {
            disputed.add(words);
          }
        });
    byWords.keySet().removeAll(disputed);
    return byWords;
  }

  private static String words(NameTokens name) {
    return String.join(" ", name.stems());
  }

  private static String key(Row row) {
    return row.getAs(CategoryCorrections.PRODUCT_KEY);
  }

  private static Row later(Row one, Row other) {
    return at(other).isBefore(at(one)) ? one : other;
  }

  private static Instant at(Row row) {
    return row.getAs(CategoryCorrections.ENTERED_AT);
  }
}
