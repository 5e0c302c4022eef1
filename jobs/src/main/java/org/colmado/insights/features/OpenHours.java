package org.colmado.insights.features;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.regexp_extract;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.colmado.insights.table.CalendarDays;
import org.colmado.insights.table.HourlySales;
import org.colmado.insights.table.Sales;
import org.colmado.insights.table.Stores;

/**
 * Says of every hour whether the store was open, closed, or open with its sales missing.
 *
 * <ol>
 *   <li>An hour with a sale is open.
 *   <li>An hour is usually open where the configuration says so; where it is silent, if at least
 *       half of the days of the same weekday before, as far back as {@code normalHoursDays}, that
 *       had any sale had one in it; before there is such a day, if it lies between the day's first
 *       and last sale.
 *   <li>A usual hour of a day that had sales is open with 0; but if the store was silent for so
 *       long that chance would do it less than once in ten thousand, e^-(what the silent hours
 *       usually sell) &lt; 0.0001, those hours are missing.
 *   <li>The usual hours of a day without any sale are missing; on a public holiday the store was
 *       closed. Other hours are closed.
 * </ol>
 *
 * <p>Only days before and the day itself decide, so an earlier day never changes its mind.
 *
 * @param stores rows of {@link Stores}
 * @param calendar rows of {@link CalendarDays}
 * @param normalHoursDays how far back habit is learned from
 */
public record OpenHours(Dataset<Row> stores, Dataset<Row> calendar, int normalHoursDays) {
  private static final double USUAL_SHARE = 0.5;

  /** -ln(0.0001). */
  private static final double IMPROBABLE_SILENCE_TICKETS = 9.21;

  private static final String DAY_TICKETS = "day_tickets";
  private static final String IS_USUAL = "is_usual";
  private static final String USUAL_TICKETS = "usual_tickets";
  private static final String CONFIGURED_OPEN = "configured_open";
  private static final String HAS_HOURS = "has_configured_hours";

  /** The hours with their state. */
  public Dataset<Row> from(Dataset<Row> hours) {
    return hours
        .transform(OpenHours::withDayTickets)
        .transform(this::withHabit)
        .transform(this::withConfiguredHours)
        .transform(this::withHoliday)
        .transform(OpenHours::withUsual)
        .transform(OpenHours::withState);
  }

  static Dataset<Row> withDayTickets(Dataset<Row> hours) {
    WindowSpec day = Window.partitionBy(Sales.STORE_ID, Sales.BUSINESS_ON);
    Column sold = col(HourlySeries.TICKETS).gt(0);

    return hours
        .withColumn(DAY_TICKETS, sum(HourlySeries.TICKETS).over(day))
        .withColumn("first_sold", min(when(sold, col(HourlySeries.POSITION))).over(day))
        .withColumn("last_sold", max(when(sold, col(HourlySeries.POSITION))).over(day));
  }

  Dataset<Row> withHabit(Dataset<Row> hours) {
    WindowSpec sameHour =
        Window.partitionBy(Sales.STORE_ID, HourlySeries.DAY_OF_WEEK, Sales.HOUR)
            .orderBy(Sales.BUSINESS_ON)
            .rowsBetween(-normalHoursDays / 7, -1);
    Column dayHadSales = when(col(DAY_TICKETS).gt(0), 1);
    Column hourHadSales = when(col(HourlySeries.TICKETS).gt(0), 1);

    return hours
        .withColumn("days_before", count(lit(1)).over(sameHour))
        .withColumn("sold_days_before", count(dayHadSales).over(sameHour))
        .withColumn("sold_hours_before", count(hourHadSales).over(sameHour))
        .withColumn("tickets_before", coalesce(sum(HourlySeries.TICKETS).over(sameHour), lit(0)));
  }

  private Dataset<Row> withConfiguredHours(Dataset<Row> hours) {
    Dataset<Row> open = configured(stores).withColumn(CONFIGURED_OPEN, lit(true));
    Dataset<Row> named =
        stores
            .select(
                col(Stores.STORE_ID),
                explode(col(Stores.OPENING_HOURS)).as(new String[] {"weekday", "span"}))
            .select(col(Stores.STORE_ID), dayNumber().as(HourlySeries.DAY_OF_WEEK))
            .withColumn(HAS_HOURS, lit(true));

    return hours
        .join(open, new String[] {Sales.STORE_ID, HourlySeries.DAY_OF_WEEK, Sales.HOUR}, "left")
        .join(named, new String[] {Sales.STORE_ID, HourlySeries.DAY_OF_WEEK}, "left");
  }

