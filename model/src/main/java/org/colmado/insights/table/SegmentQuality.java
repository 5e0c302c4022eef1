package org.colmado.insights.table;

import static org.colmado.insights.schema.ColumnType.BOOLEAN;
import static org.colmado.insights.schema.ColumnType.DOUBLE;
import static org.colmado.insights.schema.ColumnType.INTEGER;
import static org.colmado.insights.schema.Columns.required;

import java.util.List;
import org.colmado.insights.schema.ColumnType.Struct;
import org.colmado.insights.schema.Columns;
import org.colmado.insights.schema.TableSpec;

/** Every number of missions that was tried, and how good it is. */
public final class SegmentQuality {
  public static final String STORE_ID = Columns.STORE_ID;
  public static final String AS_OF = Columns.AS_OF;
  public static final String K = "k";
  public static final String SILHOUETTE = "silhouette";
  public static final String PREDICTION_STRENGTH = "prediction_strength";
  public static final String BOOTSTRAP_ARI = "bootstrap_ari";
  public static final String MIN_JACCARD = "least_jaccard";
  public static final String GAP = "gap";
  public static final String IS_CHOSEN = "is_chosen";

  public static final TableSpec TABLE =
      new TableSpec(
          "segment_quality",
          "One row per store, fit of its missions and number of them that was tried",
          List.of(STORE_ID, AS_OF, K),
          new Struct()
              .add(Columns.storeId())
              .add(Columns.asOf())
              .add(required(K, INTEGER, "Number of missions"))
              .add(
                  required(
                      SILHOUETTE,
                      DOUBLE,
                      "Mean simplified silhouette, by distances to centres; -1 to 1"))
              .add(
                  required(
                      PREDICTION_STRENGTH,
                      DOUBLE,
                      "Share of pairs of the worst mission that the other half keeps together"))
              .add(
                  required(
                      BOOTSTRAP_ARI,
                      DOUBLE,
                      "Mean adjusted Rand index with fits on bootstrap samples; 1 the same, 0 as"
                          + " by chance"))
              .add(
                  required(
                      MIN_JACCARD,
                      DOUBLE,
                      "Bootstrap Jaccard likeness of the mission that returned least; 0 to 1"))
              .add(
                  required(
                      GAP,
                      DOUBLE,
                      "Log scatter of shuffled baskets less that of the visits; about 0: no"
                          + " structure"))
              .add(required(IS_CHOSEN, BOOLEAN, "Whether the fit has this number"))
              .add(Columns.runId()));

  private SegmentQuality() {}
}
