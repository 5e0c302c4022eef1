package org.colmado.insights.segments.missions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VisitSpaceTest {
  private static final MissionRules.Weights EQUAL = new MissionRules.Weights(1, 1, 1, 1, 1);

  private static final VisitSpace SPACE =
      new VisitSpace(List.of("alcohol", "bakery"), EQUAL, 5, 1, 0, 1);

  @Test
  void sharesGoInByTheirRootsAndUnknownCategoriesHaveNoPlace() {
    double[] place = SPACE.place(visit(Map.of("bakery", 0.25, "tobacco", 0.75), 12));

    assertThat(place[0]).isZero();
    assertThat(place[1]).isEqualTo(0.5);
  }

  @Test
  void elevenAtNightIsAsNearToMidnightAsMidnightToOne() {
    assertThat(apart(23, 0)).isCloseTo(apart(0, 1), within(1e-12));
    assertThat(apart(23, 0)).isLessThan(apart(0, 12));
  }

  @Test
  void isMadeAgainFromItsNamesAndNumbers() {
    Visit visit = visit(Map.of("alcohol", 1.0), 19);
    VisitSpace again = VisitSpace.restored(SPACE.names(), SPACE.scaling());

    assertThat(again.place(visit)).isEqualTo(SPACE.place(visit));
    assertThat(again.names()).hasSameSizeAs(again.place(visit));
  }

  @Test
  void visitsThatAreAllAlikeHaveAPlace() {
    List<Visit> same = List.of(visit(Map.of("bakery", 1.0), 8), visit(Map.of("bakery", 1.0), 8));

    assertThat(VisitSpace.of(same, EQUAL).place(same.get(0))).doesNotContain(Double.NaN);
  }

  private static double apart(int hour, int other) {
    return new Centre(SPACE.place(visit(Map.of("bakery", 1.0), hour)))
        .distance(SPACE.place(visit(Map.of("bakery", 1.0), other)));
  }

  private static Visit visit(Map<String, Double> weights, int hour) {
    return new Visit("t", weights, 100, 1, hour, false, false, false, "cash", "counter");
  }
}
