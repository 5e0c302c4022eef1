package org.colmado.insights.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.colmado.insights.config.BadInputException;
import org.colmado.insights.config.InsightsConfig;
import org.colmado.insights.run.CommonOptions;
import org.colmado.insights.run.ConfiguredCalendars;
import org.colmado.insights.run.Run;
import org.colmado.insights.simulate.Simulation;
import org.colmado.insights.spark.SharedSession;
import org.colmado.insights.spark.SparkSessions;
import org.colmado.insights.summary.Messages;
import org.colmado.insights.summary.Summary;
import org.colmado.insights.table.Sales;
import org.colmado.insights.text.Language;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The demo: a night over the shop's files, or over a simulated shop if there are none. */
@Command(
    name = "demo",
    description =
        "Runs a night, over a simulated shop if there are no sales, and prints a summary.",
    mixinStandardHelpOptions = true)
public final class Demo implements Callable<Integer> {
  private static final int DAYS = 120;
  private static final long SEED = 1;
  private static final String SOURCE = "pos-json";

  @Mixin private CommonOptions options;

  @Option(names = "--no-dashboard", description = "Stops before the dashboard is opened.")
  private boolean noDashboard;

  @Override
  public Integer call() {
    options.config();

    try (SharedSession session = SparkSessions.share("demo")) {
      Run run = Run.of(options, session.spark(), Clock.systemUTC());
      if (run.lake().read(Sales.TABLE).isEmpty()) {
        simulate(run);
      }
      NightlyCommand.run(run);
      Summary.print(run, System.out);
      sayWhatIsNext(new Messages(Language.of(run.config().language())));
      return 0;
    }
  }

  private void sayWhatIsNext(Messages texts) {
    System.out.println();
    System.out.println(texts.of("demo.next"));
    System.out.println(
        "  bin/insights query \"SELECT segment_name_%s, transaction_share FROM segments\""
            .formatted(texts.language().code()));
    System.out.println("  bin/insights export segments --out segments.xlsx");
    if (!noDashboard) {
      System.out.println(texts.of("demo.dashboard"));
    }
  }

  /** Simulates a shop into an empty inbox, so that the night reads it like real files. */
  private static void simulate(Run run) {
    Path inbox = inbox(run);
    if (hasFiles(inbox)) {
      run.progress().say("The inbox %s has files: they are read, nothing is made up", inbox);
      return;
    }

    run.progress().say("No sales yet: making up a shop of %d days in %s", DAYS, inbox);
    String calendar = run.config().storeDefaults().calendar();
    Simulation.of(1, DAYS, SEED, run.asOf(), inbox, ConfiguredCalendars.read(run.conf(), calendar))
        .run();
  }

  private static Path inbox(Run run) {
    List<InsightsConfig.Inbox> inboxes = run.config().ingest().inbox();
    String folder =
        inboxes.stream()
            .filter(inbox -> inbox.source().equals(SOURCE))
            .map(inbox -> run.conf().resolved(inbox.folder()))
            .filter(path -> !path.matches("[a-z0-9]+:.*"))
            .findFirst()
            .orElseThrow(
                () ->
                    new BadInputException(
                        "Cannot make up a shop: found no inbox of source %s in a local folder,"
                                .formatted(SOURCE)
                            + " expected one under ingest.inbox; or ingest your own files first"));

    return Path.of(folder);
  }

  private static boolean hasFiles(Path folder) {
    if (!Files.isDirectory(folder)) {
      return false;
    }

    try (Stream<Path> files = Files.walk(folder)) {
      return files.anyMatch(Files::isRegularFile);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list the inbox " + folder, e);
    }
  }
}
