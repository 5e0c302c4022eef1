package org.colmado.insights.ingest.inspect;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.colmado.insights.config.RowMark;

/**
 * The marks of rows that are no plain sale, by the words of columns with few different values.
 *
 * @param byKind marks by kind of row, as {@link KnownWords#says} names them
 */
record MarkGuess(TreeMap<String, List<RowMark>> byKind) {
  private static final int MOST_VALUES = 20;
  private static final Set<String> NEVER =
      Set.of("description", "payment", "store", "customer", "code", "date", "time", "ticket-id");

  static MarkGuess of(SampledTable table, ColumnRoles roles, KnownWords words) {
    MarkGuess guess = new MarkGuess(new TreeMap<>());
    for (int column = 0; column < table.width(); column++) {
      int at = column;
      String name = table.nameOf(column);
      boolean isOtherRole = words.columns().containsKey(name) && roles.of(name) != at;
      boolean isTaken = isOtherRole || NEVER.stream().anyMatch(role -> roles.of(role) == at);
      Set<String> values = isTaken ? Set.of() : new TreeSet<>(table.values(column));
      boolean isOfKinds = column < table.header().size() && words.isOfKinds(table.header().get(at));
      if (!values.isEmpty() && values.size() <= MOST_VALUES) {
        guess.add(name, values, isOfKinds, words);
      }
    }
    return guess;
  }

  /** Marks a column whose cells say the kind of some rows, or whose name says that they will. */
  private void add(String column, Set<String> values, boolean isOfKinds, KnownWords words) {
    for (String kind : words.rows().keySet()) {
      long said = values.stream().filter(value -> words.says(value, kind)).count();
      if (said < values.size() && (said > 0 || isOfKinds)) {
        byKind
            .computeIfAbsent(kind, any -> new ArrayList<>())
            .add(matching(column, words.rows().get(kind)));
      }
    }
  }

  private static RowMark matching(String column, String pattern) {
    return new RowMark(
        column, Optional.of(pattern), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Whether rows are marked as such that take a sale back. */
  Predicate<List<String>> returns(SampledTable table) {
    return of("returned").stream()
        .flatMap(List::stream)
        .map(mark -> on(table.columnOf(mark.column()).orElseThrow(), mark.matches().orElseThrow()))
        .reduce(row -> false, Predicate::or);
  }

  private static Predicate<List<String>> on(int column, String matches) {
    Predicate<String> says = Pattern.compile(matches).asMatchPredicate();

    return row -> says.test(SampledTable.cell(row, column));
  }

  static RowMark below(String column) {
    return new RowMark(
        column, Optional.empty(), Optional.of(BigDecimal.ZERO), Optional.empty(), Optional.empty());
  }

  /** The columns that the marks look at. */
  Set<String> columns() {
    return byKind.values().stream()
        .flatMap(List::stream)
        .map(RowMark::column)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  Optional<List<RowMark>> of(String kind) {
    return Optional.ofNullable(byKind.get(kind));
  }
}
