package org.colmado.insights.products;

/**
 * A phrase of the lexicon found in a name.
 *
 * @param entry the phrase
 * @param at index of its first word
 * @param addition whether it stands behind a word such as {@code con} or {@code sabor}
 * @param nearness how the word of the name differs from the entry's
 */
record Hit(LexiconEntry entry, int at, boolean addition, NearWords.Nearness nearness) {
  /** Penalty for a phrase in an addition ("with milk"), which says little about the product. */
  private static final int ADDITION_PENALTY = 30;

  /** Weight of the hit; the highest decides. */
  int weight() {
    return entry.priority() - (addition ? ADDITION_PENALTY : 0) - nearness.penalty();
  }
}
