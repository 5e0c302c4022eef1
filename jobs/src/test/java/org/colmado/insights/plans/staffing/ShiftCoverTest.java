package org.colmado.insights.plans.staffing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ShiftCoverTest {
  private static final ShiftCover COVER = new ShiftCover(4, 9);

  @Test
  void aPeakIsCoveredWhereShiftsOverlap() {
    int[] hands = COVER.over(new int[] {1, 1, 1, 1, 2, 2, 1, 1});

    assertThat(Arrays.stream(hands).sum()).isEqualTo(6 + 4);
    assertThat(hands).contains(2, 2);
  }

  @Test
  void twoPeaksFarApartNeedTwoShifts() {
    int[] hands = COVER.over(new int[] {3, 1, 1, 1, 1, 1, 1, 3});

    assertThat(Arrays.stream(hands).sum()).isEqualTo(8 + 2 * 4 + 2 * 4);
  }

  @Test
  void aShopOpenForLessThanAShiftHasThatShift() {
    assertThat(COVER.over(new int[] {1, 2})).containsExactly(2, 2);
    assertThat(COVER.over(new int[] {})).isEmpty();
    assertThat(COVER.over(new int[] {0, 0, 0, 0, 0})).containsOnly(0);
  }

  @Test
  void nobodyWorksWhileItIsClosed() {
    int[] needed = {1, 1, 1, 1, 0, 2, 1, 1, 1};
    boolean[] isOpen = {true, true, true, true, false, true, true, true, true};

    assertThat(COVER.over(needed, isOpen)).containsExactly(1, 1, 1, 1, 0, 2, 2, 2, 2);
  }

  @Test
  void everyHourIsCoveredAndNoCoveringIsCheaper() {
    SplittableRandom random = new SplittableRandom(7);
    ShiftCover cover = new ShiftCover(2, 4);
    for (int round = 0; round < 20; round++) {
      int[] needed = random.ints(6, 0, 3).toArray();
      int[] hands = cover.over(needed);

      for (int hour = 0; hour < needed.length; hour++) {
        assertThat(hands[hour]).isGreaterThanOrEqualTo(needed[hour]);
      }
      assertThat(Arrays.stream(hands).sum())
          .as(Arrays.toString(needed))
          .isEqualTo(cheapest(needed.clone(), 0, 0));
    }
  }

  /** Tries every number of shifts from every start, first hours first. */
  private static int cheapest(int[] left, int start, int length) {
    if (start == left.length) {
      return Arrays.stream(left).allMatch(need -> need <= 0) ? 0 : 1_000;
    }
    if (length > 4 || start + length > left.length) {
      return left[start] > 0 ? 1_000 : cheapest(left, start + 1, 0);
    }
    if (length < 2) {
      return cheapest(left, start, 2);
    }

    int best = 1_000;
    int[] with = left.clone();
    for (int count = 0; count <= 2; count++) {
      best = Math.min(best, count * length + cheapest(with, start, length + 1));
      for (int hour = start; hour < start + length; hour++) {
        with[hour]--;
      }
    }
    return best;
  }
}
