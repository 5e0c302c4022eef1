package org.colmado.insights.ingest.file;

import java.io.Serializable;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.colmado.insights.config.CsvMapping;

/**
 * How to split the rows of a mapped CSV into cells.
 *
 * @param columnsByRole names, or numbers from 1 where there is no header
 * @param markedColumns further columns that marks look at, named in the same way
 * @param decimalMark of numbers
 * @param fillDown roles and marked columns whose empty cells have the value of the row before
 */
public record CsvLayout(
    String encoding,
    char delimiter,
    boolean header,
    Map<CsvRole, List<String>> columnsByRole,
    List<String> markedColumns,
    String decimalMark,
    Set<String> fillDown)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  public static CsvLayout of(CsvMapping csv) {
    EnumMap<CsvRole, List<String>> columns = new EnumMap<>(CsvRole.class);
    for (CsvRole role : CsvRole.values()) {
      columns.put(role, List.copyOf(role.columnsIn(csv.columns())));
    }

    return new CsvLayout(
        csv.encodingName(),
        csv.delimiterCharacter(),
        csv.hasHeader(),
        columns,
        csv.markedColumns(),
        csv.numbers().decimalMark(),
        Set.copyOf(csv.fillDown().orElse(List.of())));
  }

  /** Takes every table, to look at it before there is a mapping. */
  public static CsvLayout ofAnything() {
    return new CsvLayout("UTF-8", ',', true, Map.of(), List.of(), ".", Set.of());
  }

  /** The columns of a file with this header; without headers the names are not looked at. */
  CsvColumns columns(List<String> names) {
    return header
        ? CsvColumns.named(names, columnsByRole, markedColumns)
        : CsvColumns.numbered(columnsByRole, markedColumns);
  }

  /** Whether a file with this header has every mapped column, each once. */
  public boolean knows(List<String> names) {
    return header && !names.isEmpty() && faultOf(columns(names)).isEmpty();
  }

  /** Whether every mapped column is there, once or more. */
  boolean hasAll(CsvColumns columns) {
    return mapped().noneMatch(name -> columns.found(name).isEmpty());
  }

  /** Why a file with these columns cannot be read: a mapped one is absent or there twice. */
  Optional<RawRecord.Fault> faultOf(CsvColumns columns) {
    List<String> absent = mapped().filter(name -> columns.found(name).isEmpty()).toList();
    if (!absent.isEmpty()) {
      String detail = "Found %s, expected also %s%s";
      return Optional.of(
          new RawRecord.Fault(
              "file_without_column",
              detail.formatted(columns.names(), absent, hint(columns.names()))));
    }

    return mapped()
        .filter(name -> columns.found(name).size() > 1)
        .findFirst()
        .map(name -> repeated(name, columns.found(name).size()));
  }

  private static RawRecord.Fault repeated(String name, int times) {
    String choices =
        IntStream.rangeClosed(1, times)
            .mapToObj(number -> name + "#" + number)
            .collect(Collectors.joining(", "));

    return new RawRecord.Fault(
        "file_with_repeated_column",
        "Found %d columns named '%s', expected one; map %s".formatted(times, name, choices));
  }

  private String hint(List<String> names) {
    return names.size() == 1
        ? ": one column only, is the delimiter '%s'?".formatted(delimiter)
        : "";
  }

  private Stream<String> mapped() {
    return Stream.concat(
            columnsByRole.values().stream().flatMap(List::stream), markedColumns.stream())
        .distinct();
  }
}
