package org.colmado.insights.table;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;
import static org.apache.spark.sql.types.DataTypes.createMapType;
import static org.colmado.insights.table.Columns.optional;
import static org.colmado.insights.table.Columns.required;

import java.util.List;
import org.apache.spark.sql.types.StructType;

/**
 * Every fit of a store's missions, with all it takes to put a visit into one of them again. The
 * newest that was adopted is the one in use.
 */
public final class MissionModels {
  public static final String STORE_ID = Columns.STORE_ID;
  public static final String AS_OF = Columns.AS_OF;
  public static final String MODEL_VERSION = "model_version";
  public static final String VERDICT = "verdict";
  public static final String IS_ADOPTED = "is_adopted";
  public static final String MISSIONS = "missions";
  public static final String COORDINATES = "coordinates";
  public static final String SCALING = "scaling";
  public static final String BOOTSTRAP_ARI = "bootstrap_ari";
  public static final String GAP = "gap";
  public static final String LABELS_KEPT = "labels_kept";
  public static final String SAMPLE_VISITS = "sample_visits";
  public static final String FIRST_ON = Segments.FIRST_ON;
  public static final String LAST_ON = Segments.LAST_ON;
  public static final String SEED = "seed";
  public static final String SETTINGS = "settings";
  public static final String DATA_VERSION = "data_version";

  /** Missions were found. */
  public static final String FOUND = "found";

  /** No number of missions passed. */
  public static final String NO_STRUCTURE = "no_structure";

  /** Too few visits to look for any. */
  public static final String TOO_FEW_VISITS = "too_few_visits";

  public static final String MISSION_ID = "mission_id";
  public static final String NAME_ES = "name_es";
  public static final String NAME_EN = "name_en";
  public static final String DESCRIPTION_ES = "description_es";
  public static final String DESCRIPTION_EN = "description_en";
  public static final String VISIT_SHARE = "visit_share";
  public static final String JACCARD = "jaccard";
  public static final String CONFIDENCE = "confidence";
  public static final String CENTRE = "centre";

  /** One mission; no field is ever null, which Delta cannot ask for within an array. */
  public static final StructType MISSION =
      new StructType()
          .add(optional(MISSION_ID, StringType, "Stable name, kept from model to model"))
          .add(optional(NAME_ES, StringType, "Name in Spanish"))
          .add(optional(NAME_EN, StringType, "Name in English"))
          .add(optional(DESCRIPTION_ES, StringType, "What marks it, in Spanish"))
          .add(optional(DESCRIPTION_EN, StringType, "What marks it, in English"))
          .add(optional(VISIT_SHARE, DoubleType, "Of the sample's visits"))
          .add(optional(JACCARD, DoubleType, "Bootstrap Jaccard likeness, 0 to 1"))
          .add(optional(CONFIDENCE, DoubleType, "Jaccard, less where shuffled baskets come near"))
          .add(
              optional(
                  CENTRE, createArrayType(DoubleType), "Its place, in the coordinates' order"));

  public static final TableSpec TABLE =
      new TableSpec(
          "mission_models",
          "One row per store and fit of its missions",
          List.of(STORE_ID, AS_OF),
          columns(),
          List.of(
              new Check(
                  "verdict_known",
                  "%s IN ('%s', '%s', '%s')"
                      .formatted(VERDICT, FOUND, NO_STRUCTURE, TOO_FEW_VISITS))));

  private MissionModels() {}

  private static StructType columns() {
    return new StructType()
        .add(Columns.storeId())
        .add(Columns.asOf())
        .add(required(MODEL_VERSION, StringType, "As-of day and a hash of what was found"))
        .add(
            required(
                VERDICT,
                StringType,
                "found; no_structure: no number of missions passed; too_few_visits"))
        .add(
            required(
                IS_ADOPTED,
                BooleanType,
                "In use from that day until the next that is; false: the model before it stayed"))
        .add(
            required(
                MISSIONS,
                createArrayType(MISSION),
                "mission_id, names, descriptions, visit_share, jaccard, confidence and centre of"
                    + " each, the largest first; empty: none, or not adopted"))
        .add(
            required(
                COORDINATES,
                createArrayType(StringType),
                "What a visit's place is made of, in order; category:CODE is a category's share"))
        .add(
            required(
                SCALING,
                createMapType(StringType, DoubleType),
                "Means, standard deviations and weights of the coordinates"))
        .add(optional(BOOTSTRAP_ARI, DoubleType, "Of the chosen number; null: none was chosen"))
        .add(
            optional(
                GAP,
                DoubleType,
                "Log scatter of shuffled baskets less that of the visits; null: none was chosen"))
        .add(
            optional(
                LABELS_KEPT,
                DoubleType,
                "Share of the sample that this fit and the model before put into the same mission;"
                    + " null: there was none before, or none was found"))
        .add(required(SAMPLE_VISITS, LongType, "Visits it was fitted on"))
        .add(required(FIRST_ON, DateType, "First business day the sample was drawn from"))
        .add(required(LAST_ON, DateType, "Last business day the sample was drawn from"))
        .add(required(SEED, LongType, "Of every draw"))
        .add(required(SETTINGS, StringType, "conf/missions.yaml as it was"))
        .add(required(DATA_VERSION, LongType, "Version of the table sales it was fitted on"))
        .add(Columns.runId());
  }
}
