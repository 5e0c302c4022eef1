package org.colmado.insights.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.colmado.insights.config.BadInputException;
import org.colmado.insights.config.InsightsConfig;
import org.colmado.insights.delta.ResultTables;
import org.colmado.insights.lake.Lake;
import org.colmado.insights.lake.sql.SmallAnswer;
import org.colmado.insights.lake.sql.SmallQuery;
import org.colmado.insights.run.CommonOptions;
import org.colmado.insights.run.Progress;
import org.colmado.insights.schema.TableSpec;
import org.colmado.insights.spark.SharedSession;
import org.colmado.insights.spark.SparkSessions;
import org.colmado.insights.summary.AnswerRows;
import org.colmado.insights.summary.Csv;
import org.colmado.insights.summary.Workbooks;
import org.colmado.insights.table.Tables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Exports a table of the lake to a file. */
@Command(
    name = "export",
    description = "Writes a table of the lake to a .csv, .xlsx or .parquet.",
    mixinStandardHelpOptions = true)
public final class Export implements Callable<Integer> {
  private static final List<String> ENDINGS = List.of("csv", "xlsx", "parquet");

  @Mixin private CommonOptions options;

  @Parameters(paramLabel = "TABLE", description = "Name of the table, such as segments.")
  private String table;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "Ends in .csv, .xlsx or .parquet (a folder); an existing file is replaced.")
  private Path out;

  @Override
  public Integer call() throws IOException {
    InsightsConfig config = options.config();
    TableSpec spec = spec();
    String ending = ending();

    if (!ending.equals("parquet")) {
      Optional<SmallAnswer> small =
          new SmallQuery(new ResultTables(SparkSessions.hadoopSettings(), config.lake().root()))
              .answer("SELECT * FROM " + spec.name());
      if (small.isPresent()) {
        makeFolder();
        write(spec, ending, small.get().rows().size(), AnswerRows.of(small.get()));
        say(spec);
        return 0;
      }
    }

    try (SharedSession session = SparkSessions.share("export")) {
      Lake lake = new Lake(session.spark(), config.lake().root());
      Dataset<Row> rows = lake.read(spec);
      makeFolder();
      if (ending.equals("parquet")) {
        rows.write().mode("overwrite").parquet(out.toAbsolutePath().toUri().toString());
      } else {
        long count = ending.equals("xlsx") ? rows.count() : 0;
        write(spec, ending, count, AnswerRows.of(rows));
      }
      say(spec);
      return 0;
    }
  }

  private void say(TableSpec spec) {
    new Progress(System.err).say("%s is in %s", spec.name(), out);
  }

  private void write(TableSpec spec, String ending, long count, AnswerRows rows)
      throws IOException {
    switch (ending) {
      case "csv" -> {
        try (PrintStream csv =
            new PrintStream(Files.newOutputStream(out), false, StandardCharsets.UTF_8)) {
          Csv.print(rows, csv);
          if (csv.checkError()) {
            throw new IOException("Cannot write " + out + ": the disk may be full");
          }
        }
      }
      default -> Workbooks.write(spec.name(), count, rows, out);
    }
  }

  private void makeFolder() throws IOException {
    Path folder = out.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
  }

  private TableSpec spec() {
    return Tables.named(table)
        .orElseThrow(
            () ->
                new BadInputException(
                    "Cannot export '%s': there is no such table, expected one of %s"
                        .formatted(table, Tables.ALL.stream().map(TableSpec::name).toList())));
  }

  private String ending() {
    String name = out.toString().toLowerCase(Locale.ROOT);

    return ENDINGS.stream()
        .filter(ending -> name.endsWith("." + ending))
        .findFirst()
        .orElseThrow(
            () ->
                new BadInputException(
                    "Cannot export to '%s': found no known ending, expected one of %s"
                        .formatted(out, ENDINGS)));
  }
}
