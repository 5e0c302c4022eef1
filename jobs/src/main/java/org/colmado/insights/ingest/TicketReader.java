package org.colmado.insights.ingest;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.util.SerializableConfiguration;
import org.colmado.insights.ingest.file.CsvLayout;
import org.colmado.insights.ingest.file.CsvRecords;
import org.colmado.insights.ingest.file.InputFile;
import org.colmado.insights.ingest.file.JsonCells;
import org.colmado.insights.ingest.file.JsonRecords;
import org.colmado.insights.ingest.file.JsonRows;
import org.colmado.insights.ingest.file.OpenedFile;
import org.colmado.insights.ingest.file.RawRecord;
import org.colmado.insights.ingest.file.TextLine;
import org.colmado.insights.ingest.file.TextLines;
import org.colmado.insights.ingest.ticket.FragmentRows;
import org.colmado.insights.ingest.ticket.Fragments;
import org.colmado.insights.ingest.ticket.RecordParser;

/**
 * Reads files into {@link Fragments} on the executors in constant memory. One task reads a file;
 * any fault becomes a rejected record.
 */
final class TicketReader implements FlatMapFunction<InputFile, Row> {
  private static final long serialVersionUID = 1L;

  private final RecordParser parser;
  private final CsvLayout csv;
  private final JsonPlaces json;
  private final FragmentRows.Settings settings;
  private final int maxRecordBytes;
  private final SerializableConfiguration hadoop;

  /**
   * @param csv layout of rows; null: a record is a whole ticket
   * @param json places of tickets and items; null: the files are no JSON with paths
   */
  TicketReader(
      RecordParser parser,
      CsvLayout csv,
      JsonPlaces json,
      FragmentRows.Settings settings,
      int maxRecordBytes,
      SerializableConfiguration hadoop) {
    this.parser = parser;
    this.csv = csv;
    this.json = json;
    this.settings = settings;
    this.maxRecordBytes = maxRecordBytes;
    this.hadoop = hadoop;
  }

  @Override
  public Iterator<Row> call(InputFile file) {
    Iterator<RawRecord> records = records(OpenedFile.open(file, hadoop.value(), csv));
    FragmentRows rows = new FragmentRows(file, parser, settings);

    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return records.hasNext();
      }

      @Override
      public Row next() {
        return rows.row(records.next());
      }
    };
  }

  private Iterator<RawRecord> records(OpenedFile opened) {
    if (opened.fault().isPresent()) {
      return wholeFile(opened.fault().get());
    }

    if (json != null) {
      return jsonRows(opened);
    }
    if (csv != null) {
      return "[{<".indexOf(opened.beginsWith()) < 0
          ? csvRecords(opened)
          : wholeFile(
              new RawRecord.Fault(
                  "file_of_other_format",
                  "Begins with '%s': JSON, HTML or XML, expected CSV"
                      .formatted(opened.beginsWith())));
    }

    return opened.beginsWith() == '[' || opened.isPretty()
        ? jsonRecords(opened)
        : lineRecords(lines(opened, StandardCharsets.UTF_8));
  }

  private Iterator<RawRecord> jsonRows(OpenedFile opened) {
    try {
      return new JsonRows(opened.bytes(), json.tickets(), new JsonCells(json.items(), csv));
    } catch (IOException e) {
      return wholeFile(new RawRecord.Fault("file_broken", e.getMessage()));
    }
  }

  private Iterator<RawRecord> csvRecords(OpenedFile opened) {
    Charset charset = opened.encoding().orElseGet(() -> Charset.forName(csv.encoding()));

    return new CsvRecords(lines(opened, charset), csv);
  }

  private Iterator<RawRecord> jsonRecords(OpenedFile opened) {
    try {
      return new JsonRecords(opened.bytes(), maxRecordBytes);
    } catch (IOException e) {
      return wholeFile(new RawRecord.Fault("file_broken", e.getMessage()));
    }
  }

  private static Iterator<RawRecord> lineRecords(TextLines lines) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return lines.hasNext();
      }

      @Override
      public RawRecord next() {
        TextLine line = lines.next();
        return line.fault().isPresent()
            ? line.refused()
            : RawRecord.json(line.number(), line.text());
      }
    };
  }

  private TextLines lines(OpenedFile opened, Charset charset) {
    return new TextLines(opened.bytes(), charset, maxRecordBytes);
  }

  private static Iterator<RawRecord> wholeFile(RawRecord.Fault fault) {
    return List.of(RawRecord.faulty(0, null, fault.reason(), fault.detail())).iterator();
  }
}
