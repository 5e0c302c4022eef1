package org.colmado.insights.products;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.colmado.insights.products.LexiconEntry.Kind;

/**
 * Fuzzy lookup of lexicon words: diminutives, truncated words as on narrow shelf labels, and words
 * with one typing error. Brands must match exactly, as many are one letter away from a common word.
 */
final class NearWords implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int SHORTEST_CUT = 4;
  private static final int SHORTEST_MISTYPED = 6;
  private static final int SHORTEST_ORIGIN = 3;

  private final HashMap<String, LexiconEntry> byKey;
  private final TreeMap<String, LexiconEntry> sorted = new TreeMap<>();

  /** How a word differs from the lexicon word. */
  enum Nearness {
    SAME(0),
    DIMINUTIVE(5),
    CUT_OFF(18),
    MISTYPED_LONG(18),
    MISTYPED(26);

    private final int penalty;

    Nearness(int penalty) {
      this.penalty = penalty;
    }

    int penalty() {
      return penalty;
    }
  }

  /** A lexicon entry with its difference. */
  record Near(LexiconEntry entry, Nearness nearness) {}

  NearWords(Map<String, LexiconEntry> byKey) {
    this.byKey = new HashMap<>(byKey);
    byKey.forEach(
        (key, entry) -> {
          if (key.indexOf(' ') < 0 && entry.kind() == Kind.WORD) {
            sorted.put(key, entry);
          }
        });
  }

  /** The nearest entry; empty if none is near or the nearest ones disagree on the category. */
  Optional<Near> find(String stem) {
    return diminutive(stem).or(() -> cutOff(stem)).or(() -> mistyped(stem));
  }

  private Optional<Near> diminutive(String stem) {
    return Stems.ofDiminutive(stem).stream()
        .filter(origin -> origin.length() >= SHORTEST_ORIGIN && byKey.containsKey(origin))
        .findFirst()
        .map(origin -> new Near(byKey.get(origin), Nearness.DIMINUTIVE));
  }

  private Optional<Near> cutOff(String stem) {
    boolean endsAsWord = "aeio".indexOf(stem.charAt(stem.length() - 1)) >= 0;
    if (stem.length() < SHORTEST_CUT || endsAsWord) {
      return Optional.empty();
    }

    Map<String, LexiconEntry> longer = sorted.subMap(stem, true, stem + '\uffff', false);
    return agreed(new ArrayList<>(longer.values()), Nearness.CUT_OFF);
  }

  private Optional<Near> mistyped(String stem) {
    if (stem.length() < SHORTEST_MISTYPED) {
      return Optional.empty();
    }

    String first = stem.substring(0, 1);
    List<LexiconEntry> near =
        sorted.subMap(first, true, first + '\uffff', false).entrySet().stream()
            .filter(word -> word.getKey().length() >= SHORTEST_MISTYPED - 1)
            .filter(word -> isOneEditAway(stem, word.getKey()))
            .map(Map.Entry::getValue)
            .toList();
    boolean isLong = stem.length() > SHORTEST_MISTYPED + 1;
    return agreed(near, isLong ? Nearness.MISTYPED_LONG : Nearness.MISTYPED);
  }

  private static Optional<Near> agreed(List<LexiconEntry> entries, Nearness nearness) {
    Set<String> categories =
        entries.stream().map(LexiconEntry::category).collect(Collectors.toSet());
    return categories.size() == 1
        ? Optional.of(new Near(entries.get(0), nearness))
        : Optional.empty();
  }

  /**
   * Whether the edit distance is 1: an inserted, deleted or replaced letter, or two swapped
   * neighbours.
   */
  static boolean isOneEditAway(String one, String other) {
    int difference = one.length() - other.length();
    if (Math.abs(difference) > 1) {
      return false;
    }

    int start = 0;
    int shortest = Math.min(one.length(), other.length());
    while (start < shortest && one.charAt(start) == other.charAt(start)) {
      start++;
    }
    String restOfOne = one.substring(start);
    String restOfOther = other.substring(start);
    if (difference > 0) {
      return restOfOne.substring(1).equals(restOfOther);
    }
    if (difference < 0) {
      return restOfOther.substring(1).equals(restOfOne);
    }
    return isReplacedOrSwapped(restOfOne, restOfOther);
  }

  private static boolean isReplacedOrSwapped(String one, String other) {
    if (one.isEmpty() || one.substring(1).equals(other.substring(1))) {
      return true;
    }

    return one.charAt(0) == other.charAt(1)
        && one.charAt(1) == other.charAt(0)
        && one.substring(2).equals(other.substring(2));
  }
}
