package org.colmado.insights.stage;

import java.util.Optional;
import org.colmado.insights.inbox.NotesFolder;
import org.colmado.insights.note.OwnerNote;
import org.colmado.insights.run.Outcome;
import org.colmado.insights.run.Run;
import org.colmado.insights.run.StageRunner;
import org.colmado.insights.table.CategoryCorrections;

/** Takes in an owner's correction of {@link CategoryCorrections} and decides all names again. */
public final class CorrectProducts {
  private CorrectProducts() {}

  /**
   * Writes the note and applies it at once, unless another run writes to the lake.
   *
   * @return whether it is applied; false: the next night does it
   */
  public static boolean note(Run run, OwnerNote note) {
    new NotesFolder(run.lake()).write(note);
    Optional<Outcome> outcome = StageRunner.runOneIfFree(run, "correct", () -> apply(run));

    return outcome.isPresent();
  }

  private static Outcome apply(Run run) {
    Outcome notes = IngestNotes.ingest(run);
    ProductDecisions.ofKnownNames(run);
    return notes;
  }
}
