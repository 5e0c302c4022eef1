package org.colmado.insights.command;

import static org.apache.spark.sql.functions.col;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.colmado.insights.config.BadInputException;
import org.colmado.insights.note.OwnerNote;
import org.colmado.insights.run.CommonOptions;
import org.colmado.insights.run.Run;
import org.colmado.insights.schema.TableRow;
import org.colmado.insights.spark.SharedSession;
import org.colmado.insights.spark.SparkSessions;
import org.colmado.insights.stage.IngestNotes;
import org.colmado.insights.table.PersonaFeedback;
import org.colmado.insights.table.SegmentPersonas;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Records the owner's feedback on a persona in {@link PersonaFeedback}; the next text takes it into
 * account.
 */
@Command(
    name = "feedback",
    description = {
      "Records your opinion of the text about a segment, or your own version.",
      "The next question to Grok about the segment includes it."
    },
    mixinStandardHelpOptions = true)
public final class GiveFeedback implements Callable<Integer> {
  private static final int LONGEST_NOTE = 200;
  private static final int LONGEST_TEXT = 600;

  /** Approval, disapproval, or an edit. */
  static final class Opinion {
    @Option(names = "--up", required = true, description = "The text is good.")
    private boolean isUp;

    @Option(names = "--down", required = true, description = "The text is wrong or useless.")
    private boolean isDown;

    @ArgGroup(exclusive = false)
    private Edit edit;

    String verdict() {
      if (edit != null) {
        return PersonaFeedback.EDITED;
      }
      return isUp && !isDown ? PersonaFeedback.UP : PersonaFeedback.DOWN;
    }
  }

  /** A part rewritten by the owner. */
  static final class Edit {
    @Option(
        names = "--edit",
        required = true,
        paramLabel = "persona|campaign",
        description = "Replaces this part by your own words.")
    private String part;

    @Option(
        names = "--text",
        required = true,
        paramLabel = "TEXT",
        description =
            "Your own words; up to 600 characters, without names or phone numbers of persons.")
    private String text;
  }

  @Mixin private CommonOptions options;

  @Option(names = "--store", required = true, paramLabel = "ID", description = "Store.")
  private String store;

  @Option(
      names = "--segment",
      required = true,
      paramLabel = "TYPE/ID",
      description = "As in segment_personas: mission/m1, temporal/lunch_rush.")
  private String segment;

  @ArgGroup(multiplicity = "1")
  private Opinion opinion;

  @Option(
      names = "--note",
      paramLabel = "TEXT",
      description = "With --up or --down: the reason; up to 200 characters.")
  private String note;

  @Override
  public Integer call() throws Exception {
    options.config();
    String[] parts = segment.split("/", 2);
    if (parts.length < 2) {
      throw refused("segment", segment, "TYPE/ID, such as mission/m1");
    }
    checkWords();

    try (SharedSession session = SparkSessions.share("feedback")) {
      Run run = Run.of(options, session.spark(), Clock.systemUTC());
      checkKnown(run, parts[0], parts[1]);
      boolean isIngested = IngestNotes.note(run, "feedback", note(run, parts[0], parts[1]));
      System.out.printf("Noted of %s, %s: %s.%n", store, segment, opinion.verdict());
      if (!isIngested) {
        System.out.println("Another run writes to the lake now: the next nightly takes it in.");
      }
      return 0;
    }
  }

  private void checkWords() {
    Edit edit = opinion.edit;
    if (edit != null && !PersonaFeedback.PARTS.contains(edit.part)) {
      throw refused("edit", "'" + edit.part + "'", "one of " + PersonaFeedback.PARTS);
    }
    if (edit != null && (edit.text.isBlank() || edit.text.length() > LONGEST_TEXT)) {
      throw refused("text", edit.text.length() + " letters", "1 to " + LONGEST_TEXT);
    }
    if (edit != null && note != null) {
      throw refused("note", "there", "none beside --edit");
    }
    if (note != null && note.length() > LONGEST_NOTE) {
      throw refused("note", note.length() + " letters", "at most " + LONGEST_NOTE);
    }
  }

  private void checkKnown(Run run, String type, String id) {
    List<String> known =
        run
            .lake()
            .read(SegmentPersonas.TABLE)
            .where(col(SegmentPersonas.STORE_ID).equalTo(store))
            .select(SegmentPersonas.SEGMENT_TYPE, SegmentPersonas.SEGMENT_ID)
            .distinct()
            .orderBy(SegmentPersonas.SEGMENT_TYPE, SegmentPersonas.SEGMENT_ID)
            .collectAsList()
            .stream()
            .map(row -> row.getString(0) + "/" + row.getString(1))
            .toList();
    if (!known.contains(type + "/" + id)) {
      throw refused("segment", "'" + segment + "' of '" + store + "'", "one of " + known);
    }
  }

  private OwnerNote note(Run run, String type, String id) {
    Edit edit = opinion.edit;

    return new OwnerNote(
        TableRow.of(PersonaFeedback.TABLE)
            .with(PersonaFeedback.STORE_ID, store)
            .with(PersonaFeedback.SEGMENT_TYPE, type)
            .with(PersonaFeedback.SEGMENT_ID, id)
            .with(PersonaFeedback.VERDICT, opinion.verdict())
            .with(PersonaFeedback.PART, edit == null ? null : edit.part)
            .with(PersonaFeedback.NOTE, edit == null ? note : edit.text)
            .with(PersonaFeedback.ENTERED_AT, run.startedAt()));
  }

  private static BadInputException refused(String what, Object found, String expected) {
    return new BadInputException(
        "Cannot note feedback: --%s is %s, expected %s".formatted(what, found, expected));
  }
}
