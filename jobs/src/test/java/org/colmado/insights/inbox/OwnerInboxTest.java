package org.colmado.insights.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Row;
import org.colmado.insights.config.BadInputException;
import org.colmado.insights.lake.Lake;
import org.colmado.insights.lake.SparkTypes;
import org.colmado.insights.note.OwnerNote;
import org.colmado.insights.schema.TableRow;
import org.colmado.insights.table.ForecastOverrides;
import org.colmado.insights.table.IngestedFiles;
import org.colmado.insights.table.PersonaFeedback;
import org.colmado.insights.table.RejectedSales;
import org.colmado.insights.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnerInboxTest {
  private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
  private static final Instant NIGHT = Instant.parse("2026-02-01T08:30:00Z");

  @TempDir Path folder;

  @Test
  void notesGoToTheirTablesOnce() {
    notes().write(override(77.0, NOON));
    notes().write(override(null, NOON.plusSeconds(60)));
    notes().write(feedback());

    assertThat(ingest()).isEqualTo(new NoteCounts(3, 3, 0));
    assertThat(ingest()).isEqualTo(NoteCounts.NOTHING);
    assertThat(lake().read(ForecastOverrides.TABLE).orderBy("entered_at").collectAsList())
        .extracting(row -> row.<Double>getAs(ForecastOverrides.VALUE))
        .containsExactly(77.0, null);
    assertThat(lake().read(PersonaFeedback.TABLE).count()).isOne();
    assertThat(lake().read(IngestedFiles.TABLE).count()).isEqualTo(3);
  }

  @Test
  void aNoteThatIsInItsTableIsADuplicate() {
    lake().append(ForecastOverrides.TABLE, SparkTypes.rows(List.of(override(77.0, NOON).row())));
    notes().write(override(77.0, NOON));
    notes().write(override(80.0, NOON));

    assertThat(ingest()).isEqualTo(new NoteCounts(2, 0, 0));
    assertThat(lake().read(ForecastOverrides.TABLE).count()).isOne();
  }

  @Test
  void whatIsNoNoteIsQuarantinedWithItsReason() throws IOException {
    notes().write(override(-5.0, NOON));
    notes().write(override(5.0, NOON));
    Path file = folder.resolve("lake/_notes/page-1.jsonl");
    Files.writeString(file, "\n{\"table\":\"sales\"}\n" + override(6.0, NIGHT).line());

    assertThat(ingest()).isEqualTo(new NoteCounts(4, 2, 2));
    List<Row> rejected = lake().read(RejectedSales.TABLE).orderBy("detail").collectAsList();
    assertThat(rejected)
        .extracting(row -> row.<String>getAs(RejectedSales.DETAIL))
        .containsExactly(
            "Cannot read a note: expected value IS NULL OR value >= 0",
            "Cannot read a note: found table 'sales', expected [forecast_overrides,"
                + " persona_feedback, category_corrections]");
    assertThat(rejected.get(1).<Long>getAs(RejectedSales.LINE)).isEqualTo(2);
  }

  @Test
  void aFileThatIsStillWrittenIsLeftForLater() throws IOException {
    notes().write(override(5.0, NOON));
    Files.writeString(folder.resolve("lake/_notes/page-2.jsonl.writing"), "{\"table\":");

    assertThat(ingest().read()).isOne();
  }

  @Test
  void aFolderThatCannotBeWrittenToIsSaidSo() throws IOException {
    Files.createDirectories(folder.resolve("lake"));
    Files.writeString(folder.resolve("lake/_notes"), "a file");

    assertThatThrownBy(() -> notes().write(override(5.0, NOON)))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("expected a folder you may write to");
  }

  private NoteCounts ingest() {
    return new OwnerInbox(lake(), NIGHT).ingest();
  }

  private NotesFolder notes() {
    return new NotesFolder(lake());
  }

  private Lake lake() {
    return new Lake(SparkExtension.session(), folder.resolve("lake").toString());
  }

  private static OwnerNote override(Double value, Instant at) {
    return new OwnerNote(
        TableRow.of(ForecastOverrides.TABLE)
            .with(ForecastOverrides.STORE_ID, "colmado-01")
            .with(ForecastOverrides.TARGET_ON, LocalDate.of(2026, 2, 1))
            .with(ForecastOverrides.TARGET_HOUR, -1)
            .with(ForecastOverrides.MEASURE, "tickets")
            .with(ForecastOverrides.VALUE, value)
            .with(ForecastOverrides.ENTERED_AT, at));
  }

  private static OwnerNote feedback() {
    return new OwnerNote(
        TableRow.of(PersonaFeedback.TABLE)
            .with(PersonaFeedback.STORE_ID, "colmado-01")
            .with(PersonaFeedback.SEGMENT_TYPE, "temporal")
            .with(PersonaFeedback.SEGMENT_ID, "lunch_rush")
            .with(PersonaFeedback.VERDICT, PersonaFeedback.DOWN)
            .with(PersonaFeedback.NOTE, "más corto")
            .with(PersonaFeedback.ENTERED_AT, NOON));
  }
}
