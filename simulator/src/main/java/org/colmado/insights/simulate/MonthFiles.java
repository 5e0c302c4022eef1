package org.colmado.insights.simulate;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/**
 * One kind of a shop's files, {@code KIND-STORE-yyyy-MM.jsonl.gz}, a month of business days each. A
 * line may be put off to a later day and then stands in that day's file.
 */
final class MonthFiles implements Closeable {
  private static final int BUFFER_BYTES = 1 << 16;

  private final Path folder;
  private final String prefix;
  private final TreeMap<LocalDate, List<byte[]>> putOff = new TreeMap<>();
  private YearMonth month;
  private OutputStream open;
  private long lines;

  /**
   * @param prefix such as {@code sales-colmado-01}
   */
  MonthFiles(Path folder, String prefix) {
    this.folder = folder;
    this.prefix = prefix;
  }

  /** Goes on to the day and writes what was put off to it. */
  void day(LocalDate day) throws IOException {
    YearMonth itsMonth = YearMonth.from(day);
    if (!itsMonth.equals(month)) {
      close();
      month = itsMonth;
      open = gzip(folder.resolve("%s-%s.jsonl.gz".formatted(prefix, month)));
    }
    while (!putOff.isEmpty() && !putOff.firstKey().isAfter(day)) {
      for (byte[] line : putOff.pollFirstEntry().getValue()) {
        write(line);
      }
    }
  }

  void write(byte[] line) throws IOException {
    open.write(line);
    lines++;
  }

  /** Writes the line when the day comes. */
  void writeOn(LocalDate day, byte[] line) {
    putOff.computeIfAbsent(day, on -> new ArrayList<>()).add(line);
  }

  /** Lines written so far. */
  long lines() {
    return lines;
  }

  @Override
  public void close() throws IOException {
    if (open != null) {
      open.close();
    }
  }

  /** Java's gzip header has no time in it: the same lines are the same bytes. */
  static OutputStream gzip(Path file) throws IOException {
    return new BufferedOutputStream(
        new GZIPOutputStream(Files.newOutputStream(file), BUFFER_BYTES), BUFFER_BYTES);
  }
}
