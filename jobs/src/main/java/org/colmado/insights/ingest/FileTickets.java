package org.colmado.insights.ingest;

import java.time.Instant;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import org.colmado.insights.config.InsightsConfig;
import org.colmado.insights.config.SourceMapping;
import org.colmado.insights.config.StoreOverrides;
import org.colmado.insights.ingest.file.CsvLayout;
import org.colmado.insights.ingest.file.InputFile;
import org.colmado.insights.ingest.ticket.CsvTicketParser;
import org.colmado.insights.ingest.ticket.FragmentRows;
import org.colmado.insights.ingest.ticket.Fragments;
import org.colmado.insights.ingest.ticket.PaymentMethods;
import org.colmado.insights.ingest.ticket.PosJsonParser;
import org.colmado.insights.ingest.ticket.Pseudonyms;
import org.colmado.insights.ingest.ticket.RecordParser;
import org.colmado.insights.ingest.ticket.StoreClocks;

/**
 * Reads files into {@link Fragments} with one mapping.
 *
 * @param readAt start of the run: a sale more than a day after it is refused
 */
public record FileTickets(SourceMapping mapping, InsightsConfig config, Instant readAt) {
  /** Small files share a task, as starting a task takes as long as reading some megabytes. */
  private static final long BYTES_A_TASK = 16L * 1024 * 1024;

  /** One row for each record of the files, evaluated lazily. */
  public Dataset<Row> from(SparkSession spark, List<InputFile> files) {
    long bytes = files.stream().mapToLong(InputFile::sizeBytes).sum();
    long forSize = bytes / BYTES_A_TASK + 1;
    long forCores = 2L * spark.sparkContext().defaultParallelism();
    int tasks = (int) Math.min(files.size(), Math.max(forSize, forCores));
    JavaRDD<Row> rows =
        JavaSparkContext.fromSparkContext(spark.sparkContext())
            .parallelize(files, tasks)
            .flatMap(reader(spark.sparkContext().hadoopConfiguration()));

    return spark.createDataFrame(rows, Fragments.TYPE);
  }

  /** Reads one file after the other; the rows are {@link Fragments}. */
  TicketReader reader(Configuration hadoop) {
    StoreOverrides ofSource = mapping.storeOverrides();
    StoreClocks clocks = StoreClocks.of(config, ofSource);
    String defaultStore = ofSource.id().orElse(config.ingest().defaultStore());
    PaymentMethods payments = PaymentMethods.of(mapping.paymentMethods());
    FragmentRows.Settings settings =
        new FragmentRows.Settings(
            mapping.numbering().period().orElse(null),
            mapping.recordsAreTickets(),
            clocks,
            Pseudonyms.fromEnvironment(),
            readAt);
    RecordParser parser =
        mapping
            .csv()
            .<RecordParser>map(csv -> CsvTicketParser.of(mapping, defaultStore, clocks, payments))
            .orElseGet(() -> new PosJsonParser(defaultStore, clocks, payments));

    return new TicketReader(
        parser,
        mapping.csv().map(CsvLayout::of).orElse(null),
        mapping.json().map(JsonPlaces::of).orElse(null),
        settings,
        config.ingest().maxRecordKib() * 1024,
        new SerializableConfiguration(hadoop));
  }
}
