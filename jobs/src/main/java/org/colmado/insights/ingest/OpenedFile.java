package org.colmado.insights.ingest;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * An opened input file: gzip is detected by content and decompressed, and the beginning is
 * inspected.
 *
 * @param bytes the content from the start; null if there is a fault
 * @param fault why the whole file cannot be read; empty if it can
 * @param beginsWith first byte that is no white space; 0: none within the first 8 KiB
 */
record OpenedFile(InputStream bytes, Optional<RawRecord.Fault> fault, char beginsWith) {
  private static final int LOOK_BYTES = 8 * 1024;

  /**
   * With more control characters than this share the file is not text; a single one only makes its
   * record invalid.
   */
  private static final double CONTROL_SHARE = 0.05;

  static OpenedFile open(InputFile file, Configuration hadoop) {
    try {
      Path path = new Path(file.path());
      InputStream stored =
          new BufferedInputStream(path.getFileSystem(hadoop).open(path), 64 * 1024);
      byte[] magic = look(stored, 4);
      if (magic.length == 0) {
        return faulty("file_empty", "The file has no bytes");
      }
      if (isGzip(magic)) {
        return text(new BufferedInputStream(new Unpacked(stored), 64 * 1024));
      }

      return text(stored);
    } catch (IOException e) {
      return faulty("file_unreadable", "The file cannot be opened: " + e.getMessage());
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

  private static OpenedFile text(InputStream bytes) {
    byte[] beginning;
    try {
      beginning = look(bytes, LOOK_BYTES);
    } catch (IOException e) {
      return new OpenedFile(bytes, Optional.empty(), '\0');
    }

    int nuls = 0;
    int controls = 0;
    char first = '\0';
    for (byte b : beginning) {
      nuls += b == 0 ? 1 : 0;
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
    return new OpenedFile(bytes, Optional.empty(), first);
  }

  private static boolean isBlankOrMark(byte b) {
    return Character.isWhitespace(b) || b == (byte) 0xEF || b == (byte) 0xBB || b == (byte) 0xBF;
  }

  private static boolean isGzip(byte[] magic) {
    return magic.length > 1 && magic[0] == (byte) 0x1F && magic[1] == (byte) 0x8B;
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
    return new OpenedFile(null, Optional.of(new RawRecord.Fault(reason, detail)), '\0');
  }
}
