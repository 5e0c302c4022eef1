package org.colmado.insights.stage;

import java.util.Optional;
import org.colmado.insights.inbox.NoteCounts;
import org.colmado.insights.inbox.NotesFolder;
import org.colmado.insights.inbox.OwnerInbox;
import org.colmado.insights.note.OwnerNote;
import org.colmado.insights.run.Outcome;
import org.colmado.insights.run.Run;
import org.colmado.insights.run.StageRunner;

/** Reads the owner's notes into their tables: a part of the ingestion. */
public final class IngestNotes {
  private IngestNotes() {}

  /** Ingests the notes that are new. */
  static Outcome ingest(Run run) {
    NoteCounts counts = new OwnerInbox(run.lake(), run.startedAt()).ingest();
    if (counts.rejected() > 0) {
      run.progress().say("  rejected notes: %d (see rejected_sales)", counts.rejected());
    }
    return new Outcome(counts.read(), counts.accepted(), counts.rejected(), counts.duplicates());
  }

  /**
   * Writes a note and ingests it at once, unless another run writes to the lake.
   *
   * @param name of the command, for {@code job_runs}
   * @return whether it is in its table; false: the next night ingests it
   */
  public static boolean note(Run run, String name, OwnerNote note) {
    new NotesFolder(run.lake()).write(note);
    Optional<Outcome> outcome = StageRunner.runOneIfFree(run, name, () -> ingest(run));

    return outcome.isPresent();
  }
}
