package org.colmado.insights.simulate;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A CSV file in UTF-8 with a header; gzip where its name ends in {@code .gz}. */
final class Csv implements Closeable {
  private final BufferedWriter out;

  Csv(Path file, String header) throws IOException {
    OutputStream bytes =
        file.toString().endsWith(".gz") ? MonthFiles.gzip(file) : Files.newOutputStream(file);
    this.out = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
    out.write(header);
    out.write('\n');
  }

  /** Writes a row; no cell has a comma, a quote or a line feed in it. */
  void row(Object... cells) throws IOException {
    for (int i = 0; i < cells.length; i++) {
      if (i > 0) {
        out.write(',');
      }
      out.write(String.valueOf(cells[i]));
    }
    out.write('\n');
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
