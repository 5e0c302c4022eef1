package org.colmado.insights.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.colmado.insights.calendar.CalendarRows;
import org.colmado.insights.calendar.ShopCalendar;
import org.colmado.insights.ingest.Baskets;
import org.colmado.insights.lake.SparkTypes;
import org.colmado.insights.table.CalendarDays;
import org.colmado.insights.table.SaleLines;
import org.colmado.insights.table.Sales;
import org.colmado.insights.table.Stores;
import org.colmado.insights.table.TransactionFeatures;
import org.colmado.insights.testing.ShopRows;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TicketFeaturesTest {
  private static final List<Row> SALES = new ArrayList<>();
  private static final List<Row> LINES = new ArrayList<>();
  private static Map<String, Row> built;

  @BeforeAll
  static void build() {
    basket("mixed", line("alcohol", 300, 3, 30), line("snacks", 90, 6, 0), peso("household", 40));
    basket("twice", line("fresh", 10, 1, 0), line("fresh", 20, 1, 0), line("beverages", 70, 1, 0));
    basket("peso", peso("staples", 100));
    basket("evened", line("dairy", 60, 1, 0), line("bakery", -20, -1, 0));
    ticket("return", Sales.IS_RETURN, true, Sales.NET_TOTAL, -50);
    LINES.add(of("return", line("dairy", -50, -1, 0)));
    ticket("cancelled", Sales.IS_CANCELLED, true, Sales.NET_TOTAL, 0);
    LINES.add(of("cancelled", line("dairy", 80, 1, 0)));
    ticket("taxed", Sales.TOTAL, 999, Sales.NET_TOTAL, 118, Sales.TAX_TOTAL, 18);
    LINES.add(of("taxed", line("dairy", 118, 1, 0)));
    for (int hour = 0; hour < 24; hour++) {
      simple("friday " + hour, ShopRows.FRIDAY, hour);
      simple("saturday " + hour, "2026-08-15", hour);
    }
    for (int day = 1; day <= 31; day++) {
      simple("day " + day, "2026-08-%02d".formatted(day), 12);
    }

    built =
        new TicketFeatures(ShopRows.of(Stores.TABLE, ShopRows.store()), august())
                .from(
                    ShopRows.of(Sales.TABLE, SALES)
                        .drop(Sales.BASKET)
                        .join(
                            Baskets.from(ShopRows.of(SaleLines.TABLE, LINES)),
                            new String[] {Sales.STORE_ID, Sales.SALE_ID}))
                .collectAsList()
                .stream()
                .collect(
                    Collectors.toMap(
                        row -> row.getAs(TransactionFeatures.SALE_ID), Function.identity()));
  }

  // D17: docs/defects.md
  @Test
  void givesOneRowATicket() {
    assertThat(built).hasSize(SALES.size());
  }

  // D10: docs/defects.md
  @Test
  void weightsAreSharesOfValueUnitsAndLines() {
    assertThat(weights("mixed", TransactionFeatures.CATEGORY_WEIGHTS))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("alcohol", 0.675, "snacks", 0.225, "household", 0.1));
    assertThat(weights("mixed", TransactionFeatures.CATEGORY_UNIT_WEIGHTS))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("alcohol", 3.0 / 9, "snacks", 6.0 / 9, "household", 0.0));
    assertThat(weights("twice", TransactionFeatures.CATEGORY_LINE_WEIGHTS))
        .containsExactlyInAnyOrderEntriesOf(Map.of("fresh", 2.0 / 3, "beverages", 1.0 / 3));
    assertThat(weights("twice", TransactionFeatures.CATEGORY_WEIGHTS))
        .containsExactlyInAnyOrderEntriesOf(Map.of("fresh", 0.3, "beverages", 0.7));
  }

  // D10: docs/defects.md
  @Test
  void weightsOfEveryTicketAddToOne() {
    for (String column :
        List.of(
            TransactionFeatures.CATEGORY_WEIGHTS,
            TransactionFeatures.CATEGORY_UNIT_WEIGHTS,
            TransactionFeatures.CATEGORY_LINE_WEIGHTS)) {
      for (String id : built.keySet()) {
        Map<String, Double> weights = weights(id, column);
        if (weights != null) {
          assertThat(weights.values().stream().mapToDouble(share -> share).sum())
              .as("%s of %s", column, id)
              .isCloseTo(1, within(1e-9));
        }
      }
    }
  }

  // D11: docs/defects.md
  @Test
  void priceIsOfAUnitAndKnowsLinesSoldByAmount() {
    assertThat(price("mixed")).isCloseTo(40.0, within(1e-9));
    assertThat(price("return")).isCloseTo(50.0, within(1e-9));
    assertThat(price("peso")).isNull();
    assertThat(weights("peso", TransactionFeatures.CATEGORY_UNIT_WEIGHTS)).isNull();
    assertThat(value("mixed", TransactionFeatures.LINE_COUNT)).isEqualTo(3);
    assertThat(value("mixed", TransactionFeatures.UNIT_COUNT)).isEqualTo(new BigDecimal("9.000"));
    assertThat(value("peso", TransactionFeatures.UNIT_COUNT)).isNull();
  }

  // D12: docs/defects.md
  @Test
  void nothingIsEverNotANumber() {
    assertThat(price("evened")).isNull();
    assertThat(weights("evened", TransactionFeatures.CATEGORY_UNIT_WEIGHTS)).isNull();
    assertThat(built.keySet()).map(TicketFeaturesTest::price).doesNotContain(Double.NaN);
  }

  // D13: docs/defects.md
  @Test
  void valueIsNetOfDiscountsWithAndWithoutTax() {
    assertThat(value("taxed", TransactionFeatures.TOTAL_VALUE)).isEqualTo(new BigDecimal("118.00"));
    assertThat((BigDecimal) value("taxed", TransactionFeatures.NET_BEFORE_TAX))
        .isEqualByComparingTo("100");
    assertThat(value("mixed", TransactionFeatures.NET_BEFORE_TAX)).isNull();
  }

  @Test
  void marksWhatIsOnTheTicket() {
    assertThat(has("mixed")).containsExactly(true, false, true, true, false);
    assertThat(has("twice")).containsExactly(false, true, false, false, true);
    assertThat(value("mixed", TransactionFeatures.MAIN_CATEGORY)).isEqualTo("alcohol");
    assertThat(value("twice", TransactionFeatures.MAIN_CATEGORY)).isEqualTo("beverages");
    assertThat(built.get("twice").getList(index("twice", TransactionFeatures.CATEGORIES)))
        .isEqualTo(List.of("beverages", "fresh"));
  }

  // D14: docs/defects.md
  @Test
  void returnsAndCancelledTicketsAreMarkedAndNoVisits() {
    assertThat(value("return", TransactionFeatures.IS_VISIT)).isEqualTo(false);
    assertThat(value("return", TransactionFeatures.IS_RETURN)).isEqualTo(true);
    assertThat(value("return", TransactionFeatures.TOTAL_VALUE))
        .isEqualTo(new BigDecimal("-50.00"));
    assertThat(value("cancelled", TransactionFeatures.IS_VISIT)).isEqualTo(false);
    assertThat(value("mixed", TransactionFeatures.IS_VISIT)).isEqualTo(true);
  }

  // D5: docs/defects.md
  @Test
  void fridayNightGoesFromSixToTheEndOfTheBusinessDay() {
    for (int hour = 0; hour < 24; hour++) {
      assertThat(value("friday " + hour, TransactionFeatures.IS_FRIDAY_NIGHT))
          .as("Friday, hour %d", hour)
          .isEqualTo(hour >= 18 || hour < 4);
      assertThat(value("saturday " + hour, TransactionFeatures.IS_FRIDAY_NIGHT)).isEqualTo(false);
    }
  }

  // D3: docs/defects.md
  @Test
  void weekOfMonthIsOneToFive() {
    for (int day = 1; day <= 31; day++) {
      assertThat(value("day " + day, TransactionFeatures.WEEK_OF_MONTH))
          .isEqualTo((day - 1) / 7 + 1);
    }
  }

  // D2: docs/defects.md
  @Test
  void paydayIsTheWorkingDayBeforeASaturdayTheFifteenth() {
    assertThat(value("day 14", TransactionFeatures.IS_PAYROLL_DAY)).isEqualTo(true);
    assertThat(value("day 15", TransactionFeatures.IS_PAYROLL_DAY)).isEqualTo(false);
    assertThat(value("day 15", TransactionFeatures.DAYS_SINCE_PAYDAY)).isEqualTo(1);
    assertThat(value("day 16", TransactionFeatures.PAYDAY_WINDOW)).isEqualTo(true);
    assertThat(value("day 20", TransactionFeatures.PAYDAY_WINDOW)).isEqualTo(false);
  }

  // D4: docs/defects.md
  @Test
  void holidaysComeFromTheCalendar() {
    assertThat(value("day 16", TransactionFeatures.IS_HOLIDAY)).isEqualTo(true);
    assertThat(value("day 15", TransactionFeatures.IS_HOLIDAY_EVE)).isEqualTo(true);
    assertThat(value("day 12", TransactionFeatures.IS_HOLIDAY)).isEqualTo(false);
  }

  // D6: docs/defects.md
  @Test
  void anHourPastMidnightHasTheDayColumnsOfItsBusinessDay() {
    Row late = built.get("friday 1");

    assertThat(late.<Integer>getAs(TransactionFeatures.DAY_OF_WEEK)).isEqualTo(5);
    assertThat(late.<Boolean>getAs(TransactionFeatures.IS_WEEKEND)).isFalse();
    assertThat(late.<Boolean>getAs(TransactionFeatures.IS_PAYROLL_DAY)).isTrue();
    assertThat(late.<Integer>getAs(TransactionFeatures.HOUR_OF_DAY)).isEqualTo(1);
    assertThat(value("saturday 1", TransactionFeatures.IS_WEEKEND)).isEqualTo(true);
  }

  // D15: docs/defects.md
  @Test
  void registeredCustomersAreMarked() {
    assertThat(value("mixed", TransactionFeatures.IS_ANONYMOUS)).isEqualTo(true);
    assertThat(value("peso", TransactionFeatures.IS_ANONYMOUS)).isEqualTo(false);
  }

  private static Dataset<Row> august() {
    Path file = Path.of("..", "conf", "calendars", "do.yaml");

    return ShopRows.of(
        CalendarDays.TABLE,
        SparkTypes.rows(
            new CalendarRows(List.of(ShopCalendar.read("do", file)))
                .from(LocalDate.of(2026, 8, 1), LocalDate.of(2026, 8, 31))));
  }

  private static void simple(String id, String on, int hour) {
    ticket(id, Sales.BUSINESS_ON, on, Sales.HOUR, hour);
    LINES.add(of(id, peso("staples", 100)));
  }

  private static void basket(String id, Object[]... lines) {
    Object units = id.equals("mixed") ? Integer.valueOf(9) : null;
    ticket(
        id,
        Sales.LINE_COUNT,
        lines.length,
        Sales.UNIT_COUNT,
        units,
        Sales.IS_ANONYMOUS,
        !id.equals("peso"));
    for (Object[] line : lines) {
      LINES.add(of(id, line));
    }
  }

  private static void ticket(String id, Object... pairs) {
    Object[] all = new Object[pairs.length + 2];
    all[0] = Sales.SALE_ID;
    all[1] = id;
    System.arraycopy(pairs, 0, all, 2, pairs.length);
    SALES.add(ShopRows.sale(all));
  }

  private static Object[] line(String category, int amount, Integer quantity, int discount) {
    return new Object[] {
      SaleLines.CATEGORY,
      category,
      SaleLines.AMOUNT,
      amount,
      SaleLines.QUANTITY,
      quantity,
      SaleLines.DISCOUNT,
      discount,
      SaleLines.SALE_ID,
      null
    };
  }

  private static Object[] peso(String category, int amount) {
    return line(category, amount, null, 0);
  }

  private static Row of(String id, Object[] line) {
    Object[] pairs = line.clone();
    pairs[pairs.length - 1] = id;
    return ShopRows.line(pairs);
  }

  private static List<Boolean> has(String id) {
    return List.of(
        built.get(id).getAs(TransactionFeatures.HAS_ALCOHOL),
        built.get(id).getAs(TransactionFeatures.HAS_FRESH_PRODUCE),
        built.get(id).getAs(TransactionFeatures.HAS_HOUSEHOLD_ITEMS),
        built.get(id).getAs(TransactionFeatures.HAS_SNACKS),
        built.get(id).getAs(TransactionFeatures.HAS_BEVERAGES));
  }

  private static Double price(String id) {
    return built.get(id).getAs(TransactionFeatures.AVG_ITEM_PRICE);
  }

  private static Object value(String id, String column) {
    return built.get(id).get(index(id, column));
  }

  private static int index(String id, String column) {
    return built.get(id).fieldIndex(column);
  }

  private static Map<String, Double> weights(String id, String column) {
    return built.get(id).isNullAt(index(id, column))
        ? null
        : built.get(id).getJavaMap(index(id, column));
  }
}
