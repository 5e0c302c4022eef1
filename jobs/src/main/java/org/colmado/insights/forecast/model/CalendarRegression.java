package org.colmado.insights.forecast.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.colmado.insights.forecast.fit.Feature;
import org.colmado.insights.forecast.fit.ShrunkenPoisson;
import org.colmado.insights.forecast.fit.Trend;
import org.colmado.insights.forecast.history.Effect;
import org.colmado.insights.forecast.history.Effect.Group;
import org.colmado.insights.forecast.history.MeasureHistory;
import org.colmado.insights.forecast.history.ShopDays;

/**
 * A Poisson regression with shrinkage of a day's total on its weekday, a smooth level and the
 * effects of the calendar, optionally also of weather and events. A group of effects, such as
 * paydays, is kept only if it lowers the deviance by more than twice its number of effects
 * (Akaike's criterion). A season of several weeks is used only if an earlier year had it too:
 * otherwise it cannot be separated from the level.
 */
public final class CalendarRegression {
  private static final int WINDOW_DAYS = 730;
  private static final double HALF_LIFE_DAYS = 365;
  private static final double WEEKDAY_WIDTH = 0.5;

  /** A season seen at least so long ago belongs to an earlier year. */
  private static final int EARLIER_YEAR_DAYS = 180;

  private final ShopDays shop;
  private final ShrunkenPoisson regression;
  private final Set<Group> groups;
  private final Set<String> seasons;

  private CalendarRegression(
      ShopDays shop, ShrunkenPoisson regression, Set<Group> groups, Set<String> seasons) {
    this.shop = shop;
    this.regression = regression;
    this.groups = groups;
    this.seasons = seasons;
  }

  /** Fits with the calendar's effects only. */
  public static CalendarRegression of(MeasureHistory past) {
    List<Integer> days = past.counted(WINDOW_DAYS);
    Set<Group> none = EnumSet.noneOf(Group.class);
    Set<String> seasons = seasons(past);
    ShrunkenPoisson plain = fit(past, days, none, seasons, Dispersion.ofDays(past, days).ratio());

    return new CalendarRegression(past.shop(), plain, none, seasons).with(past, Effect.CALENDAR);
  }

  /** Refits with those further groups that improve the fit. */
  CalendarRegression with(MeasureHistory past, List<Group> more) {
    List<Integer> days = past.counted(WINDOW_DAYS);
    double dispersion = Dispersion.ofDays(past, days).ratio();
    Set<Group> believed = EnumSet.noneOf(Group.class);
    believed.addAll(groups);
    double before = regression.deviance(dispersion);
    for (Group group : more) {
      Set<Group> together = EnumSet.of(group);
      together.addAll(groups);
      double gain = before - fit(past, days, together, seasons, dispersion).deviance(dispersion);
      if (gain > 2 * count(past, days, EnumSet.of(group), seasons)) {
        believed.add(group);
      }
    }
    return believed.equals(groups)
        ? this
        : new CalendarRegression(
            past.shop(), fit(past, days, believed, seasons, dispersion), believed, seasons);
  }

  private static Set<String> seasons(MeasureHistory past) {
    return past.shop().counted(0, past.origin() - EARLIER_YEAR_DAYS).stream()
        .flatMap(day -> past.shop().effects(day).stream())
        .filter(effect -> effect.group() == Group.SEASON)
        .map(Effect::name)
        .collect(Collectors.toSet());
  }

  private static ShrunkenPoisson fit(
      MeasureHistory past,
      List<Integer> days,
      Set<Group> groups,
      Set<String> seasons,
      double dispersion) {
    ShrunkenPoisson regression = new ShrunkenPoisson();
    for (int day : days) {
      int age = past.origin() - day;
      List<Feature> features = new ArrayList<>(Trend.at(age));
      features.add(Feature.of("weekday " + past.shop().weekday(day), WEEKDAY_WIDTH));
      features.addAll(effects(past.shop(), day, groups, seasons));
      regression.add(features, past.total(day), Math.pow(0.5, age / HALF_LIFE_DAYS));
    }
    regression.fit(dispersion);
    return regression;
  }

  private static long count(
      MeasureHistory past, List<Integer> days, Set<Group> groups, Set<String> seasons) {
    return days.stream()
        .flatMap(day -> effects(past.shop(), day, groups, seasons).stream())
        .map(Feature::name)
        .distinct()
        .count();
  }

  private static List<Feature> effects(
      ShopDays shop, int day, Collection<Group> groups, Set<String> seasons) {
    return features(shop.effects(day), groups, seasons);
  }

  private static List<Feature> features(
      List<Effect> effects, Collection<Group> groups, Set<String> seasons) {
    return effects.stream()
        .filter(effect -> groups.contains(effect.group()))
        .filter(effect -> effect.group() != Group.SEASON || seasons.contains(effect.name()))
        .map(effect -> new Feature(effect.name(), effect.width(), effect.value()))
        .toList();
  }

  /**
   * Refits with groups forced in even if the criterion would drop them, to answer a question about
   * them.
   */
  public CalendarRegression asked(MeasureHistory past, Set<Group> of) {
    List<Integer> days = past.counted(WINDOW_DAYS);
    Set<Group> all = EnumSet.copyOf(of);
    all.addAll(groups);
    ShrunkenPoisson with = fit(past, days, all, seasons, Dispersion.ofDays(past, days).ratio());

    return new CalendarRegression(past.shop(), with, all, seasons);
  }

  public boolean includes(Group group) {
    return groups.contains(group);
  }

  /** The change of a day's sales if its effects were others. */
  public EffectChange change(MeasureHistory past, List<Effect> planned, List<Effect> asked) {
    List<Feature> change = new ArrayList<>(features(asked, groups, seasons));
    features(planned, groups, seasons)
        .forEach(
            feature -> change.add(new Feature(feature.name(), feature.width(), -feature.value())));
    double dispersion = Dispersion.ofDays(past, past.counted(WINDOW_DAYS)).ratio();

    return new EffectChange(regression.effect(change), regression.deviation(change, dispersion));
  }

  /** The combined factor of all kept groups for each day. */
  double[] factors(int from, int to) {
    return factors(from, to, groups);
  }

  /**
   * The factor of some groups only, for each day.
   *
   * @param of groups; a group that was dropped has no effect
   */
  double[] factors(int from, int to, Collection<Group> of) {
    List<Group> both = of.stream().filter(groups::contains).toList();
    double[] factors = new double[to - from];
    for (int i = 0; i < factors.length; i++) {
      factors[i] = Math.exp(regression.effect(effects(shop, from + i, both, seasons)));
    }
    return factors;
  }
}
