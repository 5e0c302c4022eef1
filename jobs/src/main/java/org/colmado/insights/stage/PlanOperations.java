package org.colmado.insights.stage;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.colmado.insights.plans.PlanRules;
import org.colmado.insights.plans.demand.AdjustedForecast;
import org.colmado.insights.plans.restock.RestockPlans;
import org.colmado.insights.plans.restock.SupplyFiles;
import org.colmado.insights.plans.staffing.StaffingPlans;
import org.colmado.insights.run.Outcome;
import org.colmado.insights.run.Run;
import org.colmado.insights.run.Stage;
import org.colmado.insights.schema.Columns;
import org.colmado.insights.spark.IntermediateResults;
import org.colmado.insights.table.DemandForecast;
import org.colmado.insights.table.ForecastOverrides;
import org.colmado.insights.table.RestockPlan;
import org.colmado.insights.table.SaleLines;
import org.colmado.insights.table.StaffingPlan;
import org.colmado.insights.table.Stores;
import org.colmado.insights.table.TransactionFeatures;

/**
 * Reads {@link DemandForecast} and {@link ForecastOverrides}, {@link TransactionFeatures} and
 * {@link SaleLines}, and the optional files of supplies; writes {@link StaffingPlan} and {@link
 * RestockPlan}.
 */
public final class PlanOperations implements Stage {
  @Override
  public String name() {
    return "plans";
  }

  @Override
  public List<String> beside() {
    return List.of("segments", "offers");
  }

  @Override
  public Outcome run(Run run) {
    PlanRules rules = PlanRules.read(run.conf().find("plans.yaml"));

    try (IntermediateResults intermediate = new IntermediateResults()) {
      Dataset<Row> forecast = intermediate.checkpointed(forecast(run));

      return staffing(run, rules, forecast).plus(restock(run, rules, forecast));
    }
  }

  private static Outcome staffing(Run run, PlanRules rules, Dataset<Row> forecast) {
    Dataset<Row> plan =
        new StaffingPlans(rules.staffing(), run.asOf())
            .from(
                forecast,
                run.lake().read(TransactionFeatures.TABLE),
                run.small().read(Stores.TABLE));

    return NightRows.write(run, StaffingPlan.TABLE, plan);
  }

  private static Outcome restock(Run run, PlanRules rules, Dataset<Row> forecast) {
    SupplyFiles files = new SupplyFiles(run.optionalFiles());
    RestockPlans plans = new RestockPlans(rules.restock(), run.asOf());
    try (IntermediateResults intermediate = new IntermediateResults()) {
      Dataset<Row> soldDays =
          intermediate.cachedNow(plans.soldDays(run.lake().read(SaleLines.TABLE)));

      return NightRows.write(run, RestockPlan.TABLE, plans.from(soldDays, forecast, files.read()));
    }
  }

  /** The forecast with the owner's overrides. */
  private static Dataset<Row> forecast(Run run) {
    Dataset<Row> ofTheNight =
        run.lake().read(DemandForecast.TABLE).where(col(Columns.AS_OF).equalTo(lit(run.asOf())));

    Column isToCome = col(ForecastOverrides.TARGET_ON).gt(lit(run.asOf()));
    Dataset<Row> entries = run.lake().read(ForecastOverrides.TABLE).where(isToCome);

    return new AdjustedForecast(entries).adjusted(ofTheNight);
  }
}
