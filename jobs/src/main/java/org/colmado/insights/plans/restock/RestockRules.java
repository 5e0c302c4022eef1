package org.colmado.insights.plans.restock;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.colmado.insights.config.Expect;

/**
 * Settings of the restock plan.
 *
 * @param demand settings of the demand estimate
 * @param worth costs of shortage and excess
 * @param notStocked categories that are sold but not stocked, such as top-ups
 * @param stockDays maximum age of a stock count in days
 * @param terms default terms without a known supplier
 * @param shelfLifeDays default shelf life by category
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
   * Settings of the demand estimate.
   *
   * @param windowDays length of the sales window
   * @param soldWithinDays a product without a sale in so many days is not ordered
   * @param halfLifeDays half-life of the weights of past days
   * @param tsbSize TSB smoothing constant of the demand size
   * @param tsbChance TSB smoothing constant of the probability
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
   * Costs of shortage and excess.
   *
   * @param marginShare margin as a share of the price, if the cost is not known
   * @param holdingShareAYear holding cost of a unit for a year, as a share of its cost
   * @param goodwillShare goodwill loss of a stock-out as a share of the price: the customer may buy
   *     the rest of the basket elsewhere
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
   * Default supply terms.
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
