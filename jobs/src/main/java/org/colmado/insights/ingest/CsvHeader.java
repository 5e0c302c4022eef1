package org.colmado.insights.ingest;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The first row of a CSV. A name may be there more than once; {@code total#2} is the second column
 * with the name {@code total}.
 *
 * @param names of the columns, blanks around them removed
 */
record CsvHeader(List<String> names) {
  private static final Pattern NUMBERED = Pattern.compile("(.+)#([1-9]\\d{0,3})");

  /** Positions from 0 of the columns with this name: none, one, or several. */
  List<Integer> positions(String column) {
    List<Integer> exact = withName(column);
    Matcher numbered = NUMBERED.matcher(column);
    if (!exact.isEmpty() || !numbered.matches()) {
      return exact;
    }

    List<Integer> repeated = withName(numbered.group(1));
    int number = Integer.parseInt(numbered.group(2));
    return number > repeated.size() ? List.of() : repeated.subList(number - 1, number);
  }

  /** The columns of this name, as a mapping would tell them apart: {@code total#1, total#2}. */
  String numbered(String column) {
    return IntStream.rangeClosed(1, positions(column).size())
        .mapToObj(number -> column + "#" + number)
        .collect(Collectors.joining(", "));
  }

  /** Whether a row repeats the header, as reports do on every page. */
  boolean repeats(String[] cells) {
    return !names.isEmpty()
        && cells.length == names.size()
        && IntStream.range(0, cells.length)
            .allMatch(i -> names.get(i).equals(cells[i] == null ? "" : cells[i].strip()));
  }

  private List<Integer> withName(String column) {
    return IntStream.range(0, names.size())
        .filter(position -> names.get(position).equals(column))
        .boxed()
        .toList();
  }
}
