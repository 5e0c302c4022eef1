package org.colmado.insights.ingest.inspect;

import com.univocity.parsers.common.TextParsingException;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.colmado.insights.ingest.file.CsvColumns;
import org.colmado.insights.ingest.file.OpenedFile;

/**
 * The beginning of a file as a table.
 *
 * @param encoding of the file
 * @param delimiter of its cells
 * @param header names of the columns; empty: the file has none
 * @param headerRow row the header stands in, from 1; 0: there is none
 * @param rows after the header, as wide as the header
 */
public record SampledTable(
    String encoding, char delimiter, List<String> header, int headerRow, List<List<String>> rows) {
  private static final int SAMPLE_BYTES = 8 * 1024 * 1024;
  private static final int ROWS_BEFORE_HEADER = 30;
  private static final int MAX_ROWS = 50_000;
  private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');

  /** Reads the beginning of a file that is open and has no fault. */
  static SampledTable of(OpenedFile opened, KnownWords words) throws IOException {
    byte[] bytes = opened.bytes().readNBytes(SAMPLE_BYTES);
    Charset charset = opened.encoding().orElseGet(() -> charsetOf(bytes));
    String text = new String(bytes, charset);
    String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
    String whole =
        bytes.length < SAMPLE_BYTES ? plain : plain.substring(0, plain.lastIndexOf('\n') + 1);

    return DELIMITERS.stream()
        .map(delimiter -> split(whole, delimiter, charset.name(), words))
        .max(Comparator.comparingDouble(SampledTable::regularity))
        .orElseThrow();
  }

  /** Text that is UTF-8 throughout is hardly ever anything else. */
  private static Charset charsetOf(byte[] bytes) {
    int end = bytes.length;
    while (end > 0 && bytes.length == SAMPLE_BYTES && bytes[end - 1] < 0) {
      end--;
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, end));
      return StandardCharsets.UTF_8;
    } catch (CharacterCodingException e) {
      return Charset.forName("windows-1252");
    }
  }

  private static SampledTable split(
      String text, char delimiter, String encoding, KnownWords words) {
    List<String[]> rows = parsed(text, delimiter);
    int width = usualWidth(rows);
    int header = headerIndex(rows, width, words);
    List<String> names =
        header < 0 ? List.of() : Arrays.stream(rows.get(header)).map(SampledTable::cell).toList();
    List<List<String>> content =
        rows.stream()
            .skip(header + 1L)
            .filter(row -> row.length >= Math.min(2, width))
            .filter(row -> !CsvColumns.beginsLikeTotal(row))
            .map(row -> widened(row, Math.max(width, names.size())))
            .toList();

    return new SampledTable(encoding, delimiter, names, header + 1, content);
  }

  private static List<String[]> parsed(String text, char delimiter) {
    CsvParserSettings settings = new CsvParserSettings();
    settings.getFormat().setDelimiter(delimiter);
    settings.getFormat().setComment('\0');
    settings.setMaxCharsPerColumn(-1);
    settings.setMaxColumns(4096);
    settings.setNumberOfRecordsToRead(MAX_ROWS);
    try {
      return new CsvParser(settings).parseAll(new StringReader(text));
    } catch (TextParsingException e) {
      return List.of();
    }
  }

  /** The number of cells that most rows have. */
  private static int usualWidth(List<String[]> rows) {
    Map<Integer, Long> widths =
        rows.stream().collect(Collectors.groupingBy(row -> row.length, Collectors.counting()));

    return widths.entrySet().stream()
        .max(Map.Entry.<Integer, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .orElse(0);
  }

  /** The first of the rows that have the most names of columns; -1: none has two. */
  private static int headerIndex(List<String[]> rows, int width, KnownWords words) {
    int best = -1;
    long most = 1;
    for (int i = 0; i < Math.min(rows.size(), ROWS_BEFORE_HEADER); i++) {
      long names = knownNames(rows.get(i), words);
      if (names > most && rows.get(i).length * 2 >= width) {
        most = names;
        best = i;
      }
    }
    return best;
  }

  private static long knownNames(String[] row, KnownWords words) {
    return Arrays.stream(row)
        .filter(Objects::nonNull)
        .filter(cell -> cell.chars().noneMatch(Character::isDigit))
        .filter(
            cell ->
                words.columns().keySet().stream().anyMatch(role -> words.sureness(cell, role) > 0))
        .count();
  }

  /** A table is likely where many rows have the same number of cells, and many cells. */
  private double regularity() {
    int width = rows.isEmpty() ? header.size() : rows.get(0).size();
    long full =
        rows.stream()
            .filter(row -> row.stream().filter(cell -> !cell.isEmpty()).count() > 1)
            .count();

    return width < 2
        ? 0
        : (rows.isEmpty() ? 0.5 : (double) full / rows.size()) * Math.log(1 + width);
  }

  private static List<String> widened(String[] row, int width) {
    return IntStream.range(0, Math.max(width, row.length))
        .mapToObj(i -> i < row.length ? cell(row[i]) : "")
        .toList();
  }

  private static String cell(String cell) {
    return cell == null ? "" : cell.strip();
  }

  /** A cell of a row; empty where the row is too short. */
  static String cell(List<String> row, int column) {
    return column < row.size() ? row.get(column) : "";
  }

  /** The number of columns that a mapping can name. */
  int width() {
    return header.isEmpty() && !rows.isEmpty() ? rows.get(0).size() : header.size();
  }

  /**
   * As a mapping names the column: its name, with its number if another has the same, or its place.
   */
  String nameOf(int column) {
    if (column >= header.size()) {
      return String.valueOf(column + 1);
    }

    String name = header.get(column);
    long before = header.subList(0, column).stream().filter(name::equals).count();
    long same = header.stream().filter(name::equals).count();
    return same > 1 ? name + "#" + (before + 1) : name;
  }

  /** The cells of a column that are not empty, total and header rows apart. */
  List<String> values(int column) {
    return rows.stream()
        .filter(row -> column < row.size() && !row.equals(header))
        .map(row -> row.get(column))
        .filter(cell -> !cell.isEmpty())
        .toList();
  }

  /** The rows by the value of a column. */
  Map<String, List<List<String>>> by(int column) {
    return rows.stream()
        .filter(row -> column < row.size())
        .collect(Collectors.groupingBy((Function<List<String>, String>) row -> row.get(column)));
  }

  /** The column that a mapping names so. */
  Optional<Integer> columnOf(String name) {
    return IntStream.range(0, width())
        .filter(column -> nameOf(column).equals(name))
        .boxed()
        .findFirst();
  }
}
