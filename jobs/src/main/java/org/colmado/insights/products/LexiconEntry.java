package org.colmado.insights.products;

import java.io.Serializable;
import java.util.Locale;

/**
 * One phrase that identifies a category.
 *
 * @param category code
 * @param kind what the phrase is
 * @param language {@code es}, {@code en}, or {@code any} for a word both use
 * @param priority 0 to 100; the phrase with the higher priority decides
 * @param phrase as written in the file
 * @param key its stems, one blank between
 */
record LexiconEntry(
    String category, Kind kind, String language, int priority, String phrase, String key)
    implements Serializable {
  private static final int LEAST_NAME = 50;

  /** The kind of a lexicon phrase. */
  enum Kind {
    /** One word that names a product. */
    WORD,
    /** Several words with a meaning of their own. */
    PHRASE,
    /** A maker or a trade name. */
    BRAND,
    /** Excludes the category if the phrase occurs. */
    EXCLUSION;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The same entry, also valid in another language. */
  LexiconEntry alsoIn(String other) {
    String both = language.equals(other) ? language : "any";
    return new LexiconEntry(category, kind, both, priority, phrase, key);
  }

  /** Whether the phrase is only a hint, or as often an ingredient. */
  boolean isHint() {
    return priority < LEAST_NAME;
  }

  int words() {
    return key.split(" ", -1).length;
  }
}
