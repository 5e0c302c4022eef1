package org.colmado.insights.ingest.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class IsoInstantTest {
  private static final ZoneId SANTO_DOMINGO = ZoneId.of("America/Santo_Domingo");
  private static final Instant FOUR_PAST_TEN = Instant.parse("2026-11-21T22:04:05Z");

  // D1: docs/defects.md
  @Test
  void theSameInstantIsReadWhateverZoneItIsWrittenIn() throws RefusedRecord {
    for (String text :
        new String[] {
          "2026-11-21T22:04:05Z",
          "2026-11-21T22:04:05.000Z",
          "2026-11-21 22:04:05Z",
          "2026-11-21T18:04:05-04:00",
          "2026-11-22T07:04:05+09:00"
        }) {
      assertThat(read(text)).as(text).isEqualTo(FOUR_PAST_TEN);
    }
  }

  // D1: docs/defects.md
  @Test
  void aTimeWithoutZoneIsTheStoresNotTheMachines() throws RefusedRecord {
    assertThat(read("2026-11-21T18:04:05")).isEqualTo(FOUR_PAST_TEN);
    assertThat(read("2026-11-21 18:04:05")).isEqualTo(FOUR_PAST_TEN);
    assertThat(IsoInstant.read("2026-11-21T22:04:05", ZoneId.of("UTC"))).isEqualTo(FOUR_PAST_TEN);
  }

  // D1: docs/defects.md
  @Test
  void aDateWithoutTimeIsRefusedNotMidnight() {
    assertThat(reason("2026-11-15")).isEqualTo("date_without_time");
  }

  @Test
  void keepsTheMillisOfAnInstant() throws RefusedRecord {
    assertThat(read("2026-11-21T22:04:05.789Z")).isEqualTo(FOUR_PAST_TEN.plusMillis(789));
    assertThat(read("2026-11-21T22:04:05.78Z")).isEqualTo(FOUR_PAST_TEN.plusMillis(780));
  }

  @Test
  void refusesADayThatDoesNotExist() {
    assertThat(reason("2026-02-30T10:00:00Z")).isEqualTo("unreadable_date");
    assertThat(reason("2026-11-21T25:00:00Z")).isEqualTo("unreadable_date");
    assertThat(reason("2026-11-21T24:00:00Z")).isEqualTo("unreadable_date");
    assertThat(reason("2026-13-01T10:00:00.000Z")).isEqualTo("unreadable_date");
  }

  @Test
  void refusesWhatIsNoDate() {
    assertThat(reason("ayer")).isEqualTo("unreadable_date");
    assertThat(reason("1763762645000")).isEqualTo("unreadable_date");
  }

  @Test
  void saysThatThereIsNoDate() {
    assertThat(reason(null)).isEqualTo("missing_date");
  }

  private static Instant read(String text) throws RefusedRecord {
    return IsoInstant.read(text, SANTO_DOMINGO);
  }

  private static String reason(String text) {
    RefusedRecord[] refused = new RefusedRecord[1];
    assertThatThrownBy(() -> read(text))
        .isInstanceOfSatisfying(RefusedRecord.class, e -> refused[0] = e);
    return refused[0].fault().reason();
  }
}
