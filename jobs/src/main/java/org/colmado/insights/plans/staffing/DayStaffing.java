package org.colmado.insights.plans.staffing;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.colmado.insights.table.StaffingPlan;

/** Plans one day of one store: from forecast hours to columns of {@link StaffingPlan}. */
record DayStaffing(StaffingRules rules) implements UDF2<String, Row, List<Row>> {
  private static final long serialVersionUID = 1L;

  /** Result type: columns of {@link StaffingPlan} from the hour on. */
  static final ArrayType HOURS =
      DataTypes.createArrayType(
          new StructType()
              .add(StaffingPlan.TARGET_HOUR, IntegerType)
              .add(StaffingPlan.EXPECTED_TICKETS, DoubleType)
              .add(StaffingPlan.UPPER_TICKETS, DoubleType)
              .add(StaffingPlan.EXPECTED_DELIVERIES, DoubleType)
              .add(StaffingPlan.CLERKS, IntegerType)
              .add(StaffingPlan.CLERKS_NEEDED, IntegerType)
              .add(StaffingPlan.RIDERS, IntegerType)
              .add(StaffingPlan.RIDERS_NEEDED, IntegerType)
              .add(StaffingPlan.EXPECTED_WAIT_S, DoubleType)
              .add(StaffingPlan.P_WAIT_OVER_60S, DoubleType)
              .add(StaffingPlan.UTILISATION, DoubleType)
              .add(StaffingPlan.STATUS, StringType),
          false);

  /**
   * Plans.
   *
   * @param day one field: structs of order, hour, yhat, hi80, delivery share and status
   */
  @Override
  public List<Row> call(String store, Row day) {
    List<Row> rows = new ArrayList<>(day.<Row>getList(0));
    rows.sort(Comparator.comparingInt(row -> row.getInt(0)));
    List<DayRoster.Hour> hours = rows.stream().map(this::hour).toList();
    List<DayRoster.Hands> hands = new DayRoster(rules, rules.of(store)).of(hours);

    List<Row> planned = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      planned.add(planned(rows.get(i), hours.get(i), hands.get(i)));
    }
    return planned;
  }

  private DayRoster.Hour hour(Row row) {
    double expected = Math.max(0, row.getDouble(2));
    double upper = DayRoster.upperRate(expected, row.getDouble(3), rules.rateQuantile());

    return new DayRoster.Hour(row.getInt(0), expected, upper, row.getDouble(4));
  }

  private static Row planned(Row row, DayRoster.Hour hour, DayRoster.Hands hands) {
    return RowFactory.create(
        row.getInt(1),
        hour.expected(),
        hour.upper(),
        hour.expected() * hour.deliveryShare(),
        hands.clerks(),
        hands.clerksNeeded(),
        hands.riders(),
        hands.ridersNeeded(),
        hands.waitSeconds(),
        hands.overAMinute(),
        hands.utilisation(),
        row.getString(5));
  }
}
