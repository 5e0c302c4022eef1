package org.colmado.insights.ingest.file;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * Streams the lines of a text in constant memory: of a line beyond the limit only the beginning is
 * kept. Blank lines are counted and skipped. If the text is truncated, the last line is a fault
 * that says so.
 */
public final class TextLines implements Iterator<TextLine> {
  private static final int KEPT_OF_LONG_LINE_BYTES = 64 * 1024;

  private final InputStream bytes;
  private final Charset charset;
  private final int maxBytes;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream(4096);
  private final byte[] chunk = new byte[64 * 1024];

  private int chunkAt;
  private int chunkEnd;
  private long number;
  private boolean ended;
  private TextLine next;

  /**
   * @param maxBytes maximum length of a line in bytes
   */
  public TextLines(InputStream bytes, Charset charset, int maxBytes) {
    this.bytes = bytes;
    this.charset = charset;
    this.maxBytes = maxBytes;
  }

  @Override
  public boolean hasNext() {
    while (next == null && !ended) {
      next = readLine();
      if (next != null && next.fault().isEmpty() && next.text().isBlank()) {
        next = null;
      }
    }
    return next != null;
  }

  @Override
  public TextLine next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    TextLine result = next;
    next = null;
    return result;
  }

  private TextLine readLine() {
    line.reset();
    number++;
    long length = 0;
    try {
      while (fill()) {
        int end = endOfLine();
        int room = Math.max(0, maxBytes + 1 - line.size());
        line.write(chunk, chunkAt, Math.min(end - chunkAt, room));
        length += end - chunkAt;
        boolean complete = end < chunkEnd;
        chunkAt = complete ? end + 1 : end;
        if (complete) {
          return decoded(length);
        }
      }
    } catch (IOException e) {
      ended = true;
      return new TextLine(number, lossy(line.toByteArray()), Optional.of(brokenOff(e)));
    }

    ended = true;
    return length == 0 ? null : decoded(length);
  }

  private boolean fill() throws IOException {
    if (chunkAt < chunkEnd) {
      return true;
    }
    chunkAt = 0;
    chunkEnd = Math.max(0, bytes.read(chunk));
    return chunkEnd > 0;
  }

  private int endOfLine() {
    int end = chunkAt;
    while (end < chunkEnd && chunk[end] != '\n') {
      end++;
    }
    return end;
  }

  private static RawRecord.Fault brokenOff(IOException error) {
    return error instanceof EOFException
        ? new RawRecord.Fault(
            "file_truncated", "The file ends in the middle; the records before this line were read")
        : new RawRecord.Fault(
            "file_broken", "The file cannot be read beyond this line: " + error.getMessage());
  }

  private TextLine decoded(long length) {
    byte[] raw = withoutCarriageReturn(line.toByteArray());
    if (length > maxBytes) {
      String detail = "%,d bytes, expected at most %,d".formatted(length, maxBytes);
      return new TextLine(
          number,
          lossy(java.util.Arrays.copyOf(raw, Math.min(raw.length, KEPT_OF_LONG_LINE_BYTES))),
          Optional.of(new RawRecord.Fault("record_too_long", detail)));
    }

    try {
      String text =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(raw))
              .toString();
      if (!charset.equals(StandardCharsets.UTF_8) && isUtf8(raw)) {
        String detail =
            "Bytes of UTF-8, but the mapping says %s: set encoding: UTF-8"
                .formatted(charset.name());
        return new TextLine(
            number, text, Optional.of(new RawRecord.Fault("wrong_encoding", detail)));
      }
      return checked(number == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (CharacterCodingException e) {
      String detail =
          "Bytes that are not %s; if the whole file is so, set its encoding in conf/sources"
              .formatted(charset.name());
      return new TextLine(
          number, lossy(raw), Optional.of(new RawRecord.Fault("wrong_encoding", detail)));
    }
  }

  /**
   * Whether the bytes have letters beyond ASCII and all are UTF-8: text of another encoding does
   * not come out so.
   */
  private static boolean isUtf8(byte[] raw) {
    boolean isAscii = true;
    for (byte b : raw) {
      isAscii &= b >= 0;
    }
    if (isAscii) {
      return false;
    }

    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(raw));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private TextLine checked(String text) {
    int nul = text.indexOf('\0');

    return nul < 0
        ? new TextLine(number, text, Optional.empty())
        : new TextLine(
            number,
            text.replace('\0', '\uFFFD'),
            Optional.of(new RawRecord.Fault("nul_byte", "A zero byte at character " + (nul + 1))));
  }

  private static byte[] withoutCarriageReturn(byte[] raw) {
    boolean ends = raw.length > 0 && raw[raw.length - 1] == '\r';

    return ends ? java.util.Arrays.copyOf(raw, raw.length - 1) : raw;
  }

  private String lossy(byte[] raw) {
    return new String(raw, charset).replace('\0', '\uFFFD');
  }
}
