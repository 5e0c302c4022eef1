package org.colmado.insights.ingest;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.colmado.insights.config.SourceMapping;

/**
 * What a task must know to cut a mapped CSV into cells.
 *
 * @param columnsByRole names, or numbers from 1 where there is no header, in the order of {@link
 *     CsvRole}
 */
record CsvLayout(String encoding, char delimiter, boolean header, List<List<String>> columnsByRole)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  static CsvLayout of(SourceMapping.Csv csv) {
    List<List<String>> columns =
        Arrays.stream(CsvRole.values())
            .map(role -> List.copyOf(role.columnsIn(csv.columns())))
            .toList();

    return new CsvLayout(csv.encoding(), csv.delimiter().charAt(0), csv.header(), columns);
  }

  /** Columns that the header must name and does not. */
  List<String> absentFrom(List<String> found) {
    Stream<String> needed = columnsByRole.stream().flatMap(List::stream);

    return needed.filter(column -> !found.contains(column)).distinct().toList();
  }
}
