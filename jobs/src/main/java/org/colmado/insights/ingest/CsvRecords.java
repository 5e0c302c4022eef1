package org.colmado.insights.ingest;

import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The rows of a mapped CSV. A quoted cell may go over several lines. */
final class CsvRecords implements Iterator<RawRecord> {
  private static final int MAX_LINES_OF_A_ROW = 50;

  private final TextLines lines;
  private final CsvParser parser;
  private final Map<CsvRole, List<Integer>> positions = new EnumMap<>(CsvRole.class);
  private final int width;
  private RawRecord next;

  CsvRecords(TextLines lines, CsvLayout layout) {
    this.lines = lines;
    this.parser = new CsvParser(settings(layout));
    List<String> header = layout.header() ? header() : List.of();
    this.width = header.size();
    layout
        .columnsByRole()
        .forEach(
            (role, columns) ->
                positions.put(role, columns.stream().map(c -> position(c, header)).toList()));

    List<String> absent = layout.header() ? layout.absentFrom(header) : List.of();
    if (!absent.isEmpty()) {
      next =
          RawRecord.faulty(
              0,
              null,
              "file_without_column",
              "Found %s, expected also %s".formatted(header, absent));
    }
  }

  @Override
  public boolean hasNext() {
    boolean refusedWhole = next != null && next.line() == 0;
    if (next == null && lines.hasNext()) {
      next = read(lines.next());
    }
    return next != null || refusedWhole;
  }

  @Override
  public RawRecord next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    RawRecord result = next;
    next = null;
    if (result.line() == 0) {
      lines.forEachRemaining(line -> {});
    }
    return result;
  }

  private RawRecord read(TextLine line) {
    if (line.fault().isPresent()) {
      return line.refused();
    }

    String text = line.text();
    for (int more = 1; isOpen(text); more++) {
      if (more == MAX_LINES_OF_A_ROW || !lines.hasNext()) {
        return RawRecord.faulty(
            line.number(), text, "quote_not_closed", "A quote that opens here is never closed");
      }
      text = text + "\n" + lines.next().text();
    }

    String[] cells = parser.parseLine(text);
    if (width > 0 && cells.length != width) {
      String detail = "%d cells, expected %d".formatted(cells.length, width);
      return RawRecord.faulty(line.number(), text, "wrong_cell_count", detail);
    }
    return RawRecord.csv(line.number(), text, byRole(cells));
  }

  private Map<CsvRole, String> byRole(String[] cells) {
    Map<CsvRole, String> values = new EnumMap<>(CsvRole.class);
    positions.forEach(
        (role, columns) -> {
          String joined =
              columns.stream()
                  .map(column -> column < cells.length ? cells[column] : null)
                  .filter(Objects::nonNull)
                  .map(String::strip)
                  .collect(Collectors.joining(" "));
          if (!joined.isEmpty()) {
            values.put(role, joined);
          }
        });
    return values;
  }

  private List<String> header() {
    return lines.hasNext()
        ? Arrays.stream(parser.parseLine(lines.next().text()))
            .map(name -> name == null ? "" : name.strip())
            .toList()
        : List.of();
  }

  private static int position(String column, List<String> header) {
    return header.isEmpty() ? Integer.parseInt(column) - 1 : header.indexOf(column);
  }

  private static boolean isOpen(String text) {
    return IntStream.range(0, text.length()).filter(i -> text.charAt(i) == '"').count() % 2 == 1;
  }

  private static CsvParserSettings settings(CsvLayout layout) {
    CsvParserSettings settings = new CsvParserSettings();
    settings.getFormat().setDelimiter(layout.delimiter());
    settings.setMaxCharsPerColumn(-1);
    settings.setMaxColumns(4096);
    settings.setIgnoreLeadingWhitespaces(true);
    settings.setIgnoreTrailingWhitespaces(true);
    return settings;
  }
}
