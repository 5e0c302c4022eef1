package org.colmado.insights.ingest.inspect;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.colmado.insights.config.DatePatterns;

/** Finds the columns with the date and the time of a sale. */
record DateColumns(GuessedColumns columns, LocalDate today) {
  private static final int MOST_DATES = 3_000;
  private static final int NO_COLUMN = -1;

  /** Settles the roles {@code date} and {@code time}; empty: there is no date with a time. */
  Optional<DateGuess> find() {
    Optional<DateGuess> named = byName();
    Optional<DateGuess> found = named.isPresent() ? named : byContent();
    if (columns.table().header().isEmpty() && found.isPresent()) {
      List<Integer> dates =
          Stream.of("date", "time").filter(columns::has).map(columns::of).toList();
      columns.putAll(ColumnRoles.ofContent(columns.table(), dates));
    }
    return found;
  }

  private Optional<DateGuess> byName() {
    for (String role : List.of("date", "time")) {
      Optional<DateGuess> alone =
          columns.has(role)
              ? DateGuess.of(texts(columns.of(role), NO_COLUMN), today)
              : Optional.empty();
      if (alone.isPresent()) {
        columns.put("date", columns.of(role));
        columns.remove("time");
        return alone;
      }
    }

    return columns.has("date") && columns.has("time")
        ? DateGuess.of(texts(columns.of("date"), columns.of("time")), today)
        : Optional.empty();
  }

  /** The first column whose values are dates with a time, alone or with the column after it. */
  private Optional<DateGuess> byContent() {
    for (int column = 0; column < columns.table().width(); column++) {
      Optional<DateGuess> alone = in(column, NO_COLUMN);
      Optional<DateGuess> guess = alone.isPresent() ? alone : in(column, column + 1);
      if (guess.isPresent()) {
        settle(column, alone.isPresent());
        return guess;
      }
    }
    return Optional.empty();
  }

  private void settle(int column, boolean isAlone) {
    columns.free(isAlone ? List.of(column) : List.of(column, column + 1));
    columns.remove("time");
    columns.put("date", column);
    if (!isAlone) {
      columns.put("time", column + 1);
    }
  }

  /** Numbers alone may be anything: only a name makes them dates. */
  private Optional<DateGuess> in(int date, int time) {
    return DateGuess.of(texts(date, time), today)
        .filter(guess -> !DatePatterns.NUMBERS.contains(guess.patterns().get(0)));
  }

  private List<String> texts(int date, int time) {
    return columns.table().rows().stream()
        .map(row -> text(row, date, time))
        .filter(Objects::nonNull)
        .limit(MOST_DATES)
        .toList();
  }

  private static String text(List<String> row, int date, int time) {
    String day = SampledTable.cell(row, date);
    if (day.isEmpty()) {
      return null;
    }

    return time == NO_COLUMN ? day : (day + " " + SampledTable.cell(row, time)).strip();
  }
}
