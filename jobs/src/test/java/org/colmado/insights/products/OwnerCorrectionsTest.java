package org.colmado.insights.products;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.colmado.insights.lake.SparkTypes;
import org.colmado.insights.schema.TableRow;
import org.colmado.insights.table.CategoryCorrections;
import org.junit.jupiter.api.Test;

class OwnerCorrectionsTest {
  @Test
  void holdsAgainstTheLexiconAndTheTillsLabel() {
    Categoriser taught = taught(entered("jabon cuaba", "personal care", 1));

    Decision decision = taught.categorise("JABÓN CUABA", Optional.of("Cervezas"));

    assertThat(decision.category()).isEqualTo("personal care");
    assertThat(decision.decidedBy()).isEqualTo(DecidedBy.OWNER);
    assertThat(decision.confidence()).isEqualTo(1);
    assertThat(decision.needsReview()).isFalse();
  }

  @Test
  void holdsForOtherSizesOfTheProduct() {
    Categoriser taught = taught(entered("zurrapin 25g", "snacks", 1));

    assertThat(taught.categorise("Zurrapín 500 g").category()).isEqualTo("snacks");
    assertThat(taught.categorise("Zurrapín 500 g").decidedBy()).isEqualTo(DecidedBy.OWNER);
  }

  @Test
  void teachesWhatIsLikeIt() {
    Categoriser taught = taught(entered("zurrapin limon", "household", 1));

    assertThat(taught.categorise("zurrapines picantes").category()).isEqualTo("household");
    assertThat(Categoriser.read(CategoriserTest.CATEGORIES).categorise("zurrapines picantes"))
        .extracting(Decision::category)
        .isNotEqualTo("household");
  }

  @Test
  void takesTheNewestAndForgetsWhatIsWithdrawn() {
    OwnerCorrections corrections =
        OwnerCorrections.of(
            List.of(
                entered("pan", "snacks", 2),
                entered("pan", "dairy", 1),
                entered("ron", "dairy", 1),
                entered("ron", null, 2)));

    assertThat(corrections.byKey()).containsOnlyKeys("pan").containsValue("snacks");
  }

  @Test
  void leavesEachToItselfWhereTheSameWordsAreFiledApart() {
    OwnerCorrections corrections =
        OwnerCorrections.of(
            List.of(entered("agua 5 gl", "household", 1), entered("agua 16 oz", "beverages", 1)));

    assertThat(corrections.byWords()).isEmpty();
    assertThat(corrections.byKey()).hasSize(2);
  }

  @Test
  void doesNotApplyACategoryThatIsNoLongerThere() {
    Row gone = entered("pan de agua", "panes", 1);
    Set<String> codes =
        Set.copyOf(Categoriser.read(CategoriserTest.CATEGORIES).categories().codes());

    assertThat(OwnerCorrections.of(List.of(gone)).unknown(codes))
        .containsExactly("pan de agua as panes");
    assertThat(taught(gone).categorise("pan de agua").category()).isEqualTo("bakery");
  }

  @Test
  void changesTheVersionOfTheRules() {
    OwnerCorrections one = OwnerCorrections.of(List.of(entered("pan", "snacks", 1)));
    OwnerCorrections other = OwnerCorrections.of(List.of(entered("pan", "dairy", 1)));

    assertThat(List.of(version(OwnerCorrections.NONE), version(one), version(other)))
        .doesNotHaveDuplicates();
    assertThat(version(one)).isEqualTo(version(one));
  }

  private static String version(OwnerCorrections corrections) {
    return Categoriser.versionOf(CategoriserTest.CATEGORIES, corrections);
  }

  private static Categoriser taught(Row row) {
    return Categoriser.read(CategoriserTest.CATEGORIES, OwnerCorrections.of(List.of(row)));
  }

  private static Row entered(String key, String category, int hour) {
    Instant at = Instant.parse("2026-11-20T00:00:00Z").plusSeconds(3600L * hour);

    TableRow row =
        TableRow.of(CategoryCorrections.TABLE)
            .with(CategoryCorrections.PRODUCT_KEY, key)
            .with(CategoryCorrections.DESCRIPTION, key)
            .with(CategoryCorrections.CATEGORY, category)
            .with(CategoryCorrections.NOTE, null)
            .with(CategoryCorrections.ENTERED_AT, at);

    return new GenericRowWithSchema(row.values(), SparkTypes.schema(CategoryCorrections.TABLE));
  }
}
