package org.colmado.insights.table;

import static org.colmado.insights.schema.ColumnType.STRING;
import static org.colmado.insights.schema.ColumnType.TIMESTAMP;
import static org.colmado.insights.schema.Columns.optional;
import static org.colmado.insights.schema.Columns.required;

import java.util.List;
import org.colmado.insights.schema.Check;
import org.colmado.insights.schema.ColumnType.Struct;
import org.colmado.insights.schema.Columns;
import org.colmado.insights.schema.TableSpec;

/** The owner's feedback on personas. Append-only; the newest row of a segment applies. */
public final class PersonaFeedback {
  public static final String STORE_ID = Columns.STORE_ID;
  public static final String SEGMENT_TYPE = Segments.SEGMENT_TYPE;
  public static final String SEGMENT_ID = Segments.SEGMENT_ID;
  public static final String VERDICT = "verdict";
  public static final String PART = "part";
  public static final String NOTE = "note";
  public static final String ENTERED_AT = "entered_at";

  public static final String UP = "up";
  public static final String DOWN = "down";
  public static final String EDITED = "edited";

  /** Parts of a text that an owner may rewrite. */
  public static final List<String> PARTS = List.of("persona", "campaign");

  public static final TableSpec TABLE =
      new TableSpec(
          "persona_feedback",
          "One row per opinion of a segment's persona that the owner entered",
          List.of(STORE_ID, SEGMENT_TYPE, SEGMENT_ID, ENTERED_AT),
          new Struct()
              .add(Columns.storeId())
              .add(required(SEGMENT_TYPE, STRING, "Type of the segment"))
              .add(required(SEGMENT_ID, STRING, "Segment"))
              .add(
                  required(VERDICT, STRING, "up: keep it so; down: it is wrong; edited: rewritten"))
              .add(optional(PART, STRING, "Of an edit: persona or campaign; else null"))
              .add(optional(NOTE, STRING, "Why; of an edit its text; null: nothing was said"))
              .add(required(ENTERED_AT, TIMESTAMP, "When it was entered, UTC")),
          List.of(
              new Check("verdict_known", VERDICT + " IN ('up', 'down', 'edited')"),
              new Check(
                  "edit_has_part", "(" + VERDICT + " = 'edited') = (" + PART + " IS NOT NULL)"),
              new Check("edit_has_text", VERDICT + " <> 'edited' OR " + NOTE + " IS NOT NULL")));

  private PersonaFeedback() {}
}
