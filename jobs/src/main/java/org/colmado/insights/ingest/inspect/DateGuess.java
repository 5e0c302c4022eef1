package org.colmado.insights.ingest.inspect;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.colmado.insights.config.DatePatterns;

/**
 * The patterns that dates of a file are written in.
 *
 * @param patterns that together fit the dates
 * @param isSure whether no other reading fits as well: {@code 05/11} may be May or November
 */
record DateGuess(List<String> patterns, boolean isSure) {
  private static final int MOST_PATTERNS = 4;
  private static final double SHARE_NEEDED = 0.8;
  private static final ZoneId ANY_ZONE = ZoneOffset.UTC;

  private static final List<String> DAYS =
      List.of(
          "yyyy-M-d",
          "d/M/yyyy",
          "M/d/yyyy",
          "d-M-yyyy",
          "M-d-yyyy",
          "d/M/yy",
          "M/d/yy",
          "d-M-yy",
          "M-d-yy",
          "d.M.yyyy",
          "yyyy/M/d",
          "yyyyMMdd",
          "d-MMM-yyyy",
          "d MMM yyyy",
          "d MMM. yyyy",
          "MMM d, yyyy",
          "MMMM d, yyyy",
          "d MMMM yyyy",
          "d 'de' MMMM 'de' yyyy");
  private static final List<String> TIMES =
      List.of(
          "H:mm:ss",
          "H:mm",
          "h:mm:ss a",
          "h:mm a",
          "h:mm:ssa",
          "h:mma",
          "H:mm:ss.SSS",
          "H:mm:ss.SSSSSS",
          "H.mm.ss",
          "HHmmss");
  private static final List<String> BETWEEN = List.of(" ", "'T'", ", ", " 'a las' ");
  private static final List<String> OFFSETS = List.of("", "XXX", "XX", " XXX", " XX");

  /**
   * The patterns of these texts; empty if they are no dates with a time.
   *
   * @param texts in the order of the file
   * @param today no sale is later
   */
  static Optional<DateGuess> of(List<String> texts, LocalDate today) {
    List<String> left = texts.stream().distinct().toList();
    int all = left.size();
    List<String> patterns = new ArrayList<>();
    boolean isSure = true;
    while (!left.isEmpty() && patterns.size() < MOST_PATTERNS) {
      List<String> remaining = left;
      List<String> best = best(remaining, patterns.isEmpty() ? texts : remaining, today);
      if (best.isEmpty()) {
        break;
      }
      patterns.add(best.get(0));
      isSure &= best.size() == 1;
      left = left.stream().filter(text -> !fits(text, best.get(0))).toList();
    }

    return all == 0 || patterns.isEmpty() || all - left.size() < SHARE_NEEDED * all
        ? Optional.empty()
        : Optional.of(new DateGuess(patterns, isSure));
  }

  /** Whether texts are days without a time: nobody can tell the hour of such a sale. */
  static boolean areDaysOnly(List<String> texts) {
    return !texts.isEmpty()
        && DAYS.stream()
            .anyMatch(
                day ->
                    texts.stream()
                        .allMatch(text -> read(text + " 00:00:00", day + " H:mm:ss") != null));
  }

  /** The likeliest pattern, and others that read other dates and that nothing speaks against. */
  private static List<String> best(List<String> distinct, List<String> inOrder, LocalDate today) {
    List<Reading> readings =
        candidates().stream()
            .filter(pattern -> fits(distinct.get(0), pattern))
            .map(pattern -> Reading.of(pattern, inOrder, today))
            .toList();
    int most = readings.stream().mapToInt(Reading::fitting).max().orElse(0);
    List<Reading> fitting = readings.stream().filter(reading -> reading.fitting() == most).toList();
    if (fitting.isEmpty()) {
      return List.of();
    }

    Reading best = fitting.get(0);
    for (Reading other : fitting) {
      best = other.isLikelierThan(best) ? other : best;
    }
    Reading chosen = best;
    return Stream.concat(
            Stream.of(chosen),
            fitting.stream()
                .filter(other -> !other.instants().equals(chosen.instants()))
                .filter(other -> !chosen.isLikelierThan(other)))
        .map(Reading::pattern)
        .toList();
  }

  private static List<String> candidates() {
    List<String> candidates = new ArrayList<>();
    for (String day : DAYS) {
      for (String between : BETWEEN) {
        for (String time : TIMES) {
          OFFSETS.forEach(offset -> candidates.add(day + between + time + offset));
        }
      }
    }
    candidates.addAll(List.of("epoch-seconds", "epoch-millis", "excel-serial"));
    return candidates;
  }

  private static boolean fits(String text, String pattern) {
    return read(text, pattern) != null;
  }

  /** Null: it does not fit, or is no time of a sale. */
  static Instant read(String text, String pattern) {
    try {
      Instant instant = DatePatterns.parse(text, pattern, ANY_ZONE);
      return instant.isBefore(Instant.parse("2000-01-01T00:00:00Z")) ? null : instant;
    } catch (DateTimeException | IllegalArgumentException e) {
      return null;
    }
  }

  /** The instant that the first fitting pattern reads; null: none fits. */
  Instant read(String text) {
    for (String pattern : patterns) {
      Instant instant = read(text, pattern);
      if (instant != null) {
        return instant;
      }
    }
    return null;
  }

  /**
   * How a pattern reads the texts.
   *
   * @param instants that it reads
   * @param fitting texts that it fits and that are not in the future
   * @param backwards times that a date is before the one above it by more than a day
   * @param span of all dates
   */
  private record Reading(
      String pattern, List<Instant> instants, int fitting, int backwards, Duration span) {
    static Reading of(String pattern, List<String> texts, LocalDate today) {
      Instant latest = today.plusDays(2).atStartOfDay(ANY_ZONE).toInstant();
      List<Instant> instants = new ArrayList<>();
      for (String text : texts) {
        Instant instant = read(text, pattern);
        if (instant != null && instant.isBefore(latest)) {
          instants.add(instant);
        }
      }

      int backwards = 0;
      for (int i = 1; i < instants.size(); i++) {
        Duration step = Duration.between(instants.get(i - 1), instants.get(i)).abs();
        boolean isBack = instants.get(i).isBefore(instants.get(i - 1));
        backwards += isBack && step.compareTo(Duration.ofDays(1)) > 0 ? 1 : 0;
      }
      return new Reading(pattern, instants, instants.size(), backwards, span(instants));
    }

    private static Duration span(List<Instant> instants) {
      return instants.isEmpty()
          ? Duration.ZERO
          : Duration.between(
              instants.stream().min(Comparator.naturalOrder()).orElseThrow(),
              instants.stream().max(Comparator.naturalOrder()).orElseThrow());
    }

    /**
     * Whether its dates are much likelier: in order where the other's are not, or much closer to
     * one another.
     */
    boolean isLikelierThan(Reading other) {
      boolean isInOrder = backwards * 100 <= fitting && other.backwards * 10 >= fitting;
      boolean isClose = span.multipliedBy(10).compareTo(other.span) < 0;

      return (isInOrder && other.backwards > 0) || (isClose && backwards <= other.backwards);
    }
  }
}
