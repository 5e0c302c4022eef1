package org.colmado.insights.command;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.colmado.insights.config.SourceMapping;
import org.colmado.insights.ingest.file.InputFile;
import org.colmado.insights.run.CommonOptions;
import org.colmado.insights.run.Outcome;
import org.colmado.insights.run.Run;
import org.colmado.insights.run.StageRunner;
import org.colmado.insights.spark.SharedSession;
import org.colmado.insights.spark.SparkSessions;
import org.colmado.insights.stage.IngestFiles;
import org.colmado.insights.summary.IngestReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Ingests named files of one source. */
@Command(
    name = "ingest",
    description = "Reads POS files through conf/sources/NAME.yaml into the lake.",
    mixinStandardHelpOptions = true)
public final class IngestCommand implements Callable<Integer> {
  @Mixin private CommonOptions options;

  @Option(
      names = "--source",
      required = true,
      paramLabel = "NAME",
      description = "Mapping of the files: a file NAME.yaml in conf/sources.")
  private String source;

  @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files or folders, plain or gzip.")
  private List<String> paths;

  @Override
  public Integer call() throws Exception {
    options.config();

    try (SharedSession session = SparkSessions.share("ingest")) {
      SparkSession spark = session.spark();
      Run run = Run.of(options, spark, Clock.systemUTC());
      SourceMapping mapping = run.source(source);
      List<InputFile> files = IngestFiles.inputFiles(run, mapping).under(paths);

      Outcome outcome =
          StageRunner.runOne(run, "ingest", () -> IngestFiles.ingest(run, source, mapping, files));
      IngestReport.print(run, source, files.size(), outcome);
      return 0;
    }
  }
}
