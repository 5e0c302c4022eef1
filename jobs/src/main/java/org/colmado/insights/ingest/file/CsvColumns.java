package org.colmado.insights.ingest.file;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The columns of one CSV, and which of its rows fit them.
 *
 * @param names from the header, blanks around them removed; empty: the file has none, or it cannot
 *     be read
 * @param positions of the mapped columns from 0; a name that is there twice has two
 * @param marked positions of the columns that marks name as the file does
 */
public record CsvColumns(
    List<String> names, Map<CsvRole, List<Integer>> positions, Map<String, List<Integer>> marked) {
  private static final Pattern NUMBERED = Pattern.compile("(.+)#([1-9]\\d{0,3})");

  /** How the rows begin in which reports add up, in Spanish, English and Portuguese. */
  private static final Pattern TOTAL =
      Pattern.compile(
          "((grand?|sub|valor|montante) ?-?)?totale?s?\\b.*|(registros|records|suma|soma|sum|resumen)\\b.*",
          Pattern.CASE_INSENSITIVE);

  private static final Set<CsvRole> NUMBERS =
      EnumSet.of(
          CsvRole.QUANTITY, CsvRole.UNIT_PRICE, CsvRole.AMOUNT, CsvRole.DISCOUNT, CsvRole.TAX);

  /** Cells that are often empty, and are no part of what a row comes to. */
  private static final Set<CsvRole> MAY_BE_LEFT_OUT =
      EnumSet.of(CsvRole.CUSTOMER, CsvRole.PAYMENT, CsvRole.CATEGORY, CsvRole.CODE, CsvRole.DEVICE);

  /** Digits, with or without signs and marks, but no word. */
  private static final Pattern NUMBER = Pattern.compile("\\P{L}*\\d\\P{L}*");

  /** Columns by the names of the header. */
  static CsvColumns named(
      List<String> names, Map<CsvRole, List<String>> mapped, List<String> marked) {
    CsvColumns columns = new CsvColumns(names, new EnumMap<>(CsvRole.class), new TreeMap<>());
    marked.forEach(name -> columns.marked.put(name, columns.found(name)));
    mapped.forEach(
        (role, ofRole) ->
            columns.positions.put(
                role, ofRole.stream().flatMap(name -> columns.found(name).stream()).toList()));
    return columns;
  }

  /** Columns by numbers from 1. */
  static CsvColumns numbered(Map<CsvRole, List<String>> mapped, List<String> marked) {
    CsvColumns columns = new CsvColumns(List.of(), new EnumMap<>(CsvRole.class), new TreeMap<>());
    marked.forEach(number -> columns.marked.put(number, List.of(Integer.parseInt(number) - 1)));
    mapped.forEach(
        (role, numbers) ->
            columns.positions.put(
                role, numbers.stream().map(number -> Integer.parseInt(number) - 1).toList()));
    return columns;
  }

  /**
   * Positions of the columns with this name: none, one, or several. {@code total#2} is the second
   * column with the name {@code total}.
   */
  List<Integer> found(String name) {
    List<Integer> exact = withName(name);
    Matcher numbered = NUMBERED.matcher(name);
    if (!exact.isEmpty() || !numbered.matches()) {
      return exact;
    }

    List<Integer> repeated = withName(numbered.group(1));
    int number = Integer.parseInt(numbered.group(2));
    return number > repeated.size() ? List.of() : repeated.subList(number - 1, number);
  }

  /** The non-blank cells of the mapped columns; several of one role are joined by a blank. */
  Map<CsvRole, String> byRole(String[] cells) {
    Map<CsvRole, String> values = new EnumMap<>(CsvRole.class);
    positions.forEach((role, columns) -> put(values, role, columns, cells));
    return values;
  }

  /** The non-blank cells of the columns that marks name as the file does. */
  public Map<String, String> marked(String[] cells) {
    if (marked.isEmpty()) {
      return Map.of();
    }

    Map<String, String> values = new TreeMap<>();
    marked.forEach((name, columns) -> put(values, name, columns, cells));
    return values;
  }

  private static <K> void put(Map<K, String> values, K key, List<Integer> columns, String[] cells) {
    if (columns.size() == 1) {
      String cell = cell(cells, columns.get(0));
      if (cell != null && !cell.isBlank()) {
        values.put(key, cell.strip());
      }
      return;
    }

    String joined =
        columns.stream()
            .map(column -> cell(cells, column))
            .filter(Objects::nonNull)
            .map(String::strip)
            .collect(Collectors.joining(" "));
    if (!joined.isEmpty()) {
      values.put(key, joined);
    }
  }

  /** Whether a row repeats the header, as reports do on every page. */
  boolean isHeader(String[] cells) {
    return !names.isEmpty()
        && cells.length == names.size()
        && IntStream.range(0, cells.length)
            .allMatch(i -> names.get(i).equals(cells[i] == null ? "" : cells[i].strip()));
  }

  /** Whether the first cell of a row that is not empty begins like that of a total. */
  public static boolean beginsLikeTotal(String[] cells) {
    String first =
        Arrays.stream(cells).filter(Objects::nonNull).map(String::strip).findFirst().orElse("");

    return TOTAL.matcher(first).matches();
  }

  /** Whether a row begins like a total and has no date or too few cells. */
  boolean isTotal(String[] cells) {
    return beginsLikeTotal(cells)
        && (cells.length < names.size() || !byRole(cells).containsKey(CsvRole.DATE));
  }

  /**
   * Whether a row has all its cells. Many programs leave out empty cells at the end, or add some.
   *
   * @param isLast the last row of a file may have been cut off, so it must have every cell
   */
  boolean isWhole(String[] cells, boolean isLast) {
    int width = names.size();
    if (width == 0 || cells.length == width) {
      return true;
    }

    return cells.length < width
        ? !isLast && needed().allMatch(at -> at < cells.length)
        : isAligned(cells) && Arrays.stream(cells).skip(width).allMatch(Objects::isNull);
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
        NUMBERS.stream()
            .flatMap(role -> positions.getOrDefault(role, List.of()).stream())
            .map(column -> cell(cells, column + moved))
            .filter(Objects::nonNull)
            .toList();

    return !found.isEmpty() && found.stream().allMatch(cell -> NUMBER.matcher(cell).matches());
  }

  /** The columns that no row may lack: those of a ticket, its money and its marks. */
  private IntStream needed() {
    return Stream.concat(
            positions.entrySet().stream()
                .filter(role -> !MAY_BE_LEFT_OUT.contains(role.getKey()))
                .map(Map.Entry::getValue),
            marked.values().stream())
        .flatMap(List::stream)
        .mapToInt(Integer::intValue);
  }

  private List<Integer> withName(String name) {
    return IntStream.range(0, names.size())
        .filter(position -> names.get(position).equals(name))
        .boxed()
        .toList();
  }

  private static String cell(String[] cells, int position) {
    return position < cells.length ? cells[position] : null;
  }
}
