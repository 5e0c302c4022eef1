package org.colmado.insights.personas.facts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Facts of two kinds of visit, each with one of them changed. */
class FactSimilarityTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final FactSimilarity LIKENESS = new FactSimilarity(0.1);

  @Test
  void theSameFactsAreAlike() {
    Stream.of(Sheets.bread(), Sheets.beer())
        .forEach(facts -> assertThat(LIKENESS.holds(facts, facts)).isTrue());
    assertThat(LIKENESS.holds(Sheets.bread(), Sheets.beer())).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/visits_per_week|76|true",
        "/visits_per_week|78|false",
        "/visit_percent|21|true",
        "/visit_percent|23|false",
        "/revenue_percent|26|false",
        "/average_basket|450|true",
        "/average_basket|460|false",
        "/items_per_basket|2.8|true",
        "/items_per_basket|3.1|false",
        "/payday_percent|130|true",
        "/payday_percent|140|false",
        "/payday_percent|null|false",
        "/categories/0/value_percent|87|true",
        "/categories/0/value_percent|90|false",
        "/pairs/0/percent|25|false",
        "/payments/0/percent|80|false",
        "/peak_hours|[20,21,22,23]|true",
        "/peak_hours|[19,20,21,22,23,0]|true",
        "/peak_hours|[20,21,22]|false",
        "/peak_days|[6,5]|true",
        "/peak_days|[5]|false",
        "/currency|`USD`|false",
        "/segment/name/es|`Cerveza`|false",
        "/feedback|{`verdict`:`down`,`note`:`más corto`}|false",
        "/edits|[{`part`:`persona`,`text`:`Gente de fiesta.`}]|false",
        "/slots/0/expected_tickets|60.0|true",
        "/baskets|[{`categories`:[`alcohol`],`part`:`night`,`visits_per_week`:9.0,`average_value`:300.0}]|true"
      })
  void aFigureThatMovedByMoreThanATenthIsNews(String where, String value, boolean isAlike)
      throws JsonProcessingException {
    FactSheet before = Sheets.beer();

    assertThat(LIKENESS.holds(before, changed(before, where, value))).isEqualTo(isAlike);
    assertThat(LIKENESS.holds(changed(before, where, value), before)).isEqualTo(isAlike);
  }

  @Test
  void aListOfWhichLessThanHalfStaysIsNews() throws JsonProcessingException {
    FactSheet before = Sheets.bread();

    assertThat(LIKENESS.holds(before, without(before, "/categories", 1))).isTrue();
    assertThat(LIKENESS.holds(before, without(before, "/categories", 2))).isFalse();
    assertThat(LIKENESS.holds(before, without(before, "/slots", 1))).isTrue();
    assertThat(LIKENESS.holds(before, without(before, "/slots", 2))).isFalse();
    assertThat(LIKENESS.holds(before, without(before, "/pairs", 1))).isFalse();
    assertThat(LIKENESS.holds(before, without(before, "/products", 1))).isFalse();
  }

  /** The facts with one value put in another's place. */
  private static FactSheet changed(FactSheet facts, String where, String value)
      throws JsonProcessingException {
    JsonNode tree = JSON.readTree(Json.write(facts));
    JsonNode other = JSON.readTree(value.replace('`', '"'));
    int last = where.lastIndexOf('/');
    ((ObjectNode) tree.at(where.substring(0, last))).set(where.substring(last + 1), other);

    return Json.read(tree.toString(), FactSheet.class);
  }

  /** The facts without the last so many of a list. */
  private static FactSheet without(FactSheet facts, String list, int number)
      throws JsonProcessingException {
    JsonNode tree = JSON.readTree(Json.write(facts));
    ArrayNode items = (ArrayNode) tree.at(list);
    for (int i = 0; i < number; i++) {
      items.remove(items.size() - 1);
    }
    return Json.read(tree.toString(), FactSheet.class);
  }
}
