package org.colmado.insights.segments;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.colmado.insights.config.Expect;
import org.colmado.insights.config.Yaml;

/**
 * The rules of {@code conf/segments.yaml}: the only place of segment thresholds (D7). On reading,
 * it is checked that each family covers every ticket exactly once.
 *
 * @param version raised when a threshold changes
 */
public record SegmentRules(
    int version, List<DayPart> temporal, Value value, Preference preference) {
  private static final int HOURS = 24;

  public SegmentRules {
    Expect.between("version", version, 1, 1_000_000);
    temporal = List.copyOf(temporal);
    coverOnce(temporal);
    distinct("temporal", temporal.stream().map(DayPart::id));
  }

  /** Reads and checks the file. */
  public static SegmentRules read(Path file) {
    return Yaml.read(file, SegmentRules.class);
  }

  /**
   * A part of the business day.
   *
   * @param fromHour first hour in it, 0 to 23
   * @param toHour first hour after it, 0 to 24; if less than {@code fromHour}, the part spans
   *     midnight
   */
  public record DayPart(
      String id,
      int fromHour,
      int toHour,
      String nameEs,
      String nameEn,
      String descriptionEs,
      String descriptionEn) {
    public DayPart {
      Expect.between("from-hour", fromHour, 0, HOURS - 1);
      Expect.between("to-hour", toHour, 0, HOURS);
    }

    /** Hours in it. */
    List<Integer> hours() {
      int length = Math.floorMod(toHour - fromHour - 1, HOURS) + 1;

      return Stream.iterate(fromHour, hour -> (hour + 1) % HOURS).limit(length).toList();
    }
  }

  /**
   * Bands of basket value.
   *
   * @param fixed lower bounds of all bands but the first, by currency
   * @param quantiles lower bounds for other currencies, as quantiles of the store's baskets
   * @param largeFrom id of the first band of large baskets
   */
  public record Value(
      Map<String, List<BigDecimal>> fixed,
      List<Double> quantiles,
      String largeFrom,
      List<Named> bands) {
    public Value {
      fixed = new TreeMap<>(fixed);
      bands = List.copyOf(bands);
      int starts = bands.size() - 1;
      Expect.that(
          quantiles.size() == starts && rising(quantiles),
          "quantiles",
          quantiles,
          starts + " rising shares, one for each band but the first");
      Expect.that(
          quantiles.stream().allMatch(q -> q > 0 && q < 1),
          "quantiles",
          quantiles,
          "within 0 to 1");
      fixed.forEach(
          (currency, values) ->
              Expect.that(
                  values.size() == starts && rising(values) && values.get(0).signum() > 0,
                  "fixed." + currency,
                  values,
                  starts + " rising amounts above 0, one for each band but the first"));
      distinct("bands", bands.stream().map(Named::id));
      List<String> ids = bands.stream().map(Named::id).toList();
      Expect.that(
          ids.contains(largeFrom), "large-from", largeFrom, "the id of a band, one of " + ids);
    }

    /** Number of the first band of large baskets; the smallest baskets are in band 0. */
    int firstLargeBand() {
      return bands.stream().map(Named::id).toList().indexOf(largeFrom);
    }
  }

  /**
   * Product preference: the purpose of a visit.
   *
   * @param minShare share of the ticket's value, 0.5 to 1, that a group needs
   * @param groups in the order in which they are tried
   * @param rest segment of all other visits
   */
  public record Preference(double minShare, List<Group> groups, Named rest) {
    public Preference {
      Expect.between("min-share", minShare, 0.5, 1);
      groups = List.copyOf(groups);
      distinct("groups", Stream.concat(groups.stream().map(Group::id), Stream.of(rest.id())));
    }
  }

  /**
   * Categories that are bought for one purpose.
   *
   * @param needs a category that must be on the ticket
   */
  public record Group(
      String id,
      List<String> categories,
      Optional<String> needs,
      String nameEs,
      String nameEn,
      String descriptionEs,
      String descriptionEn) {}

  /** A segment by its name alone. */
  public record Named(
      String id, String nameEs, String nameEn, String descriptionEs, String descriptionEn) {}

  private static void coverOnce(List<DayPart> parts) {
    BitSet covered = new BitSet(HOURS);
    for (DayPart part : parts) {
      for (int hour : part.hours()) {
        Expect.that(
            !covered.get(hour), "temporal", "hour " + hour + " in two parts", "every hour in one");
        covered.set(hour);
      }
    }
    Expect.that(
        covered.cardinality() == HOURS,
        "temporal",
        "hour " + covered.nextClearBit(0) + " in no part",
        "every hour of the day in one");
  }

  private static void distinct(String key, Stream<String> ids) {
    Set<String> seen = new HashSet<>();
    ids.forEach(id -> Expect.that(seen.add(id), key, "'" + id + "' twice", "every id once"));
  }

  private static <T extends Comparable<T>> boolean rising(List<T> values) {
    for (int i = 1; i < values.size(); i++) {
      if (values.get(i).compareTo(values.get(i - 1)) <= 0) {
        return false;
      }
    }
    return true;
  }
}
