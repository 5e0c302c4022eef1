package org.colmado.insights.segments;

import java.io.Serializable;

/**
 * A segment that visits can be in.
 *
 * @param type its family
 * @param id stable name within the family
 * @param confidence as the model it comes from says; null: it is of the rules, and its confidence
 *     is measured on what does not define it
 */
record Segment(
    String type,
    String id,
    String nameEs,
    String nameEn,
    String descriptionEs,
    String descriptionEn,
    Double confidence)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  static Segment of(String type, SegmentRules.Named named) {
    return new Segment(
        type,
        named.id(),
        named.nameEs(),
        named.nameEn(),
        named.descriptionEs(),
        named.descriptionEn(),
        null);
  }
}
