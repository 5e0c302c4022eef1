package org.colmado.insights.plans.restock;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.colmado.insights.plans.PlanRules;
import org.colmado.insights.plans.restock.TrialShop.TrialProduct;

/** Compares the plans with simple rules that shops use. Run by {@code bin/bench-plans}. */
public final class PlanBench {
  private static final int WEEKS = 26;
  private static final Bootstrap BOOTSTRAP = new Bootstrap(1, 2_000);
  private static final List<String> ROSTERS =
      List.of("fixed, hour of day", "fixed, weekday and hour", "four weeks, renewed");
  private static final List<String> PLANS = List.of("plan", "plan, upper end");

  /** What each way of ordering came to for a product. */
  private record Pair(
      TrialProduct product,
      StockTrial.Result rounded,
      StockTrial.Result nearest,
      StockTrial.Result planned) {}

  private final List<Pair> pairs = new ArrayList<>();
  private final List<Map<String, RosterTrial.Result>> weeks = new ArrayList<>();

  private PlanBench() {}

  /**
   * Prints the figures of every shop, and of all together.
   *
   * @param args plans.yaml, then for each shop the folder of what was exported of its lake and that
   *     of its simulation
   */
  public static void main(String[] args) throws IOException {
    PlanRules rules = PlanRules.read(Path.of(args[0]));
    PlanBench all = new PlanBench();
    for (int i = 1; i + 1 < args.length; i += 2) {
      PlanBench one = new PlanBench();
      one.add(rules, Path.of(args[i]), Path.of(args[i + 1]));
      one.print(Path.of(args[i + 1]).getFileName().toString());
      all.pairs.addAll(one.pairs);
      all.weeks.addAll(one.weeks);
    }
    all.print("all");
  }

  private void add(PlanRules rules, Path data, Path simulation) throws IOException {
    TrialShop shop = TrialShop.read(data, simulation);
    IssuedForecasts forecasts = IssuedForecasts.read(data);
    StockTrial.Orders planned = new PlannedOrders(shop, rules.restock(), forecasts);
    for (TrialProduct product : shop.products()) {
      pairs.add(
          new Pair(
              product,
              tried(product, new FourWeekOrders(true)),
              tried(product, new FourWeekOrders(false)),
              tried(product, planned)));
    }
    weeks.addAll(
        new RosterTrial(rules.staffing(), data, simulation.resolve("truth/rates.csv.gz"), forecasts)
            .weeks(WEEKS));
  }

  private static StockTrial.Result tried(TrialProduct product, StockTrial.Orders orders) {
    LocalDate last = product.units().lastOn();
    LocalDate first = last.minusDays(WEEKS * 7L - 1);

    return new StockTrial(product, orders).run(first, last, startUnits(product, first));
  }

  /** Every way begins with the average of four weeks until the delivery after the next. */
  private static double startUnits(TrialProduct product, LocalDate first) {
    LocalDate asOf = first.minusDays(1);
    long days = ChronoUnit.DAYS.between(asOf, product.terms().next(asOf).nextOn()) - 1;

    return Math.ceil(
        FourWeekOrders.daily(product, asOf) * Math.min(days, product.terms().shelfLifeDays()));
  }

  private void print(String shop) {
    System.out.printf("%n%s: orders of %,d products, 26 weeks%n", shop, pairs.size());
    System.out.printf(
        "%-34s %12s %12s %10s   %s%n", "", "4-week avg", "plan", "change", "95 % interval");
    orders("product-days short", result -> result.daysShort(), true);
    orders("units not met", StockTrial.Result::missed, true);
    orders("units wasted", StockTrial.Result::wastedUnits, true);
    orders("RD$ wasted", StockTrial.Result::wastedValue, true);
    orders("RD$ of stock, mean", StockTrial.Result::meanStockValue, true);
    System.out.println("where the average is rounded to the nearest case:");
    orders("product-days short", result -> result.daysShort(), false);
    orders("RD$ wasted", StockTrial.Result::wastedValue, false);
    for (boolean roundsUp : new boolean[] {true, false}) {
      print(
          roundsUp ? "RD$ wasted and margin missed" : "  the same, nearest case",
          pairs.stream()
              .map(
                  pair ->
                      new Bootstrap.Piece(
                          lost(pair, roundsUp ? pair.rounded() : pair.nearest()),
                          lost(pair, pair.planned())))
              .toList());
    }

    System.out.println("clerk-hours too many and too few, against each fixed roster:");
    ROSTERS.forEach(roster -> PLANS.forEach(plan -> hands(plan, roster)));
    ROSTERS.forEach(this::hands);
    PLANS.forEach(this::hands);
  }

  private static double lost(Pair pair, StockTrial.Result result) {
    return result.wastedValue() + result.missed() * pair.product().margin();
  }

  private void orders(String what, ToDoubleFunction<StockTrial.Result> figure, boolean roundsUp) {
    print(
        what,
        pairs.stream()
            .map(
                pair ->
                    new Bootstrap.Piece(
                        figure.applyAsDouble(roundsUp ? pair.rounded() : pair.nearest()),
                        figure.applyAsDouble(pair.planned())))
            .toList());
  }

  private void hands(String plan, String roster) {
    print(
        plan + " / " + roster,
        weeks.stream()
            .map(week -> new Bootstrap.Piece(week.get(roster).off(), week.get(plan).off()))
            .toList());
  }

  private void hands(String way) {
    RosterTrial.Result sum =
        weeks.stream()
            .map(week -> week.get(way))
            .reduce(RosterTrial.Result.NONE, RosterTrial.Result::plus);
    System.out.printf(
        Locale.ROOT,
        "%-34s %6.0f too many, %5.0f too few of %7.0f clerk-hours; %4.1f %% wait over 60 s%n",
        way,
        sum.over(),
        sum.under(),
        sum.work(),
        100 * sum.waiting() / sum.customers());
  }

  private static void print(String what, List<Bootstrap.Piece> pieces) {
    System.out.printf("%-34s %s%n", what, BOOTSTRAP.of(pieces));
  }
}
