package org.colmado.insights.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.colmado.insights.config.SourceMapping;
import org.junit.jupiter.api.Test;

class NumberFormatTest {
  private static final NumberFormat PLAIN = new NumberFormat(SourceMapping.Numbers.PLAIN);
  private static final NumberFormat DOLLARS =
      new NumberFormat(new SourceMapping.Numbers(".", ",", "$"));
  private static final NumberFormat EUROS =
      new NumberFormat(new SourceMapping.Numbers(",", ".", "€"));

  @Test
  void readsPlainNumbers() throws RefusedRecord {
    assertThat(PLAIN.read("amount", " -12.50 ")).isEqualTo(new BigDecimal("-12.50"));
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
