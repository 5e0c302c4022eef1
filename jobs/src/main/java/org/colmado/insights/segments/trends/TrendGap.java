package org.colmado.insights.segments.trends;

/** Why a segment's months cannot be compared, the first that holds. */
enum TrendGap {
  /** Some visits were assigned by other rules, or by another model of the missions. */
  OTHER_RULES("rules"),

  /** Under eight weeks of sales. */
  FEW_WEEKS("weeks"),

  /** Too few days with sales in a month. */
  FEW_DAYS("days"),

  /** Too few visits for a ratio's error to be known. */
  FEW_VISITS("visits");

  private final String key;

  TrendGap(String key) {
    this.key = key;
  }

  /** End of the key of its sentence. */
  String key() {
    return key;
  }
}
