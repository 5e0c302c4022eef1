package org.colmado.insights.segments;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PeaksTest {
  // D20: docs/defects.md
  @Test
  void aSlotThatBeatsTheOthersBeyondChanceIsAPeak() {
    assertThat(peaks(10, 40).found()).containsExactly(19);
  }

  // D20: docs/defects.md
  @Test
  void whatChanceDoesIsNoPeak() {
    assertThat(peaks(10, 12).found()).isEmpty();
  }

  // D22: docs/defects.md
  @Test
  void aTenthMoreIsNeededHoweverSure() {
    assertThat(peaks(100_000, 105_000).found()).isEmpty();
  }

  // D22: docs/defects.md
  @Test
  void moreOpeningsAloneAreNoPeak() {
    Peaks peaks = Peaks.ofWeekdays();
    for (int weekday = 0; weekday < 7; weekday++) {
      int openings = weekday == 0 ? 9 : 8;
      peaks.opened(weekday, openings);
      for (int i = 0; i < openings; i++) {
        peaks.visited(weekday, 20);
      }
    }

    assertThat(peaks.found()).isEmpty();
  }

  // D22: docs/defects.md
  @Test
  void fewOpeningsSayNothing() {
    Peaks peaks = peaks(10, 10);
    peaks.opened(22, 2);
    peaks.visited(22, 500);
    peaks.visited(22, 500);

    assertThat(peaks.found()).isEmpty();
  }

  // D20: docs/defects.md
  @Test
  void visitsInSlotsThatWereNeverOpenDoNotCount() {
    Peaks peaks = Peaks.ofHours();
    peaks.opened(8, 10);
    peaks.opened(9, 10);
    peaks.visited(3, 50);

    assertThat(peaks.found()).isEmpty();
  }

  /** Ten openings of each hour from 8 to 19, with so many visits, but so many at 19. */
  private static Peaks peaks(long usual, long atSeven) {
    Peaks peaks = Peaks.ofHours();
    for (int hour = 8; hour <= 19; hour++) {
      peaks.opened(hour, 10);
      for (int i = 0; i < 10; i++) {
        peaks.visited(hour, hour == 19 ? atSeven : usual);
      }
    }
    return peaks;
  }
}
