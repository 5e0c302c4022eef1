package org.colmado.insights.segments.missions;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import org.apache.spark.sql.Row;
import org.colmado.insights.lake.SparkTypes;
import org.colmado.insights.schema.Columns;
import org.colmado.insights.schema.TableRow;
import org.colmado.insights.table.MissionEvents;
import org.colmado.insights.text.BilingualText;
import org.colmado.insights.text.Language;

/**
 * What became of a mission when a store got a new model.
 *
 * @param mission id of the one that came, grew or went
 * @param predecessor where it came from, or what it took in
 * @param before share of the sample's visits by the old model, of the predecessor or of the mission
 *     that faded; empty: there was neither
 * @param after share of the same visits by the new model; empty: it faded
 */
record MissionEvent(
    Kind kind,
    String mission,
    BilingualText name,
    Optional<Origin> predecessor,
    Optional<Double> before,
    Optional<Double> after) {
  /** What happened; the rules are in {@link MissionTransitions}. */
  enum Kind {
    FIRST,
    APPEARED,
    SPLIT,
    MERGED,
    FADED;

    /** As the table has it. */
    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A mission of the old model.
   *
   * @param staysOn whether the new model has it too
   */
  record Origin(String id, BilingualText name, boolean staysOn) {}

  /** A row of {@link MissionEvents}. */
  Row toRow(String storeId, LocalDate asOf, String runId) {
    return SparkTypes.row(
        TableRow.of(MissionEvents.TABLE)
            .with(Columns.STORE_ID, storeId)
            .with(Columns.AS_OF, asOf)
            .with(MissionEvents.EVENT, kind.code())
            .with(MissionEvents.MISSION_ID, mission)
            .with(MissionEvents.NAME_ES, name.es())
            .with(MissionEvents.NAME_EN, name.en())
            .with(MissionEvents.PREDECESSOR_ID, predecessor.map(Origin::id).orElse(""))
            .with(MissionEvents.SHARE_BEFORE, before.orElse(null))
            .with(MissionEvents.SHARE_AFTER, after.orElse(null))
            .with(MissionEvents.TEXT_ES, text(Language.ES))
            .with(MissionEvents.TEXT_EN, text(Language.EN))
            .with(Columns.RUN_ID, runId));
  }

  /** The sentence, from {@code mission_events_es.properties} and its English sister. */
  String text(Language language) {
    ResourceBundle texts = ResourceBundle.getBundle("mission_events", language.locale());

    return String.format(
        Locale.ROOT,
        texts.getString(key()),
        language.of(name),
        percent(kind == Kind.FADED ? before : after),
        predecessor.map(origin -> language.of(origin.name())).orElse(""));
  }

  private String key() {
    boolean isOfOneThatStays = predecessor.map(Origin::staysOn).orElse(false);

    return kind == Kind.SPLIT ? (isOfOneThatStays ? "split.stays" : "split.gone") : kind.code();
  }

  private static String percent(Optional<Double> share) {
    return String.format(Locale.ROOT, "%.1f%%", 100 * share.orElse(0.0));
  }
}
