package org.colmado.insights.command;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.colmado.insights.config.BadInputException;
import org.colmado.insights.delta.ResultTables;
import org.colmado.insights.run.CommonOptions;
import org.colmado.insights.run.Run;
import org.colmado.insights.run.Stage;
import org.colmado.insights.run.StageRunner;
import org.colmado.insights.spark.SharedSession;
import org.colmado.insights.spark.SparkSessions;
import org.colmado.insights.stage.BuildCalendar;
import org.colmado.insights.stage.BuildFeatures;
import org.colmado.insights.stage.BuildScorecard;
import org.colmado.insights.stage.Categorise;
import org.colmado.insights.stage.FindMissions;
import org.colmado.insights.stage.FindOffers;
import org.colmado.insights.stage.ForecastDemand;
import org.colmado.insights.stage.IngestFiles;
import org.colmado.insights.stage.PlanOperations;
import org.colmado.insights.stage.ProfileSegments;
import org.colmado.insights.stage.WritePersonas;
import org.colmado.insights.summary.Summary;
import org.colmado.insights.table.SaleLines;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The night: all stages in order. Idempotent, and safe to kill at any point. */
@Command(
    name = "nightly",
    description = "Reads new files and updates every table to the as-of day.",
    mixinStandardHelpOptions = true)
public final class NightlyCommand implements Callable<Integer> {
  private static final List<Stage> STAGES =
      List.of(
          new IngestFiles(),
          new Categorise(),
          new BuildCalendar(),
          new FindMissions(),
          new BuildFeatures(),
          new ProfileSegments(),
          new FindOffers(),
          new ForecastDemand(),
          new PlanOperations(),
          new WritePersonas(),
          new BuildScorecard());

  /** Sale lines of about five store-years; larger lakes gain from generated code. */
  private static final long SMALL_BYTES = 24L << 20;

  @Mixin private CommonOptions options;

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "STAGE",
      description =
          "Only these stages: ingest, categorise, calendar, missions, features, segments, offers,"
              + " forecast, plans, personas, scorecard. The summary is printed if the last one ran.")
  private List<String> only = List.of();

  @Option(names = "--from", paramLabel = "STAGE", description = "This stage and those after it.")
  private String from;

  @Override
  public Integer call() throws Exception {
    List<Stage> chosen = chosen();
    options.config();

    try (SharedSession session = SparkSessions.share("nightly")) {
      SparkSession spark = session.spark();
      Run run = Run.of(options, spark, Clock.systemUTC());
      SparkSessions.generateCode(spark, !isSmall(run.lake().results()));
      StageRunner.runAll(run, chosen);
      if (chosen.contains(STAGES.get(STAGES.size() - 1))) {
        Summary.print(run, System.out);
      }
      return 0;
    }
  }

  /** Whether the lake has sales, and few: a store with some years. A first night may read many. */
  private static boolean isSmall(ResultTables tables) {
    return tables.files(SaleLines.TABLE).filter(files -> files.bytes() < SMALL_BYTES).isPresent();
  }

  /** The stages by name, in the order of the night. */
  static List<String> names() {
    return STAGES.stream().map(Stage::name).toList();
  }

  /** All stages, for commands that end in a night. */
  static void run(Run run) {
    StageRunner.runAll(run, STAGES);
  }

  /** Runs some stages, for commands that need their tables. */
  public static void run(Run run, Set<String> names) {
    StageRunner.runAll(run, STAGES.stream().filter(stage -> names.contains(stage.name())).toList());
  }

  private List<Stage> chosen() {
    List<String> names = names();
    for (String name : Stream.concat(only.stream(), Stream.ofNullable(from)).toList()) {
      if (!names.contains(name)) {
        throw new BadInputException(
            "Cannot run stage '%s': there is none, expected one of %s".formatted(name, names));
      }
    }

    int first = from == null ? 0 : names.indexOf(from);
    Set<String> wanted = Set.copyOf(only.isEmpty() ? names : only);
    return STAGES.subList(first, STAGES.size()).stream()
        .filter(stage -> wanted.contains(stage.name()))
        .toList();
  }
}
