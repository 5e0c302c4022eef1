package org.colmado.insights.stage;

import static org.apache.spark.sql.functions.col;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.colmado.insights.config.InsightsConfig;
import org.colmado.insights.config.SourceMapping;
import org.colmado.insights.ingest.DispositionCounts;
import org.colmado.insights.ingest.FileTickets;
import org.colmado.insights.ingest.FirstLook;
import org.colmado.insights.ingest.FlatTickets;
import org.colmado.insights.ingest.LakeTickets;
import org.colmado.insights.ingest.ProductLabels;
import org.colmado.insights.ingest.QuarantinedRecords;
import org.colmado.insights.ingest.ReadRecords;
import org.colmado.insights.ingest.RecordDispositions;
import org.colmado.insights.ingest.SaleLineRows;
import org.colmado.insights.ingest.SaleRows;
import org.colmado.insights.ingest.assembly.AssembledRows;
import org.colmado.insights.ingest.assembly.AssemblySettings;
import org.colmado.insights.ingest.file.InputFile;
import org.colmado.insights.ingest.file.InputFiles;
import org.colmado.insights.run.ConfiguredCalendars;
import org.colmado.insights.run.Outcome;
import org.colmado.insights.run.Run;
import org.colmado.insights.run.Stage;
import org.colmado.insights.spark.IntermediateResults;
import org.colmado.insights.table.IngestedFiles;
import org.colmado.insights.table.RejectedSales;
import org.colmado.insights.table.SaleLines;
import org.colmado.insights.table.Sales;

/**
 * Reads POS files into {@link Sales}, {@link SaleLines} and {@link RejectedSales}. Reading a file
 * again changes nothing; {@link Sales} is written last of the three and records which tickets are
 * complete.
 */
public final class IngestFiles implements Stage {
  /** The stage of the night: new files of every inbox. */
  @Override
  public String name() {
    return "ingest";
  }

  @Override
  public Outcome run(Run run) {
    Outcome all = Outcome.NOTHING;
    for (InsightsConfig.Inbox inbox : run.config().ingest().inbox()) {
      SourceMapping mapping = run.source(inbox.source());
      List<InputFile> files = NewFiles.of(run, inbox, inputFiles(run, mapping));
      all = all.plus(ingest(run, inbox.source(), mapping, files));
    }
    return all.plus(IngestNotes.ingest(run));
  }

  /** Reads some files of one source. */
  public static Outcome ingest(
      Run run, String source, SourceMapping mapping, List<InputFile> files) {
    return ingest(run, source, mapping, files, IngestListener.NONE);
  }

  /** Reads some files of one source, and tells what was read. */
  public static Outcome ingest(
      Run run,
      String source,
      SourceMapping mapping,
      List<InputFile> files,
      IngestListener listener) {
    if (files.isEmpty()) {
      return Outcome.NOTHING;
    }

    ConfiguredCalendars.check(run.conf(), run.config(), mapping.storeOverrides());
    run.progress().say("  reading %d file(s) of %s", files.size(), source);
    try (IntermediateResults intermediate = new IntermediateResults()) {
      LakeTickets known = LakeTickets.of(run.lake());
      Dataset<Row> fragments =
          intermediate.checkpointed(
              new FileTickets(mapping, run.config(), run.startedAt()).from(run.spark(), files));
      long read = fragments.count();
      ReadRecords records =
          records(
              mapping,
              mapping.csv().isPresent() ? readBefore(run, source, files) : Set.of(),
              fragments,
              read,
              known,
              intermediate);

      listener.read(records);

      DispositionCounts counts = DispositionCounts.of(records.counts());
      Outcome outcome = outcome(counts, read);
      boolean isRefused = RejectionLimit.aboveLimit(run, mapping, counts, outcome);
      if (!isRefused) {
        ConfiguredStores.write(run, mapping, counts.stores());
      }
      if (!isRefused && outcome.rowsOut() > 0) {
        writeTickets(run, source, mapping, records, outcome.rowsOut(), intermediate);
      }
      if (outcome.rowsRejected() > 0) {
        writeRejected(
            run,
            new QuarantinedRecords(source, run.startedAt()).from(records.refused()),
            outcome.rowsRejected());
      }
      if (isRefused) {
        throw RejectionLimit.refused(run, source, outcome);
      }

      run.lake().upsert(IngestedFiles.TABLE, counts.files(files, source, run.startedAt()));
      IngestNews.say(run, records.tickets());
      listener.written(records);
      return outcome;
    }
  }

