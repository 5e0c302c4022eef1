package org.colmado.insights.plans.staffing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.colmado.insights.testing.ShopRows.FRIDAY;
import static org.colmado.insights.testing.ShopRows.forecast;
import static org.colmado.insights.testing.ShopRows.store;
import static org.colmado.insights.testing.ShopRows.visit;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.colmado.insights.plans.PlanRules;
import org.colmado.insights.table.DemandForecast;
import org.colmado.insights.table.StaffingPlan;
import org.colmado.insights.table.Stores;
import org.colmado.insights.table.TransactionFeatures;
import org.colmado.insights.testing.ShopRows;
import org.junit.jupiter.api.Test;

/** A shop that is open from 18:00 to 02:00, and busy around midnight. */
class StaffingPlansTest {
  private static final StaffingRules RULES =
      PlanRules.read(Path.of("../conf/plans.yaml")).staffing();
  private static final LocalDate AS_OF = LocalDate.parse(FRIDAY).minusDays(1);

  @Test
  void everyForecastHourHasItsHandsAndNoOther() {
    List<Row> plan = plan(night());

    assertThat(plan)
        .extracting(row -> row.<Integer>getAs(StaffingPlan.TARGET_HOUR))
        .containsExactlyInAnyOrder(18, 19, 20, 21, 22, 23, 0, 1);
    assertThat(plan)
        .allMatch(
            row ->
                row.<Integer>getAs(StaffingPlan.CLERKS)
                    >= row.<Integer>getAs(StaffingPlan.CLERKS_NEEDED));
  }

  @Test
  void aShiftGoesPastMidnight() {
    List<Row> plan = plan(night());

    assertThat(plan.stream().mapToInt(row -> row.<Integer>getAs(StaffingPlan.CLERKS)).sum())
        .as("two from 18:00 to 01:00, and two for the last four hours")
        .isEqualTo(2 * 7 + 2 * 4);
  }

  @Test
  void deliveriesAreTheShareOfTheLastWeeks() {
    Row hour =
        plan(night()).stream()
            .filter(row -> row.<Integer>getAs(StaffingPlan.TARGET_HOUR) == 20)
            .findFirst()
            .orElseThrow();

    assertThat(hour.<Double>getAs(StaffingPlan.EXPECTED_DELIVERIES)).isCloseTo(5, within(1e-6));
    assertThat(hour.<Integer>getAs(StaffingPlan.RIDERS)).isPositive();
  }

  @Test
  void otherMeasuresAndOtherDaysForecastsAreNotPlanned() {
    assertThat(
            plan(
                List.of(
                    forecast(DemandForecast.MEASURE, "revenue"),
                    forecast(DemandForecast.AS_OF, AS_OF.minusDays(1)),
                    forecast(
                        DemandForecast.GRANULARITY,
                        DemandForecast.DAY,
                        DemandForecast.TARGET_HOUR,
                        -1))))
        .isEmpty();
  }

  private static List<Row> night() {
    List<Row> hours = new ArrayList<>();
    for (int hour : new int[] {18, 19, 20, 21, 22, 23, 0, 1}) {
      double tickets = hour == 0 ? 60.0 : 10.0;
      hours.add(
          forecast(
              DemandForecast.TARGET_HOUR,
              hour,
              DemandForecast.YHAT,
              tickets,
              DemandForecast.HI80,
              tickets * 1.4));
    }
    return hours;
  }

  private static List<Row> plan(List<Row> forecast) {
    List<Row> visits =
        IntStream.range(0, 40)
            .boxed()
            .flatMap(
                number ->
                    Stream.of("counter", "whatsapp")
                        .map(
                            channel ->
                                visit(
                                    TransactionFeatures.SALE_ID,
                                    channel + number,
                                    TransactionFeatures.BUSINESS_ON,
                                    AS_OF,
                                    TransactionFeatures.HOUR_OF_DAY,
                                    20,
                                    TransactionFeatures.CHANNEL,
                                    channel)))
            .toList();

    return new StaffingPlans(RULES, AS_OF)
        .from(
            ShopRows.of(DemandForecast.TABLE, forecast),
            ShopRows.of(TransactionFeatures.TABLE, visits),
            ShopRows.of(Stores.TABLE, store()))
        .collectAsList();
  }
}
