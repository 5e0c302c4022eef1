package org.colmado.insights.segments.trends;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.colmado.insights.statistics.FalseDiscovery;

/**
 * The trends of one store in one night. Some fifty changes are tested at once, so their p-values
 * are adjusted together: where nothing changed, one night in twenty has an up or a down, and where
 * things did change, one in twenty of all ups and downs is false.
 *
 * @param currency ISO code of the store's money
 */
public record StoreTrends(TrendWindows windows, String currency) {
  /** Fields of the rows: columns of {@link org.colmado.insights.table.SegmentTrends}. */
  public static final StructType COLUMNS = SegmentTrend.COLUMNS;

  /** A change before it is compared with the others. */
  private record Draft(TrendSeries series, double before, RatioChange change) {}

  /** Rows of {@link #COLUMNS}, one for each series, in any order. */
  public List<Row> rows(List<TrendSeries> series) {
    return of(series).stream().map(SegmentTrend::toRow).toList();
  }

  List<SegmentTrend> of(List<TrendSeries> series) {
    List<Draft> drafts =
        series.stream().filter(it -> windows.gap(it).isEmpty()).map(this::draft).toList();
    double[] adjusted =
        FalseDiscovery.adjusted(drafts.stream().mapToDouble(draft -> draft.change().p()).toArray());
    List<SegmentTrend> compared =
        IntStream.range(0, drafts.size())
            .mapToObj(i -> compared(drafts.get(i), adjusted[i]))
            .toList();
    List<SegmentTrend> others =
        series.stream().flatMap(it -> windows.gap(it).map(gap -> open(it, gap)).stream()).toList();

    return Stream.concat(compared.stream(), others.stream()).toList();
  }

  private Draft draft(TrendSeries series) {
    RatioEstimate before = RatioEstimate.of(windows.before(series));
    RatioEstimate now = RatioEstimate.of(windows.now(series));

    return new Draft(series, before.value(), RatioChange.between(before, now));
  }

  private SegmentTrend compared(Draft draft, double pAdjusted) {
    TrendSeries series = draft.series();
    Interval change = draft.change().interval();
    double now = draft.before() + change.value();
    MonthlyChange comparison =
        new MonthlyChange(
            draft.before(),
            change,
            pAdjusted,
            WeeklySlope.of(series, windows.lastOn(), TrendWindows.WEEKS),
            TrendVerdict.of(change, draft.before(), pAdjusted));

    return new SegmentTrend(
        series,
        windows.valueNow(series),
        Optional.of(comparison),
        TrendText.of(series, now, comparison, currency));
  }

  private SegmentTrend open(TrendSeries series, TrendGap gap) {
    return new SegmentTrend(
        series, windows.valueNow(series), Optional.empty(), TrendText.of(series, gap, windows));
  }
}
