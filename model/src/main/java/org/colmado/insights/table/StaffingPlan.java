package org.colmado.insights.table;

import static org.colmado.insights.schema.ColumnType.DATE;
import static org.colmado.insights.schema.ColumnType.DOUBLE;
import static org.colmado.insights.schema.ColumnType.INTEGER;
import static org.colmado.insights.schema.ColumnType.STRING;
import static org.colmado.insights.schema.Columns.required;

import java.util.List;
import org.colmado.insights.schema.Check;
import org.colmado.insights.schema.ColumnType.Struct;
import org.colmado.insights.schema.Columns;
import org.colmado.insights.schema.TableSpec;

/** How many hands every open hour of the next days needs. The plans of every night are kept. */
public final class StaffingPlan {
  public static final String STORE_ID = Columns.STORE_ID;
  public static final String AS_OF = Columns.AS_OF;
  public static final String TARGET_ON = "target_on";
  public static final String TARGET_HOUR = "target_hour";
  public static final String EXPECTED_TICKETS = "expected_tickets";
  public static final String UPPER_TICKETS = "upper_tickets";
  public static final String EXPECTED_DELIVERIES = "expected_deliveries";
  public static final String CLERKS = "clerks";
  public static final String CLERKS_NEEDED = "clerks_needed";
  public static final String RIDERS = "riders";
  public static final String RIDERS_NEEDED = "riders_needed";
  public static final String EXPECTED_WAIT_S = "expected_wait_s";
  public static final String P_WAIT_OVER_60S = "p_wait_over_60s";
  public static final String UTILISATION = "utilisation";
  public static final String STATUS = "status";

  public static final TableSpec TABLE =
      new TableSpec(
          "staffing_plan",
          "One row per store, as-of day and hour of the days to come in which the store is open",
          List.of(STORE_ID, AS_OF, TARGET_ON, TARGET_HOUR),
          schema(),
          List.of(
              new Check("hour_in_day", TARGET_HOUR + " BETWEEN 0 AND 23"),
              new Check("someone_serves", CLERKS_NEEDED + " >= 1"),
              new Check(
                  "shifts_cover_the_need",
                  CLERKS + " >= " + CLERKS_NEEDED + " AND " + RIDERS + " >= " + RIDERS_NEEDED),
              new Check("chance_in_range", P_WAIT_OVER_60S + " BETWEEN 0 AND 1"),
              new Check("the_line_ends", UTILISATION + " >= 0 AND " + UTILISATION + " < 1")));

  private StaffingPlan() {}

  private static Struct schema() {
    return new Struct()
        .add(Columns.storeId())
        .add(Columns.asOf())
        .add(required(TARGET_ON, DATE, "Business day that is planned for"))
        .add(required(TARGET_HOUR, INTEGER, "Hour on the store's clock, 0 to 23"))
        .add(
            required(
                EXPECTED_TICKETS,
                DOUBLE,
                "Forecast of the hour's tickets, or what the owner's number made of it"))
        .add(
            required(
                UPPER_TICKETS,
                DOUBLE,
                "What the hour is manned for: the rate of customers at rate-quantile of the"
                    + " forecast (conf/plans.yaml)"))
        .add(
            required(
                EXPECTED_DELIVERIES, DOUBLE, "Of expected_tickets, those brought to the house"))
        .add(required(CLERKS, INTEGER, "Clerks, as shifts of whole hours give them"))
        .add(
            required(
                CLERKS_NEEDED,
                INTEGER,
                "Fewest with whom few enough wait too long (conf/plans.yaml)"))
        .add(required(RIDERS, INTEGER, "Delivery riders, as shifts give them; 0: none"))
        .add(required(RIDERS_NEEDED, INTEGER, "Fewest with whom deliveries leave in time"))
        .add(
            required(
                EXPECTED_WAIT_S,
                DOUBLE,
                "Mean wait at the counter, seconds, with these clerks and expected_tickets"))
        .add(
            required(
                P_WAIT_OVER_60S,
                DOUBLE,
                "Probability to wait longer than 60 s, with these clerks and expected_tickets"))
        .add(
            required(UTILISATION, DOUBLE, "Part of the time a clerk is busy with expected_tickets"))
        .add(
            required(
                STATUS,
                STRING,
                "As in demand_forecast, ok or low_data; adjusted: by the owner (ajustado por el"
                    + " dueño), see forecast_overrides"))
        .add(Columns.runId());
  }
}
