package org.colmado.insights.segments;

import java.io.Serializable;

/**
 * A segment of the rules.
 *
 * @param type its family
 * @param id stable name within the family
 */
record Segment(
    String type,
    String id,
    String nameEs,
    String nameEn,
    String descriptionEs,
    String descriptionEn)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  static Segment of(String type, SegmentRules.Named named) {
    return new Segment(
        type,
        named.id(),
        named.nameEs(),
        named.nameEn(),
        named.descriptionEs(),
        named.descriptionEn());
  }
}
