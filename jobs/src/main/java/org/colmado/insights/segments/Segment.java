package org.colmado.insights.segments;

import java.io.Serializable;

/**
 * A segment to which visits can belong.
 *
 * @param type its family
 * @param id stable name within the family
 * @param confidence of the model for a mission; null for a rule segment, whose confidence is
 *     measured ({@link SegmentConfidence})
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
