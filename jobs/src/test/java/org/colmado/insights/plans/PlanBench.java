package org.colmado.insights.plans;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.colmado.insights.config.Yaml;
import org.colmado.insights.plans.TrialShop.TrialProduct;

/** Holds the plans against what shops do without them. Run by {@code bin/bench-plans}. */
public final class PlanBench {
  private static final int WEEKS = 26;
  private static final Bootstrap BOOTSTRAP = new Bootstrap(1, 2_000);

  /** What each way came to for a product. */
  private record Pair(TrialProduct product, StockTrial.Result usual, StockTrial.Result planned) {}

  private PlanBench() {}

  /**
   * Prints the figures of one shop.
   *
   * @param args plans.yaml, folder of the exported sales, folder of the simulation
   */
  public static void main(String[] args) throws IOException {
    PlanRules rules = Yaml.read(Path.of(args[0]), PlanRules.class);
    TrialShop shop = TrialShop.read(Path.of(args[1]), Path.of(args[2]));
    List<Pair> pairs = stock(shop, rules.restock());
    print("product-days short", pairs, result -> result.daysShort());
    print("units not met", pairs, StockTrial.Result::missed);
    print("units wasted", pairs, StockTrial.Result::wastedUnits);
    print("RD$ wasted", pairs, StockTrial.Result::wastedValue);
    print("RD$ of stock, mean", pairs, StockTrial.Result::meanStockValue);
    print("product-days asked", pairs, result -> result.daysAsked());
    RosterTrial roster =
        new RosterTrial(
            rules.staffing(), Path.of(args[1]), Path.of(args[2], "truth", "rates.csv.gz"));
    print(roster.weeks(WEEKS));
    if (args.length > 3) {
      for (String category : shop.categories().keySet()) {
        List<Pair> of =
            pairs.stream().filter(p -> p.product().category().equals(category)).toList();
        System.out.println(category);
        print("  product-days short", of, result -> result.daysShort());
        print("  units not met", of, StockTrial.Result::missed);
        print("  units wasted", of, StockTrial.Result::wastedUnits);
        print("  RD$ wasted", of, StockTrial.Result::wastedValue);
      }
    }
  }

  private static List<Pair> stock(TrialShop shop, RestockRules rules) {
    DailySeries any = shop.products().get(0).units();
    LocalDate last = any.lastOn();
    LocalDate first = last.minusDays(WEEKS * 7L - 1);
    StockTrial.Orders usual = new FourWeekOrders(!Boolean.getBoolean("nearest"));
    StockTrial.Orders planned = new PlannedOrders(shop, rules);
    List<Pair> pairs = new ArrayList<>();
    for (TrialProduct product : shop.products()) {
      double start = startUnits(product, first);
      pairs.add(
          new Pair(
              product,
              new StockTrial(product, usual).run(first, last, start),
              new StockTrial(product, planned).run(first, last, start)));
    }
    return pairs;
  }

  /** Both begin with the average of four weeks until the delivery after the next. */
  private static double startUnits(TrialProduct product, LocalDate first) {
    LocalDate asOf = first.minusDays(1);
    long days = ChronoUnit.DAYS.between(asOf, product.terms().next(asOf).nextOn()) - 1;

    return Math.ceil(
        FourWeekOrders.daily(product, asOf) * Math.min(days, product.terms().shelfLifeDays()));
  }

  private static void print(List<Map<String, RosterTrial.Result>> weeks) {
    for (String way : weeks.get(0).keySet()) {
      RosterTrial.Result sum =
          weeks.stream()
              .map(week -> week.get(way))
              .reduce(RosterTrial.Result.NONE, RosterTrial.Result::plus);
      List<Bootstrap.Piece> pieces =
          weeks.stream()
              .map(
                  week ->
                      new Bootstrap.Piece(
                          week.get("fixed, hour of day").over()
                              + week.get("fixed, hour of day").under(),
                          week.get(way).over() + week.get(way).under()))
              .toList();
      System.out.printf(
          "%-24s over %6.0f under %6.0f hours off %5.0f work %6.0f waiting %5.1f %%  %s%n",
          way,
          sum.over(),
          sum.under(),
          sum.hoursOff(),
          sum.work(),
          100 * sum.waiting() / sum.customers(),
          BOOTSTRAP.of(pieces));
    }
  }

  private static void print(
      String what, List<Pair> pairs, ToDoubleFunction<StockTrial.Result> figure) {
    List<Bootstrap.Piece> pieces =
        pairs.stream()
            .map(
                pair ->
                    new Bootstrap.Piece(
                        figure.applyAsDouble(pair.usual()), figure.applyAsDouble(pair.planned())))
            .toList();
    System.out.printf("%-24s %s%n", what, BOOTSTRAP.of(pieces));
  }
}
