package org.colmado.insights.ingest.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * Streams JSON objects, whatever their lines: those of one or several arrays, or one after the
 * other. If the file is truncated, the last record is a fault that says so.
 */
public final class JsonRecords implements Iterator<RawRecord> {
  private static final JsonFactory JSON = new JsonFactory();

  private final JsonParser parser;
  private final int maxChars;
  private RawRecord next;
  private boolean ended;

  /**
   * @param maxChars longest object that is read
   */
  public JsonRecords(InputStream bytes, int maxChars) throws IOException {
    this.parser = JSON.createParser(bytes);
    this.maxChars = maxChars;
  }

  @Override
  public boolean hasNext() {
    if (next == null && !ended) {
      next = read();
      ended = next == null || isLast(next);
    }
    return next != null;
  }

  @Override
  public RawRecord next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    RawRecord result = next;
    next = null;
    return result;
  }

  private static boolean isLast(RawRecord record) {
    return record.fault() != null && record.fault().reason().startsWith("file_");
  }

  private RawRecord read() {
    long line = 0;
    try {
      JsonToken token = parser.nextToken();
      while (token == JsonToken.END_ARRAY || isListOfFile(token)) {
        token = parser.nextToken();
      }
      if (token == null) {
        return null;
      }

      line = parser.currentTokenLocation().getLineNr();
      if (parser.getParsingContext().inRoot()) {
        return RawRecord.faulty(line, null, "file_broken", "Something follows the records");
      }
      String text = copied();
      return text.length() <= maxChars
          ? RawRecord.json(line, text)
          : RawRecord.faulty(
              line,
              text.substring(0, Math.min(text.length(), 64 * 1024)),
              "record_too_long",
              "%,d characters, expected at most %,d".formatted(text.length(), maxChars));
    } catch (JsonEOFException | EOFException e) {
      return RawRecord.faulty(
          line, null, "file_truncated", "The file ends inside a record or a list");
    } catch (IOException e) {
      return RawRecord.faulty(
          line, null, "file_broken", "The file cannot be read beyond this line: " + e.getMessage());
    }
  }

  private boolean isListOfFile(JsonToken token) {
    return token == JsonToken.START_ARRAY && parser.getParsingContext().getParent().inRoot();
  }

  private String copied() throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = JSON.createGenerator(text)) {
      generator.copyCurrentStructure(parser);
    }
    return text.toString();
  }
}
