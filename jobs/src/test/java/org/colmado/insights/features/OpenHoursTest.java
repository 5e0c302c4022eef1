package org.colmado.insights.features;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.colmado.insights.table.CalendarDays;
import org.colmado.insights.table.HourlySales;
import org.colmado.insights.table.Sales;
import org.colmado.insights.table.Stores;
import org.colmado.insights.testing.ShopRows;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Store {@code ana} has no configured hours: it sold once an hour from 8 to 20 on every day of four
 * weeks, and in the fifth it does something else every day. Store {@code luz} has configured hours.
 */
class OpenHoursTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 8, 3);
  private static final String MONDAY = "2026-08-31";
  private static final String TUESDAY = "2026-09-01";
  private static final String WEDNESDAY = "2026-09-02";
  private static final String THURSDAY = "2026-09-03";
  private static final String FRIDAY = "2026-09-04";
  private static final String SATURDAY = "2026-09-05";

  private static final List<Row> SALES = new ArrayList<>();
  private static Map<String, Row> hours;

  @BeforeAll
  static void build() {
    for (int day = 0; day < 28; day++) {
      day("ana", FIRST.plusDays(day).toString(), 8, 20);
    }
    day("ana", "2026-08-08", 1, 1);
    day("ana", MONDAY, 8, 11);
    day("ana", MONDAY, 13, 20);
    day("ana", TUESDAY, 8, 8);
    day("ana", THURSDAY, 8, 20);
    day("ana", SATURDAY, 8, 20);
    SALES.add(sale("ana", THURSDAY, 10, Sales.IS_RETURN, true, Sales.NET_TOTAL, -30));
    SALES.add(sale("ana", THURSDAY, 10, Sales.IS_CANCELLED, true, Sales.NET_TOTAL, 0));
    SALES.add(sale("ana", THURSDAY, 10, Sales.UNIT_COUNT, 3));

    day("luz", FIRST.toString(), 9, 9);
    day("luz", "2026-08-07", 9, 9);
    day("luz", "2026-08-08", 19, 19);
    day("luz", "2026-08-10", 9, 9);

    List<Row> stores =
        ShopRows.rows(
            Stores.TABLE,
            ShopRows.store(),
            ShopRows.store(
                Stores.STORE_ID,
                "luz",
                Stores.OPENING_HOURS,
                Map.of("monday", "07:00-22:00", "saturday", "18:00-02:00", "sunday", "closed")));
    List<Row> calendar =
        ShopRows.rows(
            CalendarDays.TABLE,
            ShopRows.day(CalendarDays.ON, FRIDAY, CalendarDays.IS_HOLIDAY, true),
            ShopRows.day(CalendarDays.ON, SATURDAY, CalendarDays.IS_HOLIDAY, true),
            ShopRows.day(
                CalendarDays.CALENDAR_ID,
                "us",
                CalendarDays.ON,
                WEDNESDAY,
                CalendarDays.IS_HOLIDAY,
                true));
    hours = new HashMap<>();
    HourlySeries.of(stores, calendar, 28)
        .from(SalesByHour.from(ShopRows.of(Sales.TABLE, SALES)))
        .select(
            col(Sales.STORE_ID),
            col(Sales.BUSINESS_ON),
            col(Sales.HOUR),
            col(HourlySales.STATE),
            col(HourlySales.TICKETS),
            col(HourlySales.REVENUE).cast("decimal(14,2)"),
            col(HourlySales.UNITS).cast("decimal(14,3)"),
            col(HourlySales.REFUNDS).cast("decimal(14,2)"))
        .collectAsList()
        .forEach(
            row ->
                assertThat(hours.put(key(row.getString(0), row.get(1), row.getInt(2)), row))
                    .isNull());
  }

  // D46: docs/defects.md
  @Test
  void everyDayBetweenTheFirstAndTheLastSaleHasEveryHour() {
    long days = FIRST.datesUntil(LocalDate.parse(SATURDAY).plusDays(1)).count();

    assertThat(hours.keySet().stream().filter(key -> key.startsWith("ana")).count())
        .isEqualTo(days * 14);
  }

  @Test
  void countsVisitsAndKeepsReturnsApart() {
    Row hour = hours.get(key("ana", THURSDAY, 10));

    assertThat(hour.getLong(4)).isEqualTo(2);
    assertThat(hour.getDecimal(5)).isEqualTo(new BigDecimal("200.00"));
    assertThat(hour.getDecimal(6)).isEqualTo(new BigDecimal("3.000"));
    assertThat(hour.getDecimal(7)).isEqualTo(new BigDecimal("-30.00"));
  }

  @Test
  void anHourWithoutASaleCountsZero() {
    Row hour = hours.get(key("ana", MONDAY, 12));

    assertThat(hour.getLong(4)).isZero();
    assertThat(hour.getDecimal(5)).isEqualTo(new BigDecimal("0.00"));
    assertThat(hour.getDecimal(7)).isEqualTo(new BigDecimal("0.00"));
  }

  @Test
  void aLoneHourWithoutASaleStaysOpen() {
    assertThat(state("ana", MONDAY, 12)).isEqualTo(HourlySales.OPEN);
  }

  @Test
  void aLongSilenceIsMissing() {
    assertThat(state("ana", TUESDAY, 8)).isEqualTo(HourlySales.OPEN);
    assertThat(state("ana", TUESDAY, 9)).isEqualTo(HourlySales.MISSING);
    assertThat(state("ana", TUESDAY, 20)).isEqualTo(HourlySales.MISSING);
  }

  // D46: docs/defects.md
  @Test
  void theUsualHoursOfADayWithoutSalesAreMissing() {
    assertThat(state("ana", WEDNESDAY, 8)).isEqualTo(HourlySales.MISSING);
    assertThat(state("ana", WEDNESDAY, 20)).isEqualTo(HourlySales.MISSING);
    assertThat(state("ana", WEDNESDAY, 1)).isEqualTo(HourlySales.CLOSED);
  }

  @Test
  void aHolidayWithoutSalesIsClosedAndOneWithSalesIsOpen() {
    assertThat(state("ana", FRIDAY, 12)).isEqualTo(HourlySales.CLOSED);
    assertThat(state("ana", SATURDAY, 12)).isEqualTo(HourlySales.OPEN);
  }

  // D6: docs/defects.md
  @Test
  void anHourPastMidnightEndsItsBusinessDay() {
    Row late = hours.get(key("ana", "2026-08-08", 1));

    assertThat(late.getString(3)).isEqualTo(HourlySales.OPEN);
    assertThat(late.getLong(4)).isEqualTo(1);
    assertThat(state("ana", "2026-08-09", 1)).isEqualTo(HourlySales.CLOSED);
  }

  @Test
  void configuredHoursAreOpenWithoutASale() {
    assertThat(state("luz", "2026-08-10", 7)).isEqualTo(HourlySales.OPEN);
    assertThat(state("luz", "2026-08-10", 21)).isEqualTo(HourlySales.OPEN);
    assertThat(state("luz", "2026-08-10", 22)).isEqualTo(HourlySales.CLOSED);
  }

  @Test
  void configuredHoursMayGoPastMidnight() {
    assertThat(state("luz", "2026-08-08", 18)).isEqualTo(HourlySales.OPEN);
    assertThat(state("luz", "2026-08-08", 0)).isEqualTo(HourlySales.OPEN);
    assertThat(state("luz", "2026-08-08", 1)).isEqualTo(HourlySales.OPEN);
    assertThat(state("luz", "2026-08-08", 17)).isEqualTo(HourlySales.CLOSED);
    assertThat(hours).doesNotContainKey(key("luz", "2026-08-08", 2));
  }

  @Test
  void aDayConfiguredClosedIsNotMissing() {
    for (int hour : new int[] {0, 1, 7, 9, 18, 23}) {
      assertThat(state("luz", "2026-08-09", hour)).isEqualTo(HourlySales.CLOSED);
    }
  }

  @Test
  void aWeekdayThatIsNotConfiguredIsLearned() {
    assertThat(state("luz", "2026-08-07", 9)).isEqualTo(HourlySales.OPEN);
    assertThat(state("luz", "2026-08-07", 10)).isEqualTo(HourlySales.CLOSED);
    assertThat(state("luz", "2026-08-05", 9)).isEqualTo(HourlySales.CLOSED);
  }

  @Test
  void aLaterDayChangesNoEarlierOne() {
    List<Row> stores = ShopRows.rows(Stores.TABLE, ShopRows.store());
    List<Row> calendar = ShopRows.rows(CalendarDays.TABLE, ShopRows.day(CalendarDays.ON, FRIDAY));
    Dataset<Row> until =
        ShopRows.of(Sales.TABLE, SALES)
            .where(
                col(Sales.STORE_ID)
                    .equalTo("ana")
                    .and(col(Sales.BUSINESS_ON).cast("string").leq(THURSDAY)));

    HourlySeries.of(stores, calendar, 28)
        .from(SalesByHour.from(until))
        .select(Sales.STORE_ID, Sales.BUSINESS_ON, Sales.HOUR, HourlySales.STATE)
        .collectAsList()
        .forEach(
            row ->
                assertThat(row.getString(3))
                    .isEqualTo(state(row.getString(0), row.get(1), row.getInt(2))));
  }

  private static void day(String store, String on, int firstHour, int lastHour) {
    for (int hour = firstHour; hour <= lastHour; hour++) {
      SALES.add(sale(store, on, hour, Sales.NET_TOTAL, 100));
    }
  }

  private static Row sale(String store, String on, int hour, Object... pairs) {
    List<Object> all = new ArrayList<>(List.of(pairs));
    all.addAll(List.of(Sales.STORE_ID, store, Sales.BUSINESS_ON, on, Sales.HOUR, hour));
    return ShopRows.sale(all.toArray());
  }

  private static String state(String store, Object on, int hour) {
    return hours.get(key(store, on, hour)).getString(3);
  }

  private static String key(String store, Object on, int hour) {
    return store + " " + on + " " + hour;
  }
}
