package org.colmado.insights.ingest.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.colmado.insights.config.NumberMarks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberFormatTest {
  private static final NumberFormat PLAIN = NumberFormat.of(NumberMarks.PLAIN);
  private static final NumberFormat DOLLARS = NumberFormat.of(new NumberMarks(".", ",", "$"));
  private static final NumberFormat PESOS = NumberFormat.of(new NumberMarks(".", ",", "RD$OP '"));
  private static final NumberFormat EUROS = NumberFormat.of(new NumberMarks(",", ".", "€"));

  @Test
  void readsPlainNumbers() throws RefusedRecord {
    assertThat(PLAIN.read("amount", " -12.50 ")).isEqualTo(new BigDecimal("-12.50"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0", "-12.50", "12.", "007", "-0.001", "1.5.2", "-", "1-2", ".5", "-.5", "1e3"})
  void readsAPlainNumberAsWithASignBeforeIt(String text) {
    assertThat(found(text)).isEqualTo(found(text.startsWith("-") ? " " + text : "+" + text));
  }

  /** The number as text, or the reason of the refusal. */
  private static String found(String text) {
    try {
      return PLAIN.read("amount", text).toString();
    } catch (RefusedRecord e) {
      return e.fault().reason();
    }
  }

  @Test
  void readsMarksAndSignsAsTheMappingSays() throws RefusedRecord {
    assertThat(DOLLARS.read("amount", "$ 1,234,567.50")).isEqualTo("1234567.50");
    assertThat(EUROS.read("amount", "1.234,50 €")).isEqualTo("1234.50");
  }

  @Test
  void readsNothingWhereThereIsNothing() throws RefusedRecord {
    assertThat(PLAIN.read("amount", null)).isNull();
    assertThat(PLAIN.read("amount", " ")).isNull();
  }

  @Test
  void refusesWhatIsNotWhollyANumber() {
    for (String text : new String[] {"12 lb", "doce", "NaN", "Infinity", "0x10", "1/2", "$"}) {
      assertThatThrownBy(() -> PLAIN.read("quantity", text))
          .isInstanceOf(RefusedRecord.class)
          .hasMessageContaining(text)
          .extracting(e -> ((RefusedRecord) e).fault().reason())
          .isEqualTo("unreadable_quantity");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RD$ 1,234.50",
        "RD$\u00a01,234.50",
        "1\u00a0234.50",
        "DOP 1,234.50",
        "1,234.50 DOP",
        "'1234.50",
        "=\"1,234.50\"",
        "1.2345E3",
        "+1234.50"
      })
  void readsAnAmountAsPeopleWriteIt(String text) throws RefusedRecord {
    assertThat(PESOS.read("amount", text)).isEqualByComparingTo("1234.50");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "75.00-",
        "(75.00)",
        "\u221275.00",
        "'-75.00",
        "RD$ (75.00)",
        "(RD$ 75.00)",
        "75.00 -",
        "-RD$75.00",
        "RD$ -75.00"
      })
  void aNegativeAmountStaysNegativeHoweverItIsWritten(String text) throws RefusedRecord {
    assertThat(PESOS.read("amount", text)).isEqualByComparingTo("-75");
  }

  @Test
  void signsAndParenthesesAreNeverStripped() throws RefusedRecord {
    NumberFormat stripping = NumberFormat.of(new NumberMarks(".", ",", "$()-+"));

    assertThat(stripping.read("amount", "$(75.00)")).isEqualByComparingTo("-75");
    assertThat(stripping.read("amount", "-$75.00")).isEqualByComparingTo("-75");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--75.00", "(-75.00)", "(75.00", "75.00)", "-75.00-", "1,234.50.", "()"})
  void refusesAnAmountWhoseSignOrEndIsUnclear(String text) {
    assertThatThrownBy(() -> PESOS.read("amount", text)).isInstanceOf(RefusedRecord.class);
  }

  @Test
  void refusesAPointWhereTheDecimalMarkIsAComma() throws RefusedRecord {
    NumberFormat commas = NumberFormat.of(new NumberMarks(",", "", ""));

    assertThat(commas.read("amount", "10,50")).isEqualByComparingTo("10.50");
    assertThatThrownBy(() -> commas.read("amount", "1.250")).isInstanceOf(RefusedRecord.class);
  }

  @Test
  void refusesADecimalCommaWhereCommasPartThousands() {
    assertThatThrownBy(() -> DOLLARS.read("amount", "12,50")).isInstanceOf(RefusedRecord.class);
    assertThatThrownBy(() -> EUROS.read("amount", "12.50")).isInstanceOf(RefusedRecord.class);
  }

  @Test
  void refusesABillionAndMore() throws RefusedRecord {
    assertThat(PLAIN.read("amount", "999999999")).isEqualTo("999999999");
    assertThatThrownBy(() -> PLAIN.read("amount", "1000000000")).isInstanceOf(RefusedRecord.class);
    assertThatThrownBy(() -> PLAIN.read("amount", "1e999999999")).isInstanceOf(RefusedRecord.class);
    assertThatThrownBy(() -> PLAIN.read("amount", "1e-999999999"))
        .isInstanceOf(RefusedRecord.class);
  }
}
