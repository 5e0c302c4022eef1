package org.colmado.insights.simulate;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.colmado.insights.calendar.CalendarDay;
import org.colmado.insights.calendar.ShopCalendar;

/**
 * Weekends on which the two beers a shop sells most run out on Friday evening until Saturday night:
 * the supplier rations them (diariolibre.com, "Colmaderos denuncian"). Some take another beer, some
 * leave.
 */
final class StockOuts {
  private static final int PURPOSE = -4;
  private static final int RATIONED = 2;
  private static final double ORDINARY = 0.12;
  private static final double BUSY = 0.4;
  private static final double TAKES_ANOTHER = 0.6;

  private final List<StockOut> planted = new ArrayList<>();
  private final List<StockOut> now = new ArrayList<>();

  /**
   * @param days the simulated days; the first full weekend among them always runs short
   */
  StockOuts(long seed, int store, List<LocalDate> days, Shelf shelf, ShopCalendar calendar) {
    SeededRandom dice = SeededRandom.of(seed, store, PURPOSE);
    List<Product> rationed =
        shelf.products().stream()
            .filter(product -> product.family().equals("beer"))
            .sorted(Comparator.comparingDouble(Product::popularity).reversed())
            .limit(RATIONED)
            .toList();
    for (LocalDate day : days.subList(0, days.size() - 1)) {
      boolean isFriday = day.getDayOfWeek() == DayOfWeek.FRIDAY;
      if (isFriday && (planted.isEmpty() || dice.chance(chance(calendar.on(day))))) {
        int fromHour = 18 + dice.below(3);
        rationed.forEach(product -> plant(day, fromHour, product));
      }
    }
  }

  private void plant(LocalDate friday, int fromHour, Product product) {
    planted.add(new StockOut(friday, fromHour, OpeningHours.HOURS, product));
    planted.add(new StockOut(friday.plusDays(1), 0, OpeningHours.HOURS, product));
  }

  private static double chance(CalendarDay friday) {
    return friday.paydayWindow() || friday.isRegalia() ? BUSY : ORDINARY;
  }

  List<StockOut> all() {
    return planted;
  }

  /** Sets what is sold out from now on. */
  void at(LocalDate day, int hour) {
    now.clear();
    for (StockOut stockOut : planted) {
      if (stockOut.covers(day, hour)) {
        now.add(stockOut);
      }
    }
  }

  /**
   * The product, or what is taken in its place.
   *
   * @param hundredths quantity asked for, 100 is one unit
   * @return null where the customer wants no other
   */
  Product available(Product wanted, int hundredths, Shelf shelf, SeededRandom dice) {
    StockOut stockOut = stockOut(wanted);
    if (stockOut == null) {
      return wanted;
    }

    stockOut.lose(hundredths / 100);
    if (!dice.chance(TAKES_ANOTHER)) {
      return null;
    }
    Product other = shelf.from(wanted.family(), dice);
    return stockOut(other) == null ? other : null;
  }

  private StockOut stockOut(Product product) {
    for (int i = 0; i < now.size(); i++) {
      if (now.get(i).product().index() == product.index()) {
        return now.get(i);
      }
    }
    return null;
  }
}
