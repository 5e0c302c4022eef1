package org.colmado.insights.ingest.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PseudonymsTest {
  private final Pseudonyms pseudonyms = new Pseudonyms("secret");

  // D64: docs/defects.md
  @Test
  void aCashierIsTheSameUnderOneNameThatTellsNothing() {
    String key = pseudonyms.of("colmado-01", "ana");

    assertThat(key).matches("[0-9a-f]{16}").isEqualTo(pseudonyms.of("colmado-01", "ana"));
  }

  @Test
  void tellsCashiersAndStoresApart() {
    assertThat(pseudonyms.of("colmado-01", "ana"))
        .isNotEqualTo(pseudonyms.of("colmado-01", "eva"))
        .isNotEqualTo(pseudonyms.of("colmado-02", "ana"));
  }

  // D64: docs/defects.md
  @Test
  void whoHasNotTheKeyCannotMakeTheName() {
    assertThat(pseudonyms.of("colmado-01", "ana"))
        .isNotEqualTo(new Pseudonyms("guess").of("colmado-01", "ana"));
  }

  @Test
  void hasNoNameForNobody() {
    assertThat(pseudonyms.of("colmado-01", null)).isNull();
  }

  @Test
  void doesNotShowItsKey() {
    assertThat(pseudonyms.toString()).doesNotContain("secret");
  }
}
