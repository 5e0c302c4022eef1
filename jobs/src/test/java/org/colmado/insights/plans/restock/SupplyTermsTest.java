package org.colmado.insights.plans.restock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SupplyTermsTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 1, 5);
  private static final SupplyTerms BEER =
      new SupplyTerms(Optional.of("Cervezas"), 2, List.of(2, 5), 12, 180);

  @Test
  void theNextDeliveryIsTheFirstThatTheLeadTimeAllows() {
    SupplyTerms.Delivery delivery = BEER.next(MONDAY);

    assertThat(delivery.dueOn()).isEqualTo(MONDAY.plusDays(4));
    assertThat(delivery.orderBy()).isEqualTo(MONDAY.plusDays(2));
    assertThat(delivery.nextOn()).isEqualTo(MONDAY.plusDays(8));
  }

  @Test
  void shelfLifeCountsTheDayOfDelivery() {
    SupplyTerms cooked = new SupplyTerms(Optional.empty(), 1, List.of(1, 2), 10, 1);

    assertThat(cooked.lastSaleOf(MONDAY)).isEqualTo(MONDAY);
    assertThat(cooked.deliveryUntil(MONDAY.plusDays(3))).isEqualTo(MONDAY.plusDays(1));
  }

  @Test
  void refusesASupplierThatNeverComes() {
    assertThatThrownBy(() -> new SupplyTerms(Optional.empty(), 1, List.of(), 1, 10))
        .hasMessageContaining("delivery-weekdays")
        .hasMessageContaining("at least one");
    assertThatThrownBy(() -> new SupplyTerms(Optional.empty(), 1, List.of(7), 1, 10))
        .hasMessageContaining("found [7]");
  }
}
