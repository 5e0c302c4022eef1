package org.colmado.insights.table;

import static org.colmado.insights.schema.ColumnType.DOUBLE;
import static org.colmado.insights.schema.ColumnType.STRING;
import static org.colmado.insights.schema.Columns.optional;
import static org.colmado.insights.schema.Columns.required;

import java.util.List;
import org.colmado.insights.schema.Check;
import org.colmado.insights.schema.ColumnType.Struct;
import org.colmado.insights.schema.Columns;
import org.colmado.insights.schema.TableSpec;

/** Which missions came, parted, joined and went when a store got a new model of its missions. */
public final class MissionEvents {
  public static final String STORE_ID = Columns.STORE_ID;
  public static final String AS_OF = Columns.AS_OF;
  public static final String EVENT = "event";
  public static final String MISSION_ID = MissionModels.MISSION_ID;
  public static final String NAME_ES = MissionModels.NAME_ES;
  public static final String NAME_EN = MissionModels.NAME_EN;
  public static final String PREDECESSOR_ID = "predecessor_id";
  public static final String SHARE_BEFORE = "share_before";
  public static final String SHARE_AFTER = "share_after";
  public static final String TEXT_ES = "text_es";
  public static final String TEXT_EN = "text_en";

  /** In the store's first model. */
  public static final String FIRST = "first";

  public static final TableSpec TABLE =
      new TableSpec(
          "mission_events",
          "One row per store, day of a new model, mission and predecessor; none for a mission that"
              + " goes on",
          List.of(STORE_ID, AS_OF, MISSION_ID, PREDECESSOR_ID),
          columns(),
          List.of(
              new Check(
                  "event_known",
                  EVENT + " IN ('" + FIRST + "', 'appeared', 'split', 'merged', 'faded')")));

  private MissionEvents() {}

  private static Struct columns() {
    return new Struct()
        .add(Columns.storeId())
        .add(Columns.asOf())
        .add(
            required(
                EVENT,
                STRING,
                "first: in the store's first model; appeared: new, of visits from several missions;"
                    + " split: new, half its visits or more are of the predecessor; merged: half or"
                    + " more of the predecessor, which is gone, went to it; faded: gone, its visits"
                    + " went to several missions"))
        .add(required(MISSION_ID, STRING, "The mission that came, grew or went, as in segments"))
        .add(required(NAME_ES, STRING, "Its name in Spanish"))
        .add(required(NAME_EN, STRING, "Its name in English"))
        .add(
            required(
                PREDECESSOR_ID,
                STRING,
                "Mission of the model before that it came from or took in; empty: none"))
        .add(
            optional(
                SHARE_BEFORE,
                DOUBLE,
                "Of the sample's visits by the model before: of the predecessor, or of the mission"
                    + " that faded; null: there was neither"))
        .add(
            optional(
                SHARE_AFTER,
                DOUBLE,
                "Of the same visits by the new model: of the mission; null: it faded"))
        .add(required(TEXT_ES, STRING, "In Spanish, for the owner"))
        .add(required(TEXT_EN, STRING, "In English"))
        .add(Columns.runId());
  }
}
