package org.colmado.insights.job;

import static org.apache.spark.sql.functions.col;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.colmado.insights.config.InsightsConfig;
import org.colmado.insights.config.SourceMapping;
import org.colmado.insights.ingest.Fates;
import org.colmado.insights.ingest.FileTickets;
import org.colmado.insights.ingest.InputFile;
import org.colmado.insights.ingest.InputFiles;
import org.colmado.insights.ingest.LakeTickets;
import org.colmado.insights.ingest.ProductLabels;
import org.colmado.insights.ingest.Refused;
import org.colmado.insights.ingest.SaleLineRows;
import org.colmado.insights.ingest.SaleRows;
import org.colmado.insights.ingest.Tickets;
import org.colmado.insights.ingest.Verdicts;
import org.colmado.insights.spark.Scratch;
import org.colmado.insights.spark.SharedSession;
import org.colmado.insights.spark.SparkSessions;
import org.colmado.insights.table.IngestedFiles;
import org.colmado.insights.table.RejectedSales;
import org.colmado.insights.table.SaleLines;
import org.colmado.insights.table.Sales;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Reads POS files into {@link Sales}, {@link SaleLines} and {@link RejectedSales}. Reading a file
 * again changes nothing; {@link Sales} is written last of the three and says what is in.
 */
@Command(
    name = "ingest",
    description = "Reads POS files through conf/sources/NAME.yaml into the lake.",
    mixinStandardHelpOptions = true)
public final class Ingest implements Callable<Integer> {
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
      List<InputFile> files = inputFiles(run, mapping).under(paths);

      Outcome outcome = Stages.recorded(run, "ingest", () -> ingest(run, source, mapping, files));
      IngestReport.print(run, source, files.size(), outcome);
      return 0;
    }
  }

  /** The stage of the night: new files of every inbox. */
  static Outcome run(Run run) {
    Outcome all = Outcome.NOTHING;
    for (InsightsConfig.Inbox inbox : run.config().ingest().inbox()) {
      SourceMapping mapping = run.source(inbox.source());
      List<InputFile> files = NewFiles.of(run, inbox, inputFiles(run, mapping));
      all = all.plus(ingest(run, inbox.source(), mapping, files));
    }
    return all;
  }

  private static Outcome ingest(
      Run run, String source, SourceMapping mapping, List<InputFile> files) {
    if (files.isEmpty()) {
      return Outcome.NOTHING;
    }

    run.progress().say("  reading %d file(s) of %s", files.size(), source);
    try (Scratch scratch = new Scratch()) {
      LakeTickets known = LakeTickets.of(run.lake());
      Dataset<Row> fragments =
          scratch.settled(
              Fates.withRevision(
                  new FileTickets(mapping, run.config(), run.startedAt())
                      .from(run.spark(), files)));
      Dataset<Row> fates = new Fates(mapping.recordsAreTickets(), scratch).of(fragments, known);

      Verdicts verdicts = Verdicts.of(fates);
      Outcome outcome = outcome(verdicts, fragments.count());
      boolean isRefused = Refusals.aboveLimit(run, verdicts, outcome);
      if (!isRefused && outcome.rowsOut() > 0) {
        StoreRows.write(run, mapping, verdicts.stores());
        writeTickets(run, source, mapping, known, accepted(fates), scratch);
      }
      if (outcome.rowsRejected() > 0) {
        writeRejected(run, new Refused(source, run.startedAt()).from(fates));
      }
      if (isRefused) {
        throw Refusals.refused(run, source, outcome);
      }

      run.lake()
          .put(IngestedFiles.TABLE, verdicts.files(run.spark(), files, source, run.startedAt()));
      return outcome;
    }
  }

  private static void writeTickets(
      Run run,
      String source,
      SourceMapping mapping,
      LakeTickets known,
      Dataset<Row> accepted,
      Scratch scratch) {
    Dataset<Row> made =
        new Tickets(mapping.recordsAreTickets()).from(accepted, known.sales(), known.lines());
    Dataset<Row> tickets = mapping.recordsAreTickets() ? made : scratch.settled(made);

    ProductLabels labels =
        new ProductLabels(
            run.spark(), ProductDecisions.newNames(run, mapping, SaleLineRows.names(tickets)));
    Dataset<Row> lines = new SaleLineRows(run.startedAt(), labels).from(tickets);
    Dataset<Row> sales = new SaleRows(source, run.startedAt(), labels).from(tickets);

    Dataset<Row> keys = tickets.select(Sales.STORE_ID, Sales.SALE_ID);
    if (!known.hasAnyOf(keys)) {
      run.lake().append(SaleLines.TABLE, lines);
      run.lake().append(Sales.TABLE, sales);
    } else {
      Dataset<Row> kept = scratch.keep(lines);
      Dataset<Row> gone = LakeTickets.gone(run.lake().read(SaleLines.TABLE), keys, kept);
      run.lake().merge(SaleLines.TABLE, kept, gone);
      run.lake().merge(Sales.TABLE, sales);
    }
  }

  /** A record that was refused before, of the same file and line, is not written again. */
  private static void writeRejected(Run run, Dataset<Row> rejected) {
    String[] key = RejectedSales.TABLE.key().toArray(String[]::new);
    Dataset<Row> before = run.lake().read(RejectedSales.TABLE);

    run.lake().append(RejectedSales.TABLE, rejected.join(before, key, "left_anti"));
  }

  private static Dataset<Row> accepted(Dataset<Row> fates) {
    return fates.where(col(Fates.FATE).equalTo(Fates.ACCEPTED)).drop(Fates.FATE);
  }

  /**
   * The counts over all files.
   *
   * @param recordsRead counted apart from what became of them
   */
  private static Outcome outcome(Verdicts verdicts, long recordsRead) {
    Outcome outcome =
        new Outcome(
            recordsRead,
            verdicts.records(Fates.ACCEPTED),
            verdicts.records(Fates.REJECTED),
            verdicts.records(Fates.DUPLICATE));
    if (recordsRead != outcome.rowsOut() + outcome.rowsRejected() + outcome.rowsDuplicate()) {
      throw new IllegalStateException("Records were lost or made: " + outcome);
    }
    return outcome;
  }

  private static InputFiles inputFiles(Run run, SourceMapping mapping) {
    return new InputFiles(
        run.spark().sparkContext().hadoopConfiguration(),
        mapping.recordsAreTickets()
            ? List.of(".json", ".jsonl", ".ndjson")
            : List.of(".csv", ".txt", ".tsv"));
  }
}
