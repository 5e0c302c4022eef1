package org.colmado.insights.products;

import java.util.Locale;

/** The basis of a category decision, the most reliable first. */
public enum DecidedBy {
  /** The owner's correction, of this product or of another size of it. */
  OWNER,
  /** The POS's own category. */
  CATALOGUE,
  /** A word or phrase of the lexicon. */
  LEXICON,
  /** A brand of the lexicon. */
  BRAND,
  /** A lexicon word after correcting a typing error, a truncation or a diminutive. */
  FUZZY,
  /** Similarity to known names. */
  MODEL,
  /** Nothing: the category is {@code unclassified}. */
  NONE;

  /** As the tables write it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
