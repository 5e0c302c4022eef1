package org.colmado.insights.products;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.colmado.insights.products.LexiconEntry.Kind;

/**
 * Finds the phrases of the lexicon in a name. Whole words only: {@code ron} is not in {@code
 * macarrones}. At each word the longest phrase matches, and its words are consumed.
 */
final class Lexicon implements Serializable {
  private static final long serialVersionUID = 1L;

  private final HashMap<String, LexiconEntry> byKey = new HashMap<>();
  private final HashMap<String, HashSet<String>> excludedBy = new HashMap<>();
  private final NearWords nearWords;
  private final int longest;

  Lexicon(List<LexiconEntry> entries) {
    for (LexiconEntry entry : entries) {
      if (entry.kind() == Kind.EXCLUSION) {
        excludedBy.computeIfAbsent(entry.key(), key -> new HashSet<>()).add(entry.category());
      } else {
        byKey.merge(entry.key(), entry, Lexicon::stronger);
      }
    }
    for (LexiconEntry entry : entries) {
      if (entry.kind() != Kind.EXCLUSION) {
        byKey.putIfAbsent(withoutEnye(entry.key()), entry);
      }
    }
    longest = entries.stream().mapToInt(LexiconEntry::words).max().orElse(0);
    nearWords = new NearWords(byKey);
  }

  /** The phrases of the name in reading order, without those that an exclusion forbids. */
  List<Hit> hits(NameTokens name) {
    Set<String> excluded = excluded(name);
    List<Hit> hits = new ArrayList<>();
    int at = 0;
    while (at < name.stems().size()) {
      int here = at;
      Optional<Hit> hit = exactAt(name, at).or(() -> nearAt(name, here));
      hit.filter(found -> !excluded.contains(found.entry().category())).ifPresent(hits::add);
      at += hit.map(found -> found.entry().words()).orElse(1);
    }
    return hits;
  }

  private Optional<Hit> exactAt(NameTokens name, int at) {
    for (int end = Math.min(name.stems().size(), at + longest); end > at; end--) {
      LexiconEntry entry = byKey.get(String.join(" ", name.stems().subList(at, end)));
      if (entry != null) {
        return Optional.of(new Hit(entry, at, at > name.modifierFrom(), NearWords.Nearness.SAME));
      }
    }
    return Optional.empty();
  }

  private Optional<Hit> nearAt(NameTokens name, int at) {
    return Optional.of(name.stems().get(at))
        .filter(stem -> !NameTokens.isMarker(stem))
        .flatMap(nearWords::find)
        .map(near -> new Hit(near.entry(), at, at > name.modifierFrom(), near.nearness()));
  }

  private Set<String> excluded(NameTokens name) {
    Set<String> categories = new HashSet<>();
    for (int at = 0; at < name.stems().size() && !excludedBy.isEmpty(); at++) {
      for (int end = Math.min(name.stems().size(), at + longest); end > at; end--) {
        String key = String.join(" ", name.stems().subList(at, end));
        categories.addAll(excludedBy.getOrDefault(key, new HashSet<>()));
      }
    }
    return categories;
  }

  private static LexiconEntry stronger(LexiconEntry one, LexiconEntry other) {
    return other.priority() > one.priority() ? other : one;
  }

  private static String withoutEnye(String key) {
    return key.replace('ñ', 'n');
  }

  Map<String, LexiconEntry> byKey() {
    return byKey;
  }
}
