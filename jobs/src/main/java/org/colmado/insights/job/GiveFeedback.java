package org.colmado.insights.job;

import static org.apache.spark.sql.functions.col;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.colmado.insights.config.BadInputException;
import org.colmado.insights.spark.SharedSession;
import org.colmado.insights.spark.SparkSessions;
import org.colmado.insights.table.PersonaFeedback;
import org.colmado.insights.table.SegmentPersonas;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Notes what the owner thinks of a persona, in {@link PersonaFeedback}; the next text goes by it.
 */
@Command(
    name = "feedback",
    description = {
      "Says whether the text about a segment is right, and what should change.",
      "The next question to Grok about the segment has it among its facts."
    },
    mixinStandardHelpOptions = true)
public final class GiveFeedback implements Callable<Integer> {
  private static final int LONGEST = 200;

  /** Right, or not. */
  static final class Thumb {
    @Option(names = "--up", required = true, description = "Keep it so.")
    private boolean isUp;

    @Option(names = "--down", required = true, description = "It is wrong, or of no use.")
    private boolean isDown;

    String verdict() {
      return isUp && !isDown ? PersonaFeedback.UP : PersonaFeedback.DOWN;
    }
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
  private Thumb thumb;

  @Option(
      names = "--note",
      paramLabel = "TEXT",
      description = "What should change, or a better text; up to 200 letters.")
  private String note;

  @Override
  public Integer call() throws Exception {
    options.config();
    String[] parts = segment.split("/", 2);
    if (parts.length < 2) {
      throw refused("segment", segment, "TYPE/ID, such as mission/m1");
    }
    if (note != null && note.length() > LONGEST) {
      throw refused("note", note.length() + " letters", "at most " + LONGEST);
    }

    try (SharedSession session = SparkSessions.share("feedback")) {
      Run run = Run.of(options, session.spark(), Clock.systemUTC());
      checkKnown(run, parts[0], parts[1]);
      Stages.recorded(run, "feedback", () -> note(run, parts[0], parts[1]));
      System.out.printf("Noted of %s, %s: %s.%n", store, segment, thumb.verdict());
      return 0;
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

  private Outcome note(Run run, String type, String id) {
    Row row = RowFactory.create(store, type, id, thumb.verdict(), note, run.startedAt());
    run.lake()
        .append(
            PersonaFeedback.TABLE,
            run.spark().createDataFrame(List.of(row), PersonaFeedback.TABLE.schema()).coalesce(1));
    return Outcome.wrote(1, 1);
  }

  private static BadInputException refused(String what, Object found, String expected) {
    return new BadInputException(
        "Cannot note feedback: --%s is %s, expected %s".formatted(what, found, expected));
  }
}
