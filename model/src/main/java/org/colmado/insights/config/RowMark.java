package org.colmado.insights.config;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A mark on a row of a file: what one of its columns says.
 *
 * @param column role of a mapped column, such as {@code ticket-id}; else a column as the file names
 *     it, or its number where there is no header
 * @param matches regular expression of the whole value
 * @param below the value is a number less than this
 * @param above the value is a number greater than this
 * @param and a second mark that the row must have too
 */
public record RowMark(
    String column,
    Optional<String> matches,
    Optional<BigDecimal> below,
    Optional<BigDecimal> above,
    Optional<RowMark> and) {
  public RowMark {
    Expect.that(
        matches.isPresent() || below.isPresent() || above.isPresent(),
        "matches",
        "nothing",
        "a regular expression, or a number as below or above");
    matches.ifPresent(MappingRules::checkPattern);
  }

  /** The columns it looks at, those of {@link #and} included. */
  public List<String> columns() {
    return Stream.concat(Stream.of(column), and.stream().flatMap(other -> other.columns().stream()))
        .toList();
  }

  /** A mark whose rows are refused with this reason. */
  public record Refusal(
      String reason,
      String column,
      Optional<String> matches,
      Optional<BigDecimal> below,
      Optional<BigDecimal> above,
      Optional<RowMark> and) {
    public Refusal {
      new RowMark(column, matches, below, above, and);
    }

    public RowMark mark() {
      return new RowMark(column, matches, below, above, and);
    }
  }
}
