package org.colmado.insights.table;

import static org.colmado.insights.schema.ColumnType.BOOLEAN;
import static org.colmado.insights.schema.ColumnType.DATE;
import static org.colmado.insights.schema.ColumnType.DOUBLE;
import static org.colmado.insights.schema.ColumnType.LONG;
import static org.colmado.insights.schema.ColumnType.STRING;
import static org.colmado.insights.schema.ColumnType.listOf;
import static org.colmado.insights.schema.ColumnType.mapOf;
import static org.colmado.insights.schema.Columns.optional;
import static org.colmado.insights.schema.Columns.required;

import java.util.List;
import org.colmado.insights.schema.Check;
import org.colmado.insights.schema.ColumnType.Struct;
import org.colmado.insights.schema.Columns;
import org.colmado.insights.schema.TableSpec;

/**
 * Every fit of a store's missions, with all parameters needed to assign visits. The newest adopted
 * model is in use.
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
  public static final Struct MISSION =
      new Struct()
          .add(optional(MISSION_ID, STRING, "Stable name, kept from model to model"))
          .add(optional(NAME_ES, STRING, "Name in Spanish"))
          .add(optional(NAME_EN, STRING, "Name in English"))
          .add(optional(DESCRIPTION_ES, STRING, "What marks it, in Spanish"))
          .add(optional(DESCRIPTION_EN, STRING, "What marks it, in English"))
          .add(optional(VISIT_SHARE, DOUBLE, "Of the sample's visits"))
          .add(optional(JACCARD, DOUBLE, "Bootstrap Jaccard likeness, 0 to 1"))
          .add(optional(CONFIDENCE, DOUBLE, "Jaccard, less where shuffled baskets come near"))
          .add(optional(CENTRE, listOf(DOUBLE), "Its place, in the coordinates' order"));

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

  private static Struct columns() {
    return new Struct()
        .add(Columns.storeId())
        .add(Columns.asOf())
        .add(required(MODEL_VERSION, STRING, "As-of day and a hash of what was found"))
        .add(
            required(
                VERDICT,
                STRING,
                "found; no_structure: no number of missions passed; too_few_visits"))
        .add(
            required(
                IS_ADOPTED,
                BOOLEAN,
                "In use from that day until the next that is; false: the model before it stayed"))
        .add(
            required(
                MISSIONS,
                listOf(MISSION),
                "mission_id, names, descriptions, visit_share, jaccard, confidence and centre of"
                    + " each, the largest first; empty: none, or not adopted"))
        .add(
            required(
                COORDINATES,
                listOf(STRING),
                "What a visit's place is made of, in order; category:CODE is a category's share"))
        .add(
            required(
                SCALING,
                mapOf(STRING, DOUBLE),
                "Means, standard deviations and weights of the coordinates"))
        .add(optional(BOOTSTRAP_ARI, DOUBLE, "Of the chosen number; null: none was chosen"))
        .add(
            optional(
                GAP,
                DOUBLE,
                "Log scatter of shuffled baskets less that of the visits; null: none was chosen"))
        .add(
            optional(
                LABELS_KEPT,
                DOUBLE,
                "Share of the sample that this fit and the model before put into the same mission;"
                    + " null: there was none before, or none was found"))
        .add(required(SAMPLE_VISITS, LONG, "Visits it was fitted on"))
        .add(required(FIRST_ON, DATE, "First business day the sample was drawn from"))
        .add(required(LAST_ON, DATE, "Last business day the sample was drawn from"))
        .add(required(SEED, LONG, "Of every draw"))
        .add(required(SETTINGS, STRING, "conf/missions.yaml as it was"))
        .add(required(DATA_VERSION, LONG, "Version of the table sales it was fitted on"))
        .add(Columns.runId());
  }
}
