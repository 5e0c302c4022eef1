package org.colmado.insights.command;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.colmado.insights.config.BadInputException;
import org.colmado.insights.ingest.file.InputFile;
import org.colmado.insights.ingest.inspect.Proposal;
import org.colmado.insights.run.CommonOptions;
import org.colmado.insights.run.Run;
import org.colmado.insights.spark.SharedSession;
import org.colmado.insights.spark.SparkSessions;
import org.colmado.insights.stage.IngestFiles;
import org.colmado.insights.summary.InspectReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows how a file would be read, before there is a mapping for it. Writes nothing to the lake. */
@Command(
    name = "inspect",
    description = "Looks at any export, proposes how to read it, and shows what it would come to.",
    mixinStandardHelpOptions = true)
public final class InspectCommand implements Callable<Integer> {
  @Mixin private CommonOptions options;

  @Option(
      names = "--write",
      paramLabel = "NAME",
      description = "Keep the mapping as conf/sources/NAME.yaml.")
  private String name;

  @Option(names = "--yes", description = "Keep it whatever the doubts.")
  private boolean isSure;

  @Parameters(paramLabel = "FILE", description = "CSV, Excel, JSON, plain or packed.")
  private String path;

  @Override
  public Integer call() throws Exception {
    options.config();

    try (SharedSession session = SparkSessions.share("inspect")) {
      Run run = Run.of(options, session.spark(), Clock.systemUTC());
      SourceChoice choice = new SourceChoice(run);
      InputFile file = choice.files(List.of(path)).get(0);
      Proposal proposal = choice.proposal(file);
      InspectReport report = InspectReport.of(run, System.out);
      report.print(file, proposal, IngestFiles.look(run, proposal.mapping(), file));
      if (name == null) {
        report.next(path, proposal, SourceChoice.nameFor(file));
      } else {
        keep(choice, proposal, report);
      }
      return 0;
    }
  }

  private void keep(SourceChoice choice, Proposal proposal, InspectReport report) {
    if (!proposal.doubts().isEmpty() && !isSure) {
      throw new BadInputException(report.doubted(name));
    }

    Path written = choice.write(name, proposal.mapping());
    report.written(written, name, path);
  }
}
