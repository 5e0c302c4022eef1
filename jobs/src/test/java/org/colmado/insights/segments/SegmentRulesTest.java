package org.colmado.insights.segments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.colmado.insights.config.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SegmentRulesTest {
  static final Path SHIPPED = Path.of("..", "conf", "segments.yaml");

  @TempDir Path folder;

  // D19: docs/defects.md
  @Test
  void everyHourIsInOnePartOfTheDay() {
    List<Integer> hours =
        SegmentRules.read(SHIPPED).temporal().stream()
            .flatMap(part -> part.hours().stream())
            .sorted()
            .toList();

    assertThat(hours).isEqualTo(IntStream.range(0, 24).boxed().toList());
  }

  // D21: docs/defects.md
  @Test
  void aPartOfTheDayMayGoOverMidnight() {
    assertThat(part(21, 4).hours()).containsExactly(21, 22, 23, 0, 1, 2, 3);
  }

  // D31: docs/defects.md
  @Test
  void midnightIsAnHourLikeAnyOther() {
    assertThat(part(0, 4).hours()).containsExactly(0, 1, 2, 3);
    assertThat(part(20, 0).hours()).containsExactly(20, 21, 22, 23);
    assertThat(part(20, 24).hours()).containsExactly(20, 21, 22, 23);
    assertThat(part(0, 24).hours()).hasSize(24);
  }

  // D19: docs/defects.md
  @Test
  void anHourInNoPartIsRefused() {
    refused("from-hour: 15\n", "from-hour: 16\n", "temporal", "hour 15 in no part", "every hour");
  }

  // D25: docs/defects.md
  @Test
  void anHourInTwoPartsIsRefused() {
    refused("to-hour: 15\n", "to-hour: 16\n", "temporal", "hour 15 in two parts", "every hour");
  }

  @Test
  void anHourThatIsNoneIsRefused() {
    refused("to-hour: 21\n", "to-hour: 25\n", "temporal[3]", "found 25", "0 to 24");
  }

  @Test
  void aSegmentNamedTwiceIsRefused() {
    refused("id: lunch_rush", "id: afternoon", "temporal", "'afternoon' twice", "every id once");
    refused("id: bulk_buyers", "id: big_shoppers", "bands", "'big_shoppers' twice", "once");
    refused("id: pantry_mixed", "id: fresh", "preference", "'fresh' twice", "once");
  }

  // D7: docs/defects.md
  @Test
  void bandsThatDoNotRiseAreRefused() {
    refused("[200, 500, 1000]", "[200, 500, 500]", "fixed.DOP", "[200, 500, 500]", "3 rising");
    refused("[200, 500, 1000]", "[200, 500]", "fixed.DOP", "[200, 500]", "3 rising");
    refused("[0.50, 0.80, 0.95]", "[0.50, 0.80]", "quantiles", "[0.5, 0.8]", "3 rising");
    refused("[0.50, 0.80, 0.95]", "[0.50, 0.80, 1.95]", "quantiles", "1.95", "within 0 to 1");
    refused("large-from: big_shoppers", "large-from: huge", "large-from", "huge", "big_shoppers");
  }

  // D31: docs/defects.md
  @Test
  void aBandThatBeginsAtZeroIsRefusedWithTheReason() {
    refused("[200, 500, 1000]", "[0, 500, 1000]", "fixed.DOP", "[0, 500, 1000]", "above 0");
  }

  @Test
  void aShareThatTwoGroupsCouldHaveIsRefused() {
    refused("min-share: 0.5", "min-share: 0.4", "preference", "found 0.4", "0.5 to 1");
  }

  @Test
  void anUnknownKeyIsRefused() {
    refused("needs: alcohol", "need: alcohol", "preference.groups[0].need", "unknown", "needs");
  }

  @Test
  void aMissingKeyIsRefused() {
    refused("version: 1\n", "", "version", "found nothing", "expected a value");
  }

  private void refused(String good, String bad, String key, String found, String expected) {
    String text = text();
    assertThat(text).contains(good);
    Path file = folder.resolve("segments.yaml");
    try {
      Files.writeString(file, text.replace(good, bad));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }

    assertThatThrownBy(() -> SegmentRules.read(file))
        .isInstanceOf(BadInputException.class)
        .hasMessageContainingAll(file.toString(), key, found, expected);
  }

  private static String text() {
    try {
      return Files.readString(SHIPPED);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SegmentRules.DayPart part(int fromHour, int toHour) {
    return new SegmentRules.DayPart("id", fromHour, toHour, "es", "en", "es", "en");
  }
}
