package org.colmado.insights.forecast.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.colmado.insights.forecast.history.Effect;
import org.colmado.insights.forecast.history.SyntheticShop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LevelChangeTest {
  private static final int DAYS = 140;

  /** The new level is 7, 20 or 42 days old. */
  @ParameterizedTest
  @CsvSource({"133,1.6", "120,1.6", "98,1.6", "133,.6", "120,.6", "98,.6"})
  void isFoundOnItsDay(int day, double ratio) {
    for (int seed = 1; seed <= 3; seed++) {
      Optional<LevelChange> found = change(at -> at < day ? 300 : 300 * ratio, seed);

      assertThat(found).get().extracting(LevelChange::day).isEqualTo(day);
      assertThat(found.get().ratio()).isCloseTo(ratio, within(0.1));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {8, 60, 300})
  void calmDaysHaveNone(double visits) {
    for (int seed = 1; seed <= 10; seed++) {
      assertThat(change(day -> visits, seed)).isEmpty();
    }
  }

  @Test
  void busyWeekendsAreNone() {
    for (int seed = 1; seed <= 10; seed++) {
      assertThat(change(day -> day % 7 >= 5 ? 160 : 80, seed)).isEmpty();
    }
  }

  @Test
  void busyWeekendsDoNotHideOne() {
    Optional<LevelChange> found =
        change(day -> (day % 7 >= 5 ? 600 : 200) * (day < 120 ? 1 : 1.6), 1);

    assertThat(found).get().extracting(LevelChange::day).isEqualTo(120);
  }

  /** Of so many visits it is clear, and yet left to the models. */
  @Test
  void aSmallOneIsLeftToTheModels() {
    assertThat(change(day -> day < 120 ? 3000 : 3450, 1)).isEmpty();
    assertThat(change(day -> day < 120 ? 3000 : 2650, 1)).isEmpty();
    assertThat(change(day -> day < 120 ? 3000 : 4050, 1)).isPresent();
  }

  @Test
  void anOldOneIsKnownToTheModels() {
    assertThat(change(day -> day < DAYS - 75 ? 300 : 480, 1)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void aFeastOfFewDaysIsNone(int days) {
    assertThat(change(day -> day < DAYS - days ? 300 : 600, 1)).isEmpty();
  }

  @Test
  void twentyDaysAreTooFew() {
    assertThat(LevelChange.of(SyntheticShop.of(20, day -> day < 13 ? 300 : 600, 1).tickets(20)))
        .isEmpty();
    assertThat(LevelChange.of(SyntheticShop.of(21, day -> day < 14 ? 300 : 600, 1).tickets(21)))
        .isPresent();
  }

  @Test
  void daysNearAHolidayTellNothing() {
    int first = DAYS - 10;
    IntToDoubleFunction visits = day -> day < first ? 300 : 600;
    Map<LocalDate, List<Effect>> holidays =
        IntStream.range(first, DAYS)
            .mapToObj(SyntheticShop.FIRST::plusDays)
            .collect(Collectors.toMap(Function.identity(), day -> List.of(Effect.HOLIDAY)));

    assertThat(change(visits, 1)).isPresent();
    assertThat(LevelChange.of(SyntheticShop.of(DAYS, visits, holidays, 1).tickets(DAYS))).isEmpty();
  }

  /** Later days do not tell, either: a forecast of day 120 knows none of them. */
  @Test
  void nothingIsKnownBeforeItHappens() {
    assertThat(LevelChange.of(SyntheticShop.of(DAYS, day -> day < 120 ? 300 : 600, 1).tickets(120)))
        .isEmpty();
  }

  @Test
  void bringsEarlierDaysToTheNewLevel() {
    double[] factors = {1, 3, 1, 1.5};

    assertThat(new LevelChange(2, 2).into(factors)).containsExactly(0.5, 1.5, 1, 1.5);
    assertThat(factors).containsExactly(1, 3, 1, 1.5);
  }

  private static Optional<LevelChange> change(IntToDoubleFunction ofDay, long seed) {
    return LevelChange.of(SyntheticShop.of(DAYS, ofDay, seed).tickets(DAYS));
  }
}
