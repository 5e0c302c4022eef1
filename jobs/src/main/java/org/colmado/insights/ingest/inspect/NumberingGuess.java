package org.colmado.insights.ingest.inspect;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Within what the ticket numbers of a file are unique: rows of one ticket are close in time.
 *
 * @param text as a mapping writes it
 * @param isSure whether every number is of one time
 */
record NumberingGuess(String text, boolean isSure) {
  private static final Duration LONGEST_SALE = Duration.ofHours(1);

  /** A row's number, what tells its till, and its time. */
  record Place(String number, String device, Instant at) {}

  /**
   * The widest period in which no number is of two times or two tills.
   *
   * @param hasDevice whether the rows name their till
   */
  static NumberingGuess of(List<Place> places, boolean hasDevice) {
    List<Map.Entry<String, Function<LocalDate, String>>> periods =
        List.of(
            Map.entry("", day -> ""),
            Map.entry("+year", day -> String.valueOf(day.getYear())),
            Map.entry("+month", day -> day.toString().substring(0, "2026-11".length())),
            Map.entry("+date", LocalDate::toString));
    for (boolean byDevice : hasDevice ? new boolean[] {false, true} : new boolean[] {false}) {
      for (Map.Entry<String, Function<LocalDate, String>> period : periods) {
        if (isUnique(places, period.getValue(), byDevice)) {
          String within = period.getKey() + (byDevice ? "+device" : "");
          return new NumberingGuess(within.isEmpty() ? "id" : "store" + within + "+id", true);
        }
      }
    }
    return new NumberingGuess("id", false);
  }

  private static boolean isUnique(
      List<Place> places, Function<LocalDate, String> period, boolean byDevice) {
    Map<String, Instant> first = new HashMap<>();
    Map<String, Instant> last = new HashMap<>();
    Map<String, String> devices = new HashMap<>();
    for (Place place : places) {
      String key =
          period.apply(place.at().atZone(ZoneOffset.UTC).toLocalDate())
              + "|"
              + (byDevice ? place.device() : "")
              + "|"
              + place.number();
      first.merge(key, place.at(), (one, other) -> one.isBefore(other) ? one : other);
      if (!place.device().equals(devices.computeIfAbsent(key, any -> place.device()))) {
        return false;
      }
      last.merge(key, place.at(), (one, other) -> one.isAfter(other) ? one : other);
    }

    return first.entrySet().stream()
        .allMatch(
            entry ->
                Duration.between(entry.getValue(), last.get(entry.getKey())).compareTo(LONGEST_SALE)
                    <= 0);
  }
}
