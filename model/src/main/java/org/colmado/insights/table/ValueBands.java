package org.colmado.insights.table;

import static org.colmado.insights.schema.ColumnType.INTEGER;
import static org.colmado.insights.schema.ColumnType.STRING;
import static org.colmado.insights.schema.Columns.MONEY;
import static org.colmado.insights.schema.Columns.optional;
import static org.colmado.insights.schema.Columns.required;

import java.util.List;
import org.colmado.insights.schema.Check;
import org.colmado.insights.schema.ColumnType.Struct;
import org.colmado.insights.schema.Columns;
import org.colmado.insights.schema.TableSpec;

/**
 * Where a small basket ends and a large one begins: the one place of it. Written once a store and
 * version of the rules, and kept, so that a segment means the same every night.
 */
public final class ValueBands {
  public static final String STORE_ID = Columns.STORE_ID;
  public static final String BAND = "band";
  public static final String SEGMENT_ID = "segment_id";
  public static final String FROM_VALUE = "from_value";
  public static final String TO_VALUE = "to_value";
  public static final String MODE = "mode";
  public static final String BANDS_VERSION = "bands_version";

  public static final TableSpec TABLE =
      new TableSpec(
          "value_bands",
          "One row per store and band of basket value",
          List.of(STORE_ID, BAND),
          new Struct()
              .add(Columns.storeId())
              .add(required(BAND, INTEGER, "0: the smallest baskets"))
              .add(required(SEGMENT_ID, STRING, "Segment of the band"))
              .add(required(FROM_VALUE, MONEY, "Least net total in the band, store currency"))
              .add(
                  optional(
                      TO_VALUE, MONEY, "Least net total above the band; null: the band is open"))
              .add(
                  required(
                      MODE,
                      STRING,
                      "fixed: given for the currency; quantile: learned from the store's baskets"))
              .add(required(BANDS_VERSION, INTEGER, "Version in conf/segments.yaml")),
          List.of(
              new Check(
                  "band_not_empty", "coalesce(" + TO_VALUE + " > " + FROM_VALUE + ", true)")));

  private ValueBands() {}
}
