package org.colmado.insights.table;

import java.util.List;
import java.util.Optional;
import org.colmado.insights.schema.TableSpec;

/** All tables of the lake, in the order they are filled. */
public final class Tables {
  public static final List<TableSpec> ALL =
      List.of(
          Stores.TABLE,
          Sales.TABLE,
          SaleLines.TABLE,
          RejectedSales.TABLE,
          IngestedFiles.TABLE,
          ProductCategories.TABLE,
          CategoryCorrections.TABLE,
          CalendarDays.TABLE,
          ValueBands.TABLE,
          SegmentQuality.TABLE,
          MissionEvents.TABLE,
          MissionModels.TABLE,
          TransactionFeatures.TABLE,
          HourlySales.TABLE,
          Segments.TABLE,
          SegmentTrends.TABLE,
          BasketRules.TABLE,
          OfferAccuracy.TABLE,
          BacktestForecasts.TABLE,
          Seasonality.TABLE,
          ForecastAccuracy.TABLE,
          DemandForecast.TABLE,
          ForecastOverrides.TABLE,
          StaffingPlan.TABLE,
          RestockPlan.TABLE,
          SegmentPersonas.TABLE,
          GrokCalls.TABLE,
          PersonaFeedback.TABLE,
          IssuedScores.TABLE,
          QualityScorecard.TABLE,
          StoreNotices.TABLE,
          JobRuns.TABLE);

  private Tables() {}

  /** The table of this name. */
  public static Optional<TableSpec> named(String name) {
    return ALL.stream().filter(table -> table.name().equals(name)).findFirst();
  }
}
