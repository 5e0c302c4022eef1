package org.colmado.insights.ingest;

import java.io.Serializable;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.colmado.insights.config.SourceMapping;

/**
 * How to split the rows of a mapped CSV into cells.
 *
 * @param columnsByRole names, or numbers from 1 where there is no header
 */
record CsvLayout(
    String encoding, char delimiter, boolean header, Map<CsvRole, List<String>> columnsByRole)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  static CsvLayout of(SourceMapping.Csv csv) {
    EnumMap<CsvRole, List<String>> columns = new EnumMap<>(CsvRole.class);
    for (CsvRole role : CsvRole.values()) {
      columns.put(role, List.copyOf(role.columnsIn(csv.columns())));
    }

    return new CsvLayout(csv.encoding(), csv.delimiter().charAt(0), csv.header(), columns);
  }

  /** Why a file with this header cannot be read: a mapped column is absent or there twice. */
  Optional<RawRecord.Fault> faultOf(CsvHeader header) {
    List<String> absent =
        mapped().filter(column -> header.positions(column).isEmpty()).distinct().toList();
    if (!absent.isEmpty()) {
      return Optional.of(
          new RawRecord.Fault(
              "file_without_column",
              "Found %s, expected also %s%s".formatted(header.names(), absent, hint(header))));
    }

    return mapped()
        .filter(column -> header.positions(column).size() > 1)
        .findFirst()
        .map(
            column ->
                new RawRecord.Fault(
                    "file_with_repeated_column",
                    "Found %d columns named '%s', expected one; map %s"
                        .formatted(
                            header.positions(column).size(), column, header.numbered(column))));
  }

  private String hint(CsvHeader header) {
    return header.names().size() == 1
        ? ": one column only, is the delimiter '%s'?".formatted(delimiter)
        : "";
  }

  /** Whether every mapped column is there, once or more. */
  boolean hasAll(CsvHeader header) {
    return mapped().noneMatch(column -> header.positions(column).isEmpty());
  }

  private Stream<String> mapped() {
    return columnsByRole.values().stream().flatMap(List::stream);
  }
}
