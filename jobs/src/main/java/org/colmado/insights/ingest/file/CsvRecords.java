package org.colmado.insights.ingest.file;

import com.univocity.parsers.common.TextParsingException;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** The rows of a mapped CSV. A quoted cell may go over several lines. */
public final class CsvRecords implements Iterator<RawRecord> {
  private static final int MAX_LINES_OF_A_ROW = 50;
  private static final int MAX_COLUMNS = 4096;
  private static final int MAX_LINES_BEFORE_HEADER = 30;

  private final TextLines lines;
  private final CsvParser parser;
  private final CsvColumns columns;
  private final FilledCells filled;
  private final char delimiter;
  private final Deque<TextLine> givenBack = new ArrayDeque<>();
  private final Deque<RawRecord> beforeHeader = new ArrayDeque<>();
  private RawRecord next;

  /** Why the header could not be read: the fault of the first line, or of a file cut off. */
  private RawRecord.Fault headerFault;

  public CsvRecords(TextLines lines, CsvLayout layout) {
    this.lines = lines;
    this.parser = new CsvParser(settings(layout));
    this.delimiter = layout.delimiter();
    this.filled = new FilledCells(layout.fillDown());
    this.columns = layout.header() ? header(layout) : layout.columns(List.of());
    if (layout.header()) {
      Optional.ofNullable(headerFault)
          .or(() -> layout.faultOf(columns))
          .ifPresent(
              fault -> this.next = RawRecord.faulty(0, null, fault.reason(), fault.detail()));
    }
  }

  @Override
  public boolean hasNext() {
    boolean refusedWhole = next != null && next.line() == 0;
    if (next == null && !beforeHeader.isEmpty()) {
      next = beforeHeader.pop();
    }
    if (next == null && hasLine()) {
      next = read(nextLine());
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
    if (result.fault() != null) {
      filled.forget(result.fault());
      result = result.withText(masked(result));
    }
    if (result.line() == 0) {
      lines.forEachRemaining(line -> {});
    }
    return result;
  }

  /**
   * A row that has no cells as the quarantine may show it: any part of it may be a person's data,
   * if the header has a column for such, or where there is no header yet.
   */
  private String masked(RawRecord row) {
    boolean isOpen =
        !columns.names().isEmpty()
            && !PersonalData.isIn(columns.names())
            && !row.fault().reason().equals("before_header");
    if (row.text() == null) {
      return null;
    }

    return isOpen ? PersonalData.masked(row.text()) : PersonalData.shape(row.text());
  }

  private RawRecord read(TextLine line) {
    if (line.fault().isPresent()) {
      return line.refused();
    }

    String text = line.text();
    List<TextLine> taken = new ArrayList<>();
    while (isOpen(text) || isFaulty(taken)) {
      boolean ends = taken.size() + 1 == MAX_LINES_OF_A_ROW || !hasLine();
      if (ends || isFaulty(taken)) {
        giveBack(taken);
        return RawRecord.faulty(
            line.number(),
            line.text(),
            "quote_not_closed",
            "A quote that opens here is never closed");
      }
      taken.add(nextLine());
      text = text + "\n" + taken.get(taken.size() - 1).text();
    }

    return cut(line.number(), text);
  }

  private static boolean isFaulty(List<TextLine> taken) {
    return !taken.isEmpty() && taken.get(taken.size() - 1).fault().isPresent();
  }

  private RawRecord cut(long number, String text) {
    String[] cells;
    try {
      cells = parser.parseLine(text);
    } catch (TextParsingException e) {
      return ofOtherWidth(number, text, MAX_COLUMNS);
    }

    if (cells == null) {
      return ofOtherWidth(number, text, 0);
    }
    if (columns.isHeader(cells)) {
      return RawRecord.faulty(number, text, "repeated_header", "The header again: a new page");
    }
    if (columns.isTotal(cells)) {
      return RawRecord.faulty(number, text, "total_row", "A total of a report, not a sale");
    }
    return columns.isWhole(cells, !hasLine())
        ? filled.filled(RawRecord.csv(number, text, columns.byRole(cells), columns.marked(cells)))
        : ofOtherWidth(number, text, cells.length);
  }

  private RawRecord ofOtherWidth(long number, String text, int found) {
    String detail = "%d cells, expected %d".formatted(found, columns.names().size());

    return RawRecord.faulty(number, text, "wrong_cell_count", detail);
  }

  private boolean hasLine() {
    return !givenBack.isEmpty() || lines.hasNext();
  }

  private TextLine nextLine() {
    return givenBack.isEmpty() ? lines.next() : givenBack.pop();
  }

  /** An unclosed quote makes only its own row invalid: the lines after it are read again. */
  private void giveBack(List<TextLine> taken) {
    for (int i = taken.size() - 1; i >= 0; i--) {
      givenBack.push(taken.get(i));
    }
  }

  /**
   * The first row that has every mapped column: reports begin with the shop's name and dates, and
   * Excel with {@code sep=;}. If there is none, the first row, so that the message shows it.
   */
  private CsvColumns header(CsvLayout layout) {
    CsvColumns first = null;
    List<RawRecord> before = new ArrayList<>();
    for (int i = 0; i < MAX_LINES_BEFORE_HEADER && lines.hasNext(); i++) {
      TextLine line = lines.next();
      CsvColumns found = layout.columns(names(line));
      if (layout.hasAll(found)) {
        headerFault = null;
        beforeHeader.addAll(before);
        return found;
      }
      if (i == 0 || isCutOff(line)) {
        headerFault = line.fault().map(RawRecord.Fault::ofWholeFile).orElse(null);
      }
      first = first == null ? found : first;
      before.add(
          RawRecord.faulty(
              line.number(), line.text(), "before_header", "A line above the columns' names"));
    }

    return first == null ? layout.columns(List.of()) : first;
  }

  private static boolean isCutOff(TextLine line) {
    return line.fault().stream().anyMatch(fault -> fault.reason().startsWith("file_"));
  }

  private List<String> names(TextLine line) {
    String[] cells = line.fault().isPresent() ? null : parser.parseLine(line.text());

    return cells == null
        ? List.of()
        : Arrays.stream(cells).map(name -> name == null ? "" : name.strip()).toList();
  }

  /**
   * Whether a quoted cell is still open at the end; a quote inside an unquoted cell is an ordinary
   * character.
   */
  private boolean isOpen(String text) {
    boolean isQuoted = false;
    boolean cellBegins = true;
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      if (isQuoted) {
        boolean isDoubled = letter == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"';
        isQuoted = letter != '"' || isDoubled;
        i += isDoubled ? 1 : 0;
      } else if (letter == delimiter) {
        cellBegins = true;
      } else if (!Character.isWhitespace(letter)) {
        isQuoted = letter == '"' && cellBegins;
        cellBegins = false;
      }
    }
    return isQuoted;
  }

  private static CsvParserSettings settings(CsvLayout layout) {
    CsvParserSettings settings = new CsvParserSettings();
    settings.getFormat().setDelimiter(layout.delimiter());
    settings.setMaxCharsPerColumn(-1);
    settings.getFormat().setComment('\0');
    settings.setMaxColumns(MAX_COLUMNS);
    settings.setIgnoreLeadingWhitespaces(true);
    settings.setIgnoreTrailingWhitespaces(true);
    return settings;
  }
}
