package org.colmado.insights.products;

import java.util.Locale;

/** What a category rests on, the surest first. */
public enum DecidedBy {
  /** The POS's own category. */
  CATALOGUE,
  /** A word or phrase of the lexicon. */
  LEXICON,
  /** A brand of the lexicon. */
  BRAND,
  /** A word of the lexicon after mending a typing error, a cut-off or a diminutive. */
  FUZZY,
  /** Likeness to known names. */
  MODEL,
  /** Nothing: the category is {@code unclassified}. */
  NONE;

  /** As the tables write it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
