package org.colmado.insights.products;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.colmado.insights.products.LabelledNames.Labelled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class CategoriserTest {
  static final Path CATEGORIES = Path.of("..", "conf", "categories");
  private static final Categoriser CATEGORISER = Categoriser.read(CATEGORIES);
  private static final Path SHELF_NAMES = Path.of("src/test/resources/vectors/shelf_names.csv");

  // D8: docs/defects.md
  @ParameterizedTest
  @CsvFileSource(resources = "/vectors/category_traps.csv", numLinesToSkip = 1)
  void fallsIntoNoneOfTheKnownTraps(String description, String category) {
    assertThat(CATEGORISER.categorise(description).category()).isEqualTo(category);
  }

  // D8: docs/defects.md
  @ParameterizedTest
  @CsvSource({
    "MACARRONES, staples, ron is inside a word",
    "Pantene, personal care, pan is inside a word",
    "Plátano, fresh, accent",
    "PLATANOS, fresh, plural in capitals",
    "Panales, household, ñ typed as n",
    "Piña, fresh, ñ",
    "Pan de queso, bakery, the first noun leads in Spanish",
    "Jugo de fresa y coco, beverages, the first noun leads in Spanish",
    "Orange juice, beverages, the last noun leads in English",
    "Chocolate chip cookies, snacks, the last noun leads in English",
    "Leche de coco, staples, a phrase of its own",
    "Galletas con leche, snacks, an addition",
    "Champú sabor leche y miel, personal care, an addition",
    "Heineken 0.0, beverages, negative rule",
    "Vinagre de vino, staples, negative rule",
    "Quesito, dairy, diminutive"
  })
  void readsWholeWordsWithAccentsAndNegativeRules(String name, String category, String why) {
    assertThat(CATEGORISER.categorise(name).category()).as(why).isEqualTo(category);
  }

  // D9: docs/defects.md
  @ParameterizedTest
  @CsvSource({
    "Huevos, dairy, bakery",
    "Salami, meat, fresh",
    "Café, coffee, beverages",
    "Cigarrillos, tobacco, other",
    "Champú, personal care, household",
    "Recarga, services, other",
    "Hielo, beverages, beverages"
  })
  void knowsSixteenCategoriesThatRollUpToEight(String name, String category, String group) {
    assertThat(CATEGORISER.categorise(name).category()).isEqualTo(category);
    assertThat(CATEGORISER.categories().groupOf(category)).isEqualTo(group);
    assertThat(CATEGORISER.categories().codes()).hasSize(16);
  }

  // D8: docs/defects.md
  @Test
  void filesAtLeast95PercentOfShelfNamesItWasNotWrittenFor() throws IOException {
    List<String> wrong = new ArrayList<>();
    List<String> rows = shelfNames();
    for (String row : rows) {
      List<String> fields = List.of(row.split(";", 3));
      Decision decision = CATEGORISER.categorise(fields.get(2));
      if (!decision.category().equals(fields.get(0))) {
        wrong.add(row + " -> " + decision);
      }
    }

    assertThat(wrong).hasSizeLessThanOrEqualTo(rows.size() / 20);
  }

  @Test
  void isSurerWhereItIsRight() throws IOException {
    double sureAndRight = 0;
    double sure = 0;
    for (String row : shelfNames()) {
      List<String> fields = List.of(row.split(";", 3));
      Decision decision = CATEGORISER.categorise(fields.get(2));
      sure += decision.needsReview() ? 0 : 1;
      sureAndRight += !decision.needsReview() && decision.category().equals(fields.get(0)) ? 1 : 0;
    }

    assertThat(sureAndRight / sure).isGreaterThan(0.96);
  }

  /** The goals of docs/decisions/0016-confidence-of-categories.md. */
  @Test
  void isRightWhereItIsSureAndSendsMostErrorsToReview() throws IOException {
    Path file = Path.of("src/test/resources/vectors/held_out_names.csv");
    double sure = 0;
    double sureAndWrong = 0;
    double wrong = 0;
    for (Labelled name : LabelledNames.read(file)) {
      Decision decision = CATEGORISER.categorise(name.name());
      boolean isWrong = !decision.category().equals(name.category());
      sure += decision.needsReview() ? 0 : 1;
      wrong += isWrong ? 1 : 0;
      sureAndWrong += isWrong && !decision.needsReview() ? 1 : 0;
    }

    assertThat(sureAndWrong / sure).isLessThan(0.05);
    assertThat(sureAndWrong / wrong).isLessThan(0.5);
    assertThat(sure).isGreaterThan(2_500);
  }

  @Test
  void decidesTheSameWhateverCameBefore() throws IOException {
    List<String> names = new ArrayList<>(shelfNames());
    List<Decision> inOrder = names.stream().map(CATEGORISER::categorise).toList();
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      places.add(i);
    }
    Collections.shuffle(places, new Random(7));

    Categoriser fresh = Categoriser.read(CATEGORIES);
    for (int place : places) {
      assertThat(fresh.categorise(names.get(place))).isEqualTo(inOrder.get(place));
    }
    assertThat(fresh.version()).isEqualTo(CATEGORISER.version());
  }

  // D8: docs/defects.md
  @ParameterizedTest
  @CsvSource({"Cervezas, alcohol", "Food > Drinks > Juices, beverages", "LÁCTEOS, dairy"})
  void takesTheCatalogueBeforeTheName(String label, String category) {
    Decision decision = CATEGORISER.categorise("Jabón Cuaba", Optional.of(label));

    assertThat(decision.category()).isEqualTo(category);
    assertThat(decision.decidedBy()).isEqualTo(DecidedBy.CATALOGUE);
    assertThat(decision.matched()).contains(label);
    assertThat(decision.needsReview()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"Food and beverages", "Health and beauty", "Otros", "''"})
  void fallsThroughToTheNameWhereALabelIsAmbiguous(String label) {
    Decision decision = CATEGORISER.categorise("Jabón Cuaba", Optional.of(label));

    assertThat(decision.category()).isEqualTo("household");
  }

  @Test
  void sendsWhatNobodyKnowsToReview() {
    for (String name : new String[] {null, "", "   ", "12 x 400 g", "#"}) {
      Decision decision = CATEGORISER.categorise(name);

      assertThat(decision.category()).isEqualTo(Categories.UNCLASSIFIED);
      assertThat(decision.decidedBy()).isEqualTo(DecidedBy.NONE);
      assertThat(decision.confidence()).isZero();
      assertThat(decision.needsReview()).isTrue();
    }
    assertThat(CATEGORISER.categorise("Xqwzt kvrpl").needsReview()).isTrue();
  }

  @Test
  void mendsATypingErrorButIsLessSure() {
    Decision mistyped = CATEGORISER.categorise("Detergemte 1kg");
    Decision written = CATEGORISER.categorise("Detergente 1kg");

    assertThat(mistyped.category()).isEqualTo("household");
    assertThat(mistyped.decidedBy()).isEqualTo(DecidedBy.FUZZY);
    assertThat(mistyped.confidence()).isLessThan(written.confidence());
  }

  private static List<String> shelfNames() throws IOException {
    List<String> lines = Files.readAllLines(SHELF_NAMES, StandardCharsets.UTF_8);
    return lines.subList(1, lines.size());
  }
}
