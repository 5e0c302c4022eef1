package org.colmado.insights.segments.missions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.colmado.insights.segments.missions.Mission.Look;
import org.colmado.insights.segments.missions.MissionRules.Names;
import org.colmado.insights.text.BilingualText;

/**
 * Names a mission by what distinguishes it from the rest of its store: first its categories, then
 * the most distinctive trait of time of day, basket size and payment. Names are unique within a
 * store.
 */
record MissionNames(Names pieces) {
  /** A category is in the name from this share of the mission's value and this lift. */
  private static final double MIN_SHARE = 0.15;

  private static final double MIN_LIFT = 1.2;

  /** A second category, from this part of the first one's weight. */
  private static final double MIN_SECOND = 0.35;

  /** Minimum lift over the store's share, and minimum share of visits, of a trait in a name. */
  private static final double MIN_TRAIT = 1.4;

  private static final double MIN_TRAIT_SHARE = 0.2;

  /** A basket this many times the store's mean is large, or small. */
  private static final double LARGE = 1.6;

  private static final double SMALL = 0.5;

  /** Minimum difference in basket size to distinguish two otherwise equal missions. */
  private static final double APART = 0.1;

  private static final BilingualText SPENT = new BilingualText("Gasto en ", "Money spent on ");

  /** A name and a description in both languages. */
  record Named(BilingualText name, BilingualText description) {}

  /** A distinctive trait of a mission. */
  private record Trait(BilingualText piece, double strength) {}

  /**
   * Names it.
   *
   * @param taken Spanish names already used by other missions
   */
  Named of(Mission mission, Set<String> taken) {
    List<String> categories = categories(mission);
    List<Trait> traits = traits(mission);
    List<BilingualText> parts = new ArrayList<>(List.of(head(categories)));
    BilingualText around = pieces.around(mission.look().hour());
    boolean isBare = categories.isEmpty();
    for (BilingualText piece : more(mission, traits, around)) {
      if (!isBare && !taken.contains(joined(parts).es())) {
        break;
      }
      if (piece.equals(around)) {
        parts.removeIf(this::isTime);
      }
      parts.add(piece);
      isBare = false;
    }

    BilingualText name = numbered(joined(parts), taken);
    return new Named(name, description(mission, categories, traits));
  }

  /**
   * Additions to the category name, in the order in which they are tried: strongest time of day,
   * hour, size.
   */
  private List<BilingualText> more(Mission mission, List<Trait> traits, BilingualText around) {
    List<BilingualText> more = new ArrayList<>();
    for (Trait trait : traits) {
      if (!isTime(trait.piece()) || more.stream().noneMatch(this::isTime)) {
        more.add(trait.piece());
      }
    }
    more.add(around);
    double size = size(mission);
    if (size < LARGE && size > SMALL && Math.abs(size - 1) >= APART) {
      more.add(size > 1 ? pieces.larger() : pieces.smaller());
    }
    return more;
  }

  private boolean isTime(BilingualText piece) {
    return pieces.dayParts().contains(piece);
  }

  private static List<String> categories(Mission mission) {
    ToDoubleFunction<String> weight =
        code -> mission.shares().get(code) * Math.log(mission.lifts().get(code));
    List<String> standing =
        mission.shares().entrySet().stream()
            .filter(entry -> entry.getValue() >= MIN_SHARE)
            .map(Map.Entry::getKey)
            .filter(code -> mission.lifts().get(code) >= MIN_LIFT)
            .sorted(Comparator.comparingDouble(weight).reversed())
            .toList();

    return standing.stream()
        .filter(
            code ->
                weight.applyAsDouble(code) >= MIN_SECOND * weight.applyAsDouble(standing.get(0)))
        .limit(2)
        .toList();
  }

  private BilingualText head(List<String> categories) {
    if (categories.isEmpty()) {
      return pieces.varied();
    }

    BilingualText first = pieces.category(categories.get(0));
    if (categories.size() == 1) {
      return first;
    }
    BilingualText second = pieces.category(categories.get(1));
    return new BilingualText(
        first.es() + pieces.with().es() + lower(second.es()),
        first.en() + pieces.with().en() + lower(second.en()));
  }

  private List<Trait> traits(Mission mission) {
    Look look = mission.look();
    Look store = mission.store();
    List<Trait> traits = new ArrayList<>();
    for (int part = 0; part < look.dayParts().size(); part++) {
      share(
          traits,
          pieces.dayParts().get(part),
          look.dayParts().get(part),
          store.dayParts().get(part));
    }
    share(traits, pieces.credit(), look.credit(), store.credit());
    share(traits, pieces.delivery(), look.delivery(), store.delivery());
    share(traits, pieces.weekend(), look.weekend(), store.weekend());
    share(traits, pieces.payday(), look.payday(), store.payday());
    double size = size(mission);
    if (size >= LARGE || size <= SMALL) {
      traits.add(
          new Trait(size >= LARGE ? pieces.large() : pieces.small(), Math.abs(Math.log(size))));
    }

    traits.sort(Comparator.comparingDouble(Trait::strength).reversed());
    return traits;
  }

  private static double size(Mission mission) {
    return mission.look().value() / mission.store().value();
  }

  private static void share(List<Trait> traits, BilingualText piece, double own, double ofStore) {
    if (own >= MIN_TRAIT_SHARE && own >= MIN_TRAIT * ofStore) {
      traits.add(new Trait(piece, Math.log(own / ofStore)));
    }
  }

  private static BilingualText joined(List<BilingualText> parts) {
    return new BilingualText(
        parts.stream().map(BilingualText::es).collect(Collectors.joining(" ")),
        parts.stream().map(BilingualText::en).collect(Collectors.joining(" ")));
  }

  /** Last resort if two missions differ in no trait that has a name. */
  private static BilingualText numbered(BilingualText name, Set<String> taken) {
    return Stream.iterate(1, number -> number + 1)
        .map(
            number ->
                number == 1
                    ? name
                    : new BilingualText(name.es() + " " + number, name.en() + " " + number))
        .filter(piece -> !taken.contains(piece.es()))
        .findFirst()
        .orElseThrow();
  }

  private BilingualText description(Mission mission, List<String> categories, List<Trait> traits) {
    return new BilingualText(
        spent(mission, categories, BilingualText::es)
            + marks(traits, "; más que las demás ", BilingualText::es),
        spent(mission, categories, BilingualText::en)
            + marks(traits, "; more than others ", BilingualText::en));
  }

  private String spent(
      Mission mission, List<String> categories, Function<BilingualText, String> language) {
    if (categories.isEmpty()) {
      return language.apply(pieces.alike());
    }

    return categories.stream()
        .map(code -> language.apply(share(mission, code)))
        .collect(Collectors.joining(", ", language.apply(SPENT), ""));
  }

  private static String marks(
      List<Trait> traits, String lead, Function<BilingualText, String> language) {
    return traits.isEmpty()
        ? ""
        : traits.stream()
            .map(trait -> language.apply(trait.piece()))
            .collect(Collectors.joining(", ", lead, ""));
  }

  private BilingualText share(Mission mission, String code) {
    BilingualText name = pieces.category(code);
    double percent = 100 * mission.shares().get(code);
    double lift = mission.lifts().get(code);

    return new BilingualText(
        String.format(
            Locale.ROOT, "%s (%.0f %%, %.1f veces lo normal)", lower(name.es()), percent, lift),
        String.format(
            Locale.ROOT, "%s (%.0f %%, %.1f times the usual)", lower(name.en()), percent, lift));
  }

  private static String lower(String name) {
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }
}
