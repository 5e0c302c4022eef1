package org.colmado.insights.ingest.file;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * The items of the tickets of a JSON file as rows with cells, so that they are read like those of a
 * table. One ticket is in memory at a time.
 */
public final class JsonRows implements Iterator<RawRecord> {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private final JsonParser parser;
  private final List<String> ticketsPath;
  private final JsonCells cells;
  private final Deque<RawRecord> rows = new ArrayDeque<>();
  private boolean ended;
  private boolean hasTicket;

  /**
   * @param ticketsPath names of the fields down to the list of tickets; empty: the file's objects
   *     are the tickets
   */
  public JsonRows(InputStream bytes, List<String> ticketsPath, JsonCells cells) throws IOException {
    this.parser = JSON.createParser(bytes);
    this.ticketsPath = ticketsPath;
    this.cells = cells;
  }

  @Override
  public boolean hasNext() {
    while (rows.isEmpty() && !ended) {
      readTicket();
    }
    return !rows.isEmpty();
  }

  @Override
  public RawRecord next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return rows.pop();
  }

  private void readTicket() {
    long line = 0;
    try {
      JsonToken token = nextTicket();
      if (token == null) {
        ended = true;
        if (!hasTicket) {
          end(0, "file_without_column", "Found no list of tickets at %s".formatted(ticketsPath));
        }
        return;
      }
      hasTicket = true;
      line = parser.currentTokenLocation().getLineNr();
      JsonNode ticket = JSON.readTree(parser);
      if (ticket.isObject()) {
        rows.addAll(cells.rows(line, ticket));
      } else {
        rows.add(RawRecord.faulty(line, null, "malformed_record", "Found no JSON object"));
      }
    } catch (JsonEOFException | EOFException e) {
      end(line, "file_truncated", "The file ends inside a ticket or a list");
    } catch (IOException e) {
      end(line, "file_broken", "The file cannot be read beyond this line: " + e.getMessage());
    }
  }

  private void end(long line, String reason, String detail) {
    ended = true;
    rows.add(RawRecord.faulty(line, null, reason, detail));
  }

  /**
   * Goes on to the next ticket: an object of the file or of its lists; with a path, one of the list
   * that the path leads to, whatever else is beside it.
   */
  private JsonToken nextTicket() throws IOException {
    for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
      boolean isTicket = depth() == ticketsPath.size() && isValueOfList(token);
      if (isTicket) {
        return token;
      }
      if (token == JsonToken.FIELD_NAME && !isOnPath()) {
        parser.nextToken();
        parser.skipChildren();
      }
    }
    return null;
  }

  /** Names of fields that lead to where the parser is. */
  private int depth() {
    int depth = 0;
    for (var context = parser.getParsingContext(); context != null; context = context.getParent()) {
      depth += context.inObject() && context.hasCurrentName() ? 1 : 0;
    }
    return depth;
  }

  private boolean isValueOfList(JsonToken token) {
    boolean isStart = token == JsonToken.START_OBJECT;
    var outer = isStart ? parser.getParsingContext().getParent() : parser.getParsingContext();

    return isStart && (outer.inArray() || outer.inRoot());
  }

  private boolean isOnPath() throws IOException {
    int depth = depth();

    return depth <= ticketsPath.size() && parser.currentName().equals(ticketsPath.get(depth - 1));
  }
}