  /** Reads a file without writing anything. */
  public static FirstLook look(Run run, SourceMapping mapping, InputFile file) {
    try (IntermediateResults intermediate = new IntermediateResults()) {
      Dataset<Row> fragments =
          intermediate.checkpointed(
              new FileTickets(mapping, run.config(), run.startedAt())
                  .from(run.spark(), List.of(file)));

      return FirstLook.at(
          records(
              mapping,
              Set.of(),
              fragments,
              fragments.count(),
              LakeTickets.none(run.spark()),
              intermediate));
    }
  }

  /** Those of the files that were read in an earlier run too. */
  private static Set<String> readBefore(Run run, String source, List<InputFile> files) {
    Set<String> paths = files.stream().map(InputFile::path).collect(Collectors.toSet());
    Set<String> readBefore = new HashSet<>();
    run.lake()
        .read(IngestedFiles.TABLE)
        .where(col(IngestedFiles.SOURCE).equalTo(source))
        .select(IngestedFiles.FILE)
        .toLocalIterator()
        .forEachRemaining(
            row -> {
              if (paths.contains(row.getString(0))) {
                readBefore.add(row.getString(0));
              }
            });
    return readBefore;
  }

  private static ReadRecords records(
      SourceMapping mapping,
      Set<String> readBefore,
      Dataset<Row> fragments,
      long read,
      LakeTickets known,
      IntermediateResults intermediate) {
    return mapping
        .csv()
        .map(
            csv ->
                new FlatTickets(AssemblySettings.of(csv, readBefore), intermediate)
                    .of(fragments, known))
        .orElseGet(() -> new RecordDispositions(intermediate, read).of(fragments, known));
  }

  private static void writeTickets(
      Run run,
      String source,
      SourceMapping mapping,
      ReadRecords records,
      long written,
      IntermediateResults intermediate) {
    Dataset<Row> tickets = records.tickets();
    ProductLabels labels =
        new ProductLabels(
            run.spark(), ProductDecisions.newNames(run, mapping, SaleLineRows.names(tickets)));
    Dataset<Row> lines = new SaleLineRows(run.startedAt(), labels).from(tickets);
    Dataset<Row> sales = new SaleRows(source, run.startedAt(), labels).from(tickets);

    if (!records.changesAnyKnown()) {
      run.lake().append(SaleLines.TABLE, lines, written);
      run.lake().append(Sales.TABLE, sales, written);
    } else {
      Dataset<Row> kept = intermediate.cached(lines);
      Dataset<Row> gone = LakeTickets.gone(run.lake().read(SaleLines.TABLE), records.keys(), kept);
      run.lake().merge(SaleLines.TABLE, kept, gone);
      run.lake().merge(Sales.TABLE, sales);
    }
  }

  /**
   * Appends rejected records; one that is already there (same file and line) is not written again.
   */
  private static void writeRejected(Run run, Dataset<Row> rejected, long count) {
    String[] key = RejectedSales.TABLE.key().toArray(String[]::new);
    Dataset<Row> before = run.lake().read(RejectedSales.TABLE);

    run.lake().append(RejectedSales.TABLE, rejected.join(before, key, "left_anti"), count);
  }

  /**
   * The counts over all files.
   *
   * @param recordsRead counted independently of the dispositions
   */
  private static Outcome outcome(DispositionCounts counts, long recordsRead) {
    Outcome outcome =
        new Outcome(
            recordsRead,
            counts.records(AssembledRows.ACCEPTED),
            counts.records(AssembledRows.REJECTED),
            counts.records(AssembledRows.DUPLICATE));
    if (recordsRead != outcome.rowsOut() + outcome.rowsRejected() + outcome.rowsDuplicate()) {
      throw new IllegalStateException("Records were lost or made: " + outcome);
    }
    return outcome;
  }

  /** Finds files with the endings that the source may have. */
  public static InputFiles inputFiles(Run run, SourceMapping mapping) {
    return new InputFiles(
        run.spark().sparkContext().hadoopConfiguration(),
        mapping.format().endsWith("json")
            ? List.of(".json", ".jsonl", ".ndjson", ".zip")
            : List.of(".csv", ".txt", ".tsv", ".xlsx", ".zip"));
  }
}
