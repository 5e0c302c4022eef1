package org.colmado.insights.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PersonalDataTest {
  // D64: docs/defects.md
  @Test
  void fieldsOfACustomerAreMasked() {
    String masked =
        PersonalData.masked(
            "{\"id\":\"7\",\"customerName\":\"Ana \\\"La\\\" Pérez\",\"customerPhone\":\"x1\","
                + "\"direccion\":\"Calle 5\",\"cashierId\":41,\"nota\":\"de Ana\",\"total\":9}");

    assertThat(masked)
        .isEqualTo(
            "{\"id\":\"7\",\"customerName\":\"***\",\"customerPhone\":\"***\","
                + "\"direccion\":\"***\",\"cashierId\":\"***\",\"nota\":\"***\",\"total\":9}");
  }

  // D64: docs/defects.md
  @Test
  void aNestedCustomerIsMaskedWhole() {
    String masked =
        PersonalData.masked(
            "{\"customer\":{\"address\":{\"street\":\"Calle 5\"},\"name\":\"Ana\"},\"id\":\"7\"}");

    assertThat(masked).isEqualTo("{\"customer\":\"***\",\"id\":\"7\"}");
  }

  // D64: docs/defects.md
  @Test
  void aRecordThatBreaksOffShowsNoNameEither() {
    assertThat(PersonalData.masked("{\"id\":\"7\",\"customerName\":\"Ana Pér"))
        .isEqualTo("{\"id\":\"7\",\"customerName\":\"***\"");
    assertThat(PersonalData.masked("{\"cliente\":{\"a\":{\"b\":1},\"alias\":\"Ana"))
        .doesNotContain("Ana");
    assertThat(PersonalData.masked("{\"nombre\": \"Ana Pérez\", total 5")).doesNotContain("Ana");
  }

  // D64: docs/defects.md
  @Test
  void phonesAndMailsAreMaskedWhereverTheyStand() {
    for (String person :
        new String[] {
          "809-555-1234", "(829) 555 1234", "+1 849.555.1234", "18095551234", "ana.p@correo.com.do"
        }) {
      assertThat(PersonalData.masked("Recarga " + person + " hoy")).isEqualTo("Recarga *** hoy");
    }
  }

  @Test
  void leavesBarCodesAndAmountsAsTheyAre() {
    String text = "{\"code\":\"7468095551234\",\"total\":8095.55}";

    assertThat(PersonalData.masked(text)).isEqualTo(text);
  }

  // D64: docs/defects.md
  @Test
  void aRowThatCannotBeCutShowsItsShapeOnly() {
    assertThat(PersonalData.shape("7,\"Ana Pérez,809-555-1234,12.50"))
        .isEqualTo("9,\"xxx xxxxx,999-999-9999,99.99");
  }

  @Test
  void masksALongRecordInNoTime() {
    String name = "{\"notes\":\"" + "a\\n".repeat(200_000) + "\",\"x\":\"" + "b".repeat(400_000);

    assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () -> assertThat(PersonalData.masked(name)).startsWith("{\"notes\":\"***\",\"x\":\"bbb"));
  }
}
