package org.colmado.insights.table;

import static org.colmado.insights.schema.ColumnType.DATE;
import static org.colmado.insights.schema.ColumnType.INTEGER;
import static org.colmado.insights.schema.ColumnType.LONG;
import static org.colmado.insights.schema.ColumnType.STRING;
import static org.colmado.insights.schema.ColumnType.decimal;
import static org.colmado.insights.schema.Columns.MONEY;
import static org.colmado.insights.schema.Columns.required;

import java.util.List;
import org.colmado.insights.schema.Check;
import org.colmado.insights.schema.ColumnType.Struct;
import org.colmado.insights.schema.Columns;
import org.colmado.insights.schema.TableSpec;

/** Sales by hour. An hour without a sale is distinguished from a closed hour. */
public final class HourlySales {
  public static final String STORE_ID = Columns.STORE_ID;
  public static final String BUSINESS_ON = Sales.BUSINESS_ON;
  public static final String HOUR = "hour";
  public static final String STATE = "state";
  public static final String TICKETS = "tickets";
  public static final String REVENUE = "revenue";
  public static final String UNITS = "units";
  public static final String REFUNDS = "refunds";

  public static final String OPEN = "open";
  public static final String CLOSED = "closed";
  public static final String MISSING = "missing";

  public static final TableSpec TABLE =
      new TableSpec(
          "hourly_sales",
          "One row per store, business day and hour that the store is ever open in",
          List.of(STORE_ID, BUSINESS_ON, HOUR),
          new Struct()
              .add(Columns.storeId())
              .add(required(BUSINESS_ON, DATE, "Business day"))
              .add(required(HOUR, INTEGER, "Hour on the store's clock, 0 to 23"))
              .add(
                  required(
                      STATE,
                      STRING,
                      "open: tickets are a count, 0 too; closed: no count; missing: open by its"
                          + " habit, but no sale came through, so the count is not known"))
              .add(required(TICKETS, LONG, "Visits; 0 where closed or missing"))
              .add(required(REVENUE, MONEY, "Net total of the visits, ITBIS included"))
              .add(required(UNITS, decimal(14, 3), "Units on lines that have a quantity"))
              .add(required(REFUNDS, MONEY, "What came back in the hour, 0 or negative"))
              .add(Columns.asOf())
              .add(Columns.runId()),
          List.of(
              new Check("hour_in_day", HOUR + " BETWEEN 0 AND 23"),
              new Check("state_known", STATE + " IN ('open', 'closed', 'missing')"),
              new Check("only_open_sells", STATE + " = 'open' OR " + TICKETS + " = 0"),
              new Check("refunds_not_positive", REFUNDS + " <= 0")));

  private HourlySales() {}
}
