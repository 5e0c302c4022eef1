package org.colmado.insights.calendar;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.colmado.insights.table.CalendarDays;
import org.colmado.insights.table.Lake;
import org.colmado.insights.table.SparkTypes;
import org.colmado.insights.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalendarRowsTest {
  private static final LocalDate FIRST = LocalDate.of(2024, 3, 24);
  private static final LocalDate LAST = LocalDate.of(2024, 3, 31);

  private final SparkSession spark = SparkExtension.session();

  /** D4, as a table: every day of every calendar, and writing it twice is writing it once. */
  @Test
  void d4TheCalendarIsATableThatKeepsItsChecks(@TempDir Path root) {
    Lake lake = new Lake(spark, root.toString());

    lake.merge(CalendarDays.TABLE, holyWeek());
    lake.merge(CalendarDays.TABLE, holyWeek());

    assertThat(lake.read(CalendarDays.TABLE).count()).isEqualTo(16);
  }

  @Test
  void tellsTheDaysOfAStoreWithoutACalendarApart() {
    Row sunday = only(holyWeek().where(col(CalendarDays.CALENDAR_ID).equalTo("none")), LAST);

    assertThat(sunday.<Boolean>getAs(CalendarDays.IS_WEEKEND)).isTrue();
    assertThat(sunday.<Boolean>getAs(CalendarDays.IS_PAYDAY)).isFalse();
    assertThat(sunday.<Integer>getAs(CalendarDays.DAYS_SINCE_PAYDAY)).isNull();
    assertThat(sunday.<String>getAs(CalendarDays.SEASON)).isEqualTo("normal");
  }

  @Test
  void putsEveryValueUnderItsOwnColumn() {
    Dataset<Row> dominican = holyWeek().where(col(CalendarDays.CALENDAR_ID).equalTo("do"));
    Row goodFriday = only(dominican, LocalDate.of(2024, 3, 29));

    assertThat(goodFriday.<Integer>getAs(CalendarDays.DAY_OF_WEEK)).isEqualTo(5);
    assertThat(goodFriday.<Integer>getAs(CalendarDays.WEEK_OF_MONTH)).isEqualTo(5);
    assertThat(goodFriday.<String>getAs(CalendarDays.HOLIDAY)).isEqualTo("Viernes Santo");
    assertThat(goodFriday.<String>getAs(CalendarDays.HOLIDAY_EN)).isEqualTo("Good Friday");
    assertThat(goodFriday.<Integer>getAs(CalendarDays.DAYS_SINCE_PAYDAY)).isEqualTo(1);
    assertThat(goodFriday.<Integer>getAs(CalendarDays.DAYS_UNTIL_PAYDAY)).isEqualTo(17);
    assertThat(goodFriday.<Integer>getAs(CalendarDays.QUINCENA_PHASE)).isEqualTo(14);
    assertThat(goodFriday.<Boolean>getAs(CalendarDays.PAYDAY_WINDOW)).isTrue();
    assertThat(goodFriday.<Boolean>getAs(CalendarDays.IS_REGALIA)).isFalse();
    assertThat(goodFriday.<String>getAs(CalendarDays.SEASON)).isEqualTo("holy_week");
  }

  private Dataset<Row> holyWeek() {
    List<ShopCalendar> calendars = List.of(CalendarFiles.calendar("do"), ShopCalendar.none());

    return spark.createDataFrame(
        new CalendarRows(calendars).from(FIRST, LAST), SparkTypes.schema(CalendarDays.TABLE));
  }

  private static Row only(Dataset<Row> days, LocalDate on) {
    List<Row> rows = days.where(col(CalendarDays.ON).equalTo(on)).collectAsList();

    assertThat(rows).hasSize(1);
    return rows.get(0);
  }
}
