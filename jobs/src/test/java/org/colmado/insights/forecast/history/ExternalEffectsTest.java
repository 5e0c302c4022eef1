package org.colmado.insights.forecast.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.colmado.insights.forecast.history.Effect.Group;
import org.junit.jupiter.api.Test;

public class ExternalEffectsTest {
  private static final LocalDate FIRST = SyntheticShop.FIRST;

  public static Row weather(int day, Double rainMm, Double temperatureMaxC) {
    return weather(true, day, rainMm, temperatureMaxC);
  }

  private static Row weather(boolean isOwn, int day, Double rainMm, Double temperatureMaxC) {
    LocalDate on = FIRST.plusDays(day);

    return RowFactory.create(isOwn, on, on, rainMm, temperatureMaxC, null);
  }

  public static Row event(int from, int to, String kind) {
    return RowFactory.create(true, FIRST.plusDays(from), FIRST.plusDays(to), null, null, kind);
  }

  private static double value(Map<LocalDate, List<Effect>> effects, int day, String name) {
    return effects.getOrDefault(FIRST.plusDays(day), List.of()).stream()
        .filter(effect -> effect.name().equals(name))
        .mapToDouble(Effect::value)
        .findFirst()
        .orElse(0);
  }

  @Test
  void rainIsMeasuredFromTheUsual() {
    Map<LocalDate, List<Effect>> effects =
        ExternalEffects.of(
            List.of(
                weather(0, 0.0, null),
                weather(1, 9.9, null),
                weather(2, 10.0, null),
                weather(3, 25.0, null)));

    assertThat(value(effects, 0, "rain")).isEqualTo(-0.5);
    assertThat(value(effects, 1, "rain")).isEqualTo(-0.5);
    assertThat(value(effects, 2, "rain")).isEqualTo(0.5);
    assertThat(value(effects, 2, "heavy rain")).isEqualTo(-0.25);
    assertThat(value(effects, 3, "heavy rain")).isEqualTo(0.75);
    assertThat(effects.get(FIRST)).allMatch(effect -> effect.group() == Group.WEATHER);
  }

  @Test
  void aDayOfWhichNothingIsKnownHasNothing() {
    Map<LocalDate, List<Effect>> effects =
        ExternalEffects.of(List.of(weather(0, 30.0, null), weather(2, null, 31.0)));

    assertThat(effects).containsOnlyKeys(FIRST);
  }

  @Test
  void heatIsAboveNineTenthsOfTheStoresOwnDays() {
    List<Row> days = new ArrayList<>();
    for (int day = 0; day < 100; day++) {
      days.add(weather(day, null, 20.0 + day / 10.0));
    }
    Map<LocalDate, List<Effect>> effects = ExternalEffects.of(days);

    assertThat(value(effects, 89, "heat")).isCloseTo(-0.1, within(1e-9));
    assertThat(value(effects, 90, "heat")).isCloseTo(0.9, within(1e-9));
  }

  @Test
  void whatIsSaidOfTheStoreGoesBeforeWhatIsSaidOfAll() {
    Map<LocalDate, List<Effect>> effects =
        ExternalEffects.of(
            List.of(
                weather(true, 0, 0.0, null),
                weather(false, 0, 40.0, null),
                weather(false, 1, 40.0, null)));

    assertThat(value(effects, 0, "rain")).isEqualTo(-0.5);
    assertThat(value(effects, 1, "rain")).isEqualTo(0.5);
  }

  @Test
  void anEventIsOneOnEachOfItsDaysHoweverItIsWritten() {
    Map<LocalDate, List<Effect>> effects =
        ExternalEffects.of(
            List.of(event(3, 5, "Fiesta  Patronal"), event(5, 5, "fiesta patronal")));

    assertThat(effects).hasSize(3);
    assertThat(effects.get(FIRST.plusDays(5)))
        .containsExactly(ExternalEffects.event("fiesta patronal"));
  }
}
