package org.colmado.insights.command;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.colmado.insights.config.SourceMapping;
import org.colmado.insights.ingest.FileDay;
import org.colmado.insights.ingest.FileDays;
import org.colmado.insights.ingest.ReadRecords;
import org.colmado.insights.ingest.ReasonCount;
import org.colmado.insights.ingest.file.InputFile;
import org.colmado.insights.run.CommonOptions;
import org.colmado.insights.run.InputRefusedException;
import org.colmado.insights.run.Outcome;
import org.colmado.insights.run.Run;
import org.colmado.insights.run.StageRunner;
import org.colmado.insights.spark.SharedSession;
import org.colmado.insights.spark.SparkSessions;
import org.colmado.insights.stage.IngestFiles;
import org.colmado.insights.stage.IngestListener;
import org.colmado.insights.summary.ExpectedTotals;
import org.colmado.insights.summary.IngestReport;
import org.colmado.insights.summary.Messages;
import org.colmado.insights.summary.RefusalReport;
import org.colmado.insights.summary.TieOutReport;
import org.colmado.insights.table.Sales;
import org.colmado.insights.text.Language;
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
      paramLabel = "NAME",
      description =
          "Mapping of the files: a file NAME.yaml in conf/sources; default: the one that knows the"
              + " first file, else the one that inspect proposes.")
  private String source;

  @Option(names = "--yes", description = "Take the proposed mapping without asking.")
  private boolean isSure;

  @Option(
      names = "--expect-total",
      paramLabel = "MONEY",
      description = "Sales less returns by the till's own report; exit 3 if the files differ.")
  private BigDecimal expectedTotal;

  @Option(
      names = "--expect-tickets",
      paramLabel = "N",
      description = "Number of sales by the till's own report; exit 3 if the files differ.")
  private Long expectedTickets;

  @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files or folders, plain or gzip.")
  private List<String> paths;

  @Override
  public Integer call() throws Exception {
    options.config();

    try (SharedSession session = SparkSessions.share("ingest")) {
      SparkSession spark = session.spark();
      Run run = Run.of(options, spark, Clock.systemUTC());
      if (source == null) {
        source = new SourceQuestion(run, isSure).ask(paths);
      }
      SourceMapping mapping = run.source(source);
      List<InputFile> files = IngestFiles.inputFiles(run, mapping).under(paths);

      Messages texts = new Messages(Language.of(run.config().language()));
      List<FileDay> days = new ArrayList<>();
      Outcome outcome =
          StageRunner.runOne(
              run,
              "ingest",
              () -> IngestFiles.ingest(run, source, mapping, files, listener(run, texts, days)));
      IngestReport.print(run, source, files.size(), outcome);
      return tieOut(run, mapping, outcome, days, texts);
    }
  }

  /** Prints the refusals as soon as they are known, and keeps what to hold against the till. */
  private static IngestListener listener(Run run, Messages texts, List<FileDay> days) {
    return new IngestListener() {
      @Override
      public void read(ReadRecords records) {
        new RefusalReport(System.out, texts).print("ingest.refused", ReasonCount.of(records));
      }

      @Override
      public void written(ReadRecords records) {
        days.addAll(FileDays.of(run.lake().read(Sales.TABLE), records.places()));
      }
    };
  }

  private int tieOut(
      Run run, SourceMapping mapping, Outcome outcome, List<FileDay> days, Messages texts) {
    String currency = mapping.storeOverrides().over(run.config().storeDefaults()).currency();
    new TieOutReport(System.out, texts, currency).print(days);
    if (days.isEmpty() && outcome.rowsRejected() > 0) {
      throw new InputRefusedException(texts.of("ingest.nothing.read"));
    }

    List<String> differences =
        new ExpectedTotals(expectedTotal, expectedTickets).differences(days, texts);
    if (!differences.isEmpty()) {
      throw new InputRefusedException(String.join(System.lineSeparator(), differences));
    }
    if (expectedTotal != null || expectedTickets != null) {
      System.out.println(texts.of("tieout.ties"));
    }
    return 0;
  }
}
