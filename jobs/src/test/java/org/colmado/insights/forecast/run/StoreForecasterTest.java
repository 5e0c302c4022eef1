package org.colmado.insights.forecast.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.apache.spark.sql.Row;
import org.colmado.insights.forecast.history.StoreSetting;
import org.colmado.insights.forecast.history.SyntheticShop;
import org.junit.jupiter.api.Test;
import scala.jdk.javaapi.CollectionConverters;

class StoreForecasterTest {
  private static final int DAYS = 420;

  private static Row forecast(IntToDoubleFunction ofDay) {
    LocalDate last = SyntheticShop.FIRST.plusDays(DAYS - 1L);
    List<LocalDate> origins = new ArrayList<>();
    for (int week = 34; week >= 1; week--) {
      origins.add(last.plusDays(1).minusWeeks(week));
    }
    StoreForecaster forecaster =
        new StoreForecaster(
            new ForecastRules(14, 26, 7, 60, List.of(), new PriceRules(-0.8, -1.5, -0.3)),
            new ForecastRequest(last, "run", true, origins, last.plusDays(1).minusWeeks(26)),
            Map.of("shop", new StoreSetting("none", 4)),
            Map.of(),
            Map.of());
    List<Row> hours = SyntheticShop.hours(DAYS, ofDay, 1);

    return forecaster.call(
        "shop", CollectionConverters.asScala(hours).toSeq(), null, null, null, null, null);
  }

  /** A branch that sold nothing for months made its intervals, and so the night, fail. */
  @Test
  void aStoreThatFellSilentIsJudgedWhileItSoldAndThenNoMore() {
    Row silent = forecast(day -> day < 220 ? 50 : 0);

    assertThat(silent.<Row[]>getAs(0)).isEmpty();
    assertThat(silent.<Row[]>getAs(1)).isNotEmpty();
  }

  @Test
  void aStoreThatSellsAgainAfterMonthsIsForecast() {
    Row again = forecast(day -> day < 150 || day >= 400 ? 50 : 0);

    assertThat(again.<Row[]>getAs(0))
        .isNotEmpty()
        .allMatch(row -> Double.isFinite(row.getDouble(6)) && Double.isFinite(row.getDouble(8)));
  }
}
