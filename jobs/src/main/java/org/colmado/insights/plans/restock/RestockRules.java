package org.colmado.insights.plans.restock;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.colmado.insights.config.Expect;

/**
 * How goods are ordered.
 *
 * @param demand how demand is learned
 * @param worth what units too few and too many cost
 * @param notStocked categories that are sold but not stocked, such as top-ups
 * @param stockDays a count of the stock that is older says nothing
 * @param terms where the supplier is not known
 * @param shelfLifeDays by category, where the supplier is not known
 */
public record RestockRules(
    Demand demand,
    Worth worth,
    List<String> notStocked,
    int stockDays,
    Terms terms,
    Map<String, Integer> shelfLifeDays)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  public RestockRules {
    notStocked = List.copyOf(notStocked);
    shelfLifeDays = new TreeMap<>(shelfLifeDays);
    Expect.between("stock-days", stockDays, 0, 365);
    shelfLifeDays.forEach((key, days) -> Expect.between("shelf-life-days." + key, days, 1, 36_500));
  }

  /** Terms of a product whose supplier is not known. */
  SupplyTerms termsOf(String category) {
    return new SupplyTerms(
        Optional.empty(),
        terms.leadTimeDays(),
        terms.deliveryWeekdays(),
        terms.caseUnits(),
        shelfLifeDays.getOrDefault(category, terms.shelfLifeDays()));
  }

  /**
   * How demand is learned.
   *
   * @param windowDays days of sales that are looked at
   * @param soldWithinDays a product that was not sold in so many days is not ordered
   * @param halfLifeDays age at which a day counts half
   * @param tsbSize weight of the newest size of intermittent demand
   * @param tsbChance weight of the newest day of intermittent demand
   */
  public record Demand(
      int windowDays, int soldWithinDays, double halfLifeDays, double tsbSize, double tsbChance)
      implements Serializable {
    private static final long serialVersionUID = 1L;

    public Demand {
      Expect.between("window-days", windowDays, 28, 1_000);
      Expect.between("sold-within-days", soldWithinDays, 7, windowDays);
      Expect.between("half-life-days", halfLifeDays, 1, 365);
      Expect.between("tsb-size", tsbSize, 0.001, 1);
      Expect.between("tsb-chance", tsbChance, 0.001, 1);
    }
  }

  /**
   * What units too few and too many cost.
   *
   * @param marginShare of the price, where the cost is not known
   * @param holdingShareAYear of the cost, to keep a unit for a year
   * @param goodwillShare of the price, lost beside the sale with a customer who does not find what
   *     he came for and buys the rest of his basket elsewhere too
   */
  public record Worth(double marginShare, double holdingShareAYear, double goodwillShare)
      implements Serializable {
    private static final long serialVersionUID = 1L;

    public Worth {
      Expect.between("margin-share", marginShare, 0.001, 0.99);
      Expect.between("holding-share-a-year", holdingShareAYear, 0, 10);
      Expect.between("goodwill-share", goodwillShare, 0, 10);
    }
  }

  /**
   * Terms where no supplier is known.
   *
   * @param deliveryWeekdays 0 Sunday to 6 Saturday
   */
  public record Terms(
      int leadTimeDays, List<Integer> deliveryWeekdays, int caseUnits, int shelfLifeDays)
      implements Serializable {
    private static final long serialVersionUID = 1L;

    public Terms {
      deliveryWeekdays = List.copyOf(deliveryWeekdays);
      new SupplyTerms(Optional.empty(), leadTimeDays, deliveryWeekdays, caseUnits, shelfLifeDays);
    }
  }
}
