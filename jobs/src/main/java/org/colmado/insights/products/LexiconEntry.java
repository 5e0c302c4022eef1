package org.colmado.insights.products;

import java.io.Serializable;
import java.util.Locale;

/**
 * One phrase that says what a product is.
 *
 * @param category code
 * @param kind what the phrase is
 * @param language {@code es}, {@code en}, or {@code any} for a word both use
 * @param priority 0-100; of two phrases in a name the one of higher priority decides
 * @param phrase as written in the file
 * @param key its stems, one blank between
 */
record LexiconEntry(
    String category, Kind kind, String language, int priority, String phrase, String key)
    implements Serializable {

  /** What a phrase of the lexicon is. */
  enum Kind {
    /** One word that names a product. */
    WORD,
    /** Several words that together name another thing than each alone. */
    PHRASE,
    /** A maker or a trade name. */
    BRAND,
    /** Where the phrase occurs, the category is out of the question. */
    EXCLUSION;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The same entry where a second row has it in another language. */
  LexiconEntry alsoIn(String other) {
    String both = language.equals(other) ? language : "any";
    return new LexiconEntry(category, kind, both, priority, phrase, key);
  }

  int words() {
    return key.split(" ", -1).length;
  }
}