  private Dataset<Row> withHoliday(Dataset<Row> hours) {
    Dataset<Row> holidays =
        stores
            .select(Stores.STORE_ID, Stores.CALENDAR_ID)
            .join(calendar.where(col(CalendarDays.IS_HOLIDAY)), CalendarDays.CALENDAR_ID)
            .select(
                col(Stores.STORE_ID),
                col(CalendarDays.ON).as(Sales.BUSINESS_ON),
                col(CalendarDays.IS_HOLIDAY));

    return hours.join(holidays, new String[] {Sales.STORE_ID, Sales.BUSINESS_ON}, "left");
  }

  static Dataset<Row> withUsual(Dataset<Row> hours) {
    Column between = col(HourlySeries.POSITION).between(col("first_sold"), col("last_sold"));
    Column byHabit =
        when(col("sold_days_before").equalTo(0), coalesce(between, lit(false)))
            .otherwise(
                col("sold_hours_before")
                    .geq(col("sold_days_before").multiply(USUAL_SHARE))
                    .and(col("sold_days_before").geq(col("days_before").multiply(USUAL_SHARE))));
    Column isUsual =
        when(col(HAS_HOURS), coalesce(col(CONFIGURED_OPEN), lit(false))).otherwise(byHabit);
    Column perSoldDay =
        when(col("sold_days_before").gt(0), col("tickets_before").divide(col("sold_days_before")))
            .otherwise(0.0);

    return hours
        .withColumn(IS_USUAL, isUsual)
        .withColumn(USUAL_TICKETS, when(isUsual, perSoldDay).otherwise(0.0));
  }

  static Dataset<Row> withState(Dataset<Row> hours) {
    WindowSpec day =
        Window.partitionBy(Sales.STORE_ID, Sales.BUSINESS_ON).orderBy(HourlySeries.POSITION);
    Column sold = col(HourlySeries.TICKETS).gt(0);
    WindowSpec silence = Window.partitionBy(Sales.STORE_ID, Sales.BUSINESS_ON, "silence");
    Column improbable = col("silent_tickets").gt(IMPROBABLE_SILENCE_TICKETS);
    Column closedDay = coalesce(col(CalendarDays.IS_HOLIDAY), lit(false));

    Column state =
        when(sold, HourlySales.OPEN)
            .when(not(col(IS_USUAL)), HourlySales.CLOSED)
            .when(col(DAY_TICKETS).gt(0).and(not(improbable)), HourlySales.OPEN)
            .when(col(DAY_TICKETS).equalTo(0).and(closedDay), HourlySales.CLOSED)
            .otherwise(HourlySales.MISSING);
    return hours
        .withColumn("silence", count(when(sold, 1)).over(day))
        .withColumn("silent_tickets", sum(when(not(sold), col(USUAL_TICKETS))).over(silence))
        .withColumn(HourlySales.STATE, state);
  }

  /** Configured open hours: store_id, day_of_week (0 Sunday), hour. */
  static Dataset<Row> configured(Dataset<Row> stores) {
    Column opens = hourIn("span", 1);
    Column closes = hourIn("span", 2);
    Column length = pmod(closes.minus(opens).minus(1), lit(24)).plus(1);

    return stores
        .select(
            col(Stores.STORE_ID),
            explode(col(Stores.OPENING_HOURS)).as(new String[] {"weekday", "span"}))
        .where(col("span").notEqual("closed"))
        .select(
            col(Stores.STORE_ID),
            dayNumber().as(HourlySeries.DAY_OF_WEEK),
            explode(sequence(opens, opens.plus(length).minus(1))).as("slot"))
        .select(
            col(Stores.STORE_ID),
            col(HourlySeries.DAY_OF_WEEK),
            pmod(col("slot"), lit(24)).as(Sales.HOUR));
  }

  private static Column hourIn(String column, int group) {
    return regexp_extract(col(column), "(\\d\\d):00-(\\d\\d):00", group).cast("int");
  }

  private static Column dayNumber() {
    return expr("array_position(array('sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday',"
            + " 'saturday'), weekday) - 1")
        .cast("int");
  }
}
