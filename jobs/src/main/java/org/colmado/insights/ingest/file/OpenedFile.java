package org.colmado.insights.ingest.file;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.io.input.ReaderInputStream;
import org.apache.hadoop.conf.Configuration;

/**
 * An opened input file: gzip, UTF-16 and the line ends of old Macs are detected by content and
 * converted, and the beginning is inspected.
 *
 * @param bytes the content from the start; null if there is a fault
 * @param fault why the whole file cannot be read; empty if it can
 * @param beginsWith first byte that is no white space; 0: none within the first 8 KiB
 * @param isPretty JSON objects that go over several lines
 * @param encoding of the bytes where a byte order mark says it; UTF-16 is turned into UTF-8
 */
public record OpenedFile(
    InputStream bytes,
    Optional<RawRecord.Fault> fault,
    char beginsWith,
    boolean isPretty,
    Optional<Charset> encoding) {
  private static final int LOOK_BYTES = 8 * 1024;

  /** A first line that ends where an object or a list goes on. */
  private static final Pattern PRETTY =
      Pattern.compile("\\uFEFF?\\s*\\{[^\\n]*?(?<=[{\\[,])\\s*?\\n");

  /**
   * With more control characters than this share the file is not text; a single one only makes its
   * record invalid.
   */
  private static final double CONTROL_SHARE = 0.05;

  /**
   * Opens a file.
   *
   * @param layout of rows, to read the sheets of workbooks by; null: the file holds JSON
   */
  public static OpenedFile open(InputFile file, Configuration hadoop, CsvLayout layout) {
    try {
      InputStream stored = StoredFile.open(file.path(), hadoop);
      byte[] magic = look(stored, 4);
      if (magic.length == 0) {
        return faulty("file_empty", "The file has no bytes");
      }
      if (isGzip(magic)) {
        return marked(new BufferedInputStream(new Unpacked(stored), 64 * 1024));
      }
      if (isZip(magic)) {
        return workbook(stored, layout);
      }
      if (begins(magic, 0xD0, 0xCF, 0x11, 0xE0)) {
        return faulty(
            "file_not_text", "An old Excel file (.xls): save it as .xlsx or as CSV UTF-8");
      }

      return marked(stored);
    } catch (IOException e) {
      return faulty("file_unreadable", "The file cannot be opened: " + e.getMessage());
    }
  }

  private static OpenedFile workbook(InputStream stored, CsvLayout layout) {
    if (layout == null) {
      return faulty("file_of_other_format", "An Excel or zip file, expected JSON: unpack it");
    }

    try {
      File copy = StoredFile.copied(stored);
      InputStream text = WorkbookText.of(copy, layout);
      Files.delete(copy.toPath());
      return text(new BufferedInputStream(text, 64 * 1024), Optional.of(StandardCharsets.UTF_8));
    } catch (IOException | RuntimeException e) {
      return faulty(
          "file_not_text",
          "A zip file that is no Excel workbook (name it .zip to read what is in it), or a damaged one: "
              + e.getMessage());
    }
  }

  /** Returns the data before a truncation, then reports it. */
  private static final class Unpacked extends GZIPInputStream {
    Unpacked(InputStream stored) throws IOException {
      super(stored, 64 * 1024);
    }

    @Override
    public int available() {
      return 0;
    }
  }

  /** Old Macs end a line with a carriage return alone. */
  private static final class MacLines extends FilterInputStream {
    MacLines(InputStream bytes) {
      super(bytes);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      return read == '\r' ? '\n' : read;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int count = super.read(into, from, length);
      for (int i = from; i < from + count; i++) {
        into[i] = into[i] == '\r' ? (byte) '\n' : into[i];
      }
      return count;
    }
  }

  /** A byte order mark tells the encoding with certainty. */
  private static OpenedFile marked(InputStream bytes) throws IOException {
    byte[] mark = looked(bytes, 3);
    if (begins(mark, 0xFF, 0xFE) || begins(mark, 0xFE, 0xFF)) {
      InputStream utf8 =
          ReaderInputStream.builder()
              .setReader(new InputStreamReader(bytes, StandardCharsets.UTF_16))
              .setCharset(StandardCharsets.UTF_8)
              .get();
      return text(new BufferedInputStream(utf8, 64 * 1024), Optional.of(StandardCharsets.UTF_8));
    }

    return text(
        bytes,
        begins(mark, 0xEF, 0xBB, 0xBF) ? Optional.of(StandardCharsets.UTF_8) : Optional.empty());
  }

  private static OpenedFile text(InputStream bytes, Optional<Charset> encoding) {
    byte[] beginning = looked(bytes, LOOK_BYTES);
    if (beginning == null) {
      return new OpenedFile(bytes, Optional.empty(), '\0', false, encoding);
    }

    int nuls = 0;
    int controls = 0;
    int lineFeeds = 0;
    int returns = 0;
    char first = '\0';
    for (byte b : beginning) {
      nuls += b == 0 ? 1 : 0;
      lineFeeds += b == '\n' ? 1 : 0;
      returns += b == '\r' ? 1 : 0;
      controls += (b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t') ? 1 : 0;
      first = first == '\0' && b != 0 && !isBlankOrMark(b) ? (char) (b & 0xFF) : first;
    }
    if (beginning.length == 0) {
      return faulty("file_empty", "The file unpacks to no bytes");
    }
    if (nuls > beginning.length / 4) {
      return faulty("file_not_text", "Every other byte is zero: save it as UTF-8, not UTF-16");
    }
    if (controls > 1 && controls > beginning.length * CONTROL_SHARE) {
      return faulty("file_not_text", "Binary content, expected text or gzip of text");
    }
    return new OpenedFile(
        returns > 1 && lineFeeds == 0 ? new MacLines(bytes) : bytes,
        Optional.empty(),
        first,
        PRETTY.matcher(new String(beginning, StandardCharsets.UTF_8)).lookingAt(),
        encoding);
  }

  private static boolean isBlankOrMark(byte b) {
    return Character.isWhitespace(b) || b == (byte) 0xEF || b == (byte) 0xBB || b == (byte) 0xBF;
  }

  private static boolean isGzip(byte[] magic) {
    return begins(magic, 0x1F, 0x8B);
  }

  private static boolean isZip(byte[] magic) {
    return begins(magic, 'P', 'K', 3, 4);
  }

  private static boolean begins(byte[] bytes, int... magic) {
    return bytes != null
        && bytes.length >= magic.length
        && IntStream.range(0, magic.length).allMatch(i -> (bytes[i] & 0xFF) == magic[i]);
  }

  /** Null if the first bytes already cannot be read; reading on reports why. */
  private static byte[] looked(InputStream bytes, int length) {
    try {
      return look(bytes, length);
    } catch (IOException e) {
      return null;
    }
  }

  /** May return fewer bytes if the file is shorter or truncated; reading on reports that. */
  private static byte[] look(InputStream bytes, int length) throws IOException {
    bytes.mark(length);
    ByteArrayOutputStream beginning = new ByteArrayOutputStream();
    try {
      for (int b = bytes.read(); b >= 0; b = beginning.size() < length ? bytes.read() : -1) {
        beginning.write(b);
      }
    } catch (IOException e) {
      if (beginning.size() == 0) {
        throw e;
      }
    }
    bytes.reset();
    return beginning.toByteArray();
  }

  private static OpenedFile faulty(String reason, String detail) {
    return new OpenedFile(
        null, Optional.of(new RawRecord.Fault(reason, detail)), '\0', false, Optional.empty());
  }
}
