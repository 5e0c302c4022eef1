package org.colmado.insights.ingest;

import java.io.Serializable;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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

  /** Mapped columns that are missing in the header. */
  List<String> absentFrom(List<String> found) {
    Stream<String> needed = columnsByRole.values().stream().flatMap(List::stream);

    return needed.filter(column -> !found.contains(column)).distinct().toList();
  }
}
