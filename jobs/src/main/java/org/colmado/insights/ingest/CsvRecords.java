package org.colmado.insights.ingest;

import com.univocity.parsers.common.TextParsingException;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The rows of a mapped CSV. A quoted cell may go over several lines. */
final class CsvRecords implements Iterator<RawRecord> {
  private static final int MAX_LINES_OF_A_ROW = 50;
  private static final int MAX_COLUMNS = 4096;
  private static final int MAX_LINES_BEFORE_HEADER = 30;

  /** How the rows begin in which reports add up, in Spanish, English and Portuguese. */
  private static final Pattern TOTAL =
      Pattern.compile(
          "((grand?|sub|valor|montante) ?-?)?totale?s?\\b.*|(registros|records|suma|soma|sum|resumen)\\b.*",
          Pattern.CASE_INSENSITIVE);

  private static final Set<CsvRole> NUMBERS =
      EnumSet.of(CsvRole.QUANTITY, CsvRole.UNIT_PRICE, CsvRole.AMOUNT, CsvRole.DISCOUNT);

  /** Digits, with or without signs and marks, but no word. */
  private static final Pattern NUMBER = Pattern.compile("\\P{L}*\\d\\P{L}*");

  private final TextLines lines;
  private final CsvParser parser;
  private final Map<CsvRole, List<Integer>> positions = new EnumMap<>(CsvRole.class);
  private final CsvHeader header;
  private final int width;
  private final char delimiter;
  private final Deque<TextLine> givenBack = new ArrayDeque<>();
  private RawRecord next;

  /** Why the header could not be read: the fault of the first line, or of a file cut off. */
  private RawRecord.Fault headerFault;

  CsvRecords(TextLines lines, CsvLayout layout) {
    this.lines = lines;
    this.parser = new CsvParser(settings(layout));
    this.delimiter = layout.delimiter();
    if (!layout.header()) {
      this.header = new CsvHeader(List.of());
      this.width = 0;
      locate(layout, column -> List.of(Integer.parseInt(column) - 1));
      return;
    }

    this.header = header(layout);
    this.width = header.names().size();
    locate(layout, header::positions);
    Optional.ofNullable(headerFault)
        .or(() -> layout.faultOf(header))
        .ifPresent(fault -> this.next = RawRecord.faulty(0, null, fault.reason(), fault.detail()));
  }

  private void locate(CsvLayout layout, Function<String, List<Integer>> positionsOf) {
    layout
        .columnsByRole()
        .forEach(
            (role, columns) ->
                positions.put(
                    role,
                    columns.stream()
                        .flatMap(column -> positionsOf.apply(column).stream())
                        .toList()));
  }

  @Override
  public boolean hasNext() {
    boolean refusedWhole = next != null && next.line() == 0;
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
    int found;
    try {
      String[] cells = parser.parseLine(text);
      if (cells != null && header.repeats(cells)) {
        return RawRecord.faulty(number, text, "repeated_header", "The header again: a new page");
      }
      if (cells != null && isTotal(cells)) {
        return RawRecord.faulty(number, text, "total_row", "A total of a report, not a sale");
      }
      if (cells != null && (width == 0 || isWhole(cells))) {
        return RawRecord.csv(number, text, byRole(cells));
      }
      found = cells == null ? 0 : cells.length;
    } catch (TextParsingException e) {
      found = MAX_COLUMNS;
    }
    String detail = "%d cells, expected %d".formatted(found, width);
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

  /** Whether a row with a header's columns begins like a total and has no date or too few cells. */
  private boolean isTotal(String[] cells) {
    String first =
        Arrays.stream(cells).filter(Objects::nonNull).map(String::strip).findFirst().orElse("");
    boolean isNoSale = cells.length < width || !byRole(cells).containsKey(CsvRole.DATE);

    return width > 0 && isNoSale && TOTAL.matcher(first).matches();
  }

  /**
   * Whether a row has all its cells. Many programs leave out empty cells at the end, or add some.
   * The last row of a file may have been cut off, so it must have every cell.
   */
  private boolean isWhole(String[] cells) {
    boolean hasMapped =
        positions.values().stream().flatMap(List::stream).allMatch(at -> at < cells.length);
    boolean hasMore =
        Arrays.stream(cells).skip(width).anyMatch(cell -> cell != null && !cell.isBlank());

    return cells.length == width
        || (cells.length > width ? !hasMore && isAligned(cells) : hasMapped && hasLine());
  }

  /**
   * Whether the numbers of a row that is too long are in their columns. A delimiter inside a text
   * moves them by one; where they would be numbers there too, nobody can tell.
   */
  private boolean isAligned(String[] cells) {
    return areNumbers(cells, 0) && !areNumbers(cells, 1);
  }

  private boolean areNumbers(String[] cells, int moved) {
    List<String> found =
        positions.entrySet().stream()
            .filter(role -> NUMBERS.contains(role.getKey()))
            .flatMap(role -> role.getValue().stream())
            .map(at -> at + moved < cells.length ? cells[at + moved] : null)
            .filter(Objects::nonNull)
            .toList();

    return !found.isEmpty() && found.stream().allMatch(cell -> NUMBER.matcher(cell).matches());
  }

  /**
   * The first row that has every mapped column: reports begin with the shop's name and dates, and
   * Excel with {@code sep=;}. If there is none, the first row, so that the message shows it.
   */
  private CsvHeader header(CsvLayout layout) {
    CsvHeader first = null;
    for (int i = 0; i < MAX_LINES_BEFORE_HEADER && lines.hasNext(); i++) {
      TextLine line = lines.next();
      if (i == 0 || line.fault().stream().anyMatch(fault -> fault.reason().startsWith("file_"))) {
        headerFault = line.fault().map(RawRecord.Fault::ofWholeFile).orElse(null);
      }
      CsvHeader found = headerOf(line);
      if (layout.hasAll(found)) {
        headerFault = null;
        return found;
      }
      first = first == null ? found : first;
    }

    return first == null ? new CsvHeader(List.of()) : first;
  }

  private CsvHeader headerOf(TextLine line) {
    String[] cells = line.fault().isPresent() ? null : parser.parseLine(line.text());

    return new CsvHeader(
        cells == null
            ? List.of()
            : Arrays.stream(cells).map(name -> name == null ? "" : name.strip()).toList());
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
