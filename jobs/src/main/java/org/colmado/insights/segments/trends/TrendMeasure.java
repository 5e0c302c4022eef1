package org.colmado.insights.segments.trends;

import org.colmado.insights.table.Segments;

/** What of a segment is followed over time. */
public enum TrendMeasure {
  /** Visits of the segment over those of its family; 0 to 1. */
  SHARE(Segments.TRANSACTION_SHARE),

  /** Money of the segment over its visits, in the store's currency. */
  BASKET(Segments.AVG_BASKET_VALUE);

  private final String code;

  TrendMeasure(String code) {
    this.code = code;
  }

  /** As {@link org.colmado.insights.table.SegmentTrends#MEASURE} has it. */
  String code() {
    return code;
  }
}
