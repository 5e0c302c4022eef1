package org.colmado.insights.personas.mentions;

/**
 * What a part of a text is about.
 *
 * @param code of the category or tender; empty for the other kinds
 * @param start index of its first character
 */
public record Subject(Kind kind, String code, int start) {

  /** Goods of a category, a tender, paydays, or what a share is of. */
  public enum Kind {
    GOODS,
    TENDER,
    PAYDAY,
    VISITS,
    SALES
  }
}
