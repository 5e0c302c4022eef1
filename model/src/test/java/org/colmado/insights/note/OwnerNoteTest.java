package org.colmado.insights.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.colmado.insights.config.BadInputException;
import org.colmado.insights.schema.TableRow;
import org.colmado.insights.table.ForecastOverrides;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnerNoteTest {
  private static final String GOOD =
      "{'table':'forecast_overrides','store_id':'colmado-01','target_on':'2026-02-01',"
          + "'target_hour':-1,'measure':'tickets','value':77.5,"
          + "'entered_at':'2026-01-31T12:00:00Z'}";

  @Test
  void aNoteThatIsWrittenAndReadIsTheSame() {
    TableRow row =
        TableRow.of(ForecastOverrides.TABLE)
            .with(ForecastOverrides.STORE_ID, "colmado-01")
            .with(ForecastOverrides.TARGET_ON, LocalDate.of(2026, 2, 1))
            .with(ForecastOverrides.TARGET_HOUR, -1)
            .with(ForecastOverrides.MEASURE, "tickets")
            .with(ForecastOverrides.VALUE, 77.5)
            .with(ForecastOverrides.NOTE, null)
            .with(ForecastOverrides.ENTERED_AT, Instant.parse("2026-01-31T12:00:00Z"));
    OwnerNote note = new OwnerNote(row);

    assertThat(note.line()).isEqualTo(GOOD.replace('\'', '"') + "\n");
    assertThat(OwnerNote.parse(note.line()).row().values()).isEqualTo(row.values());
    assertThat(note.fileName()).matches("forecast_overrides-[0-9a-f-]{36}\\.jsonl");
    assertThat(note.fileName()).isNotEqualTo(note.fileName());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'forecast_overrides' | 'sales'          | table 'sales'",
        "'value'              | 'valu'           | the key 'valu'",
        "77.5                 | 'many'           | value \"many\"",
        "-1                   | 1.5              | target_hour 1.5",
        "'2026-02-01'         | '2026-02-31'     | target_on",
        "'2026-01-31T12:00:00Z' | '31 enero'     | entered_at",
        "'measure':'tickets', | ``               | no value for [measure]",
        "}                    | `}{`             | no JSON",
      })
  void aNoteThatIsNotWholeIsRefusedWithWhatWasFound(String part, String wrong, String found) {
    String line = GOOD.replace(part, wrong == null ? "" : wrong).replace('\'', '"');

    assertThatThrownBy(() -> OwnerNote.parse(line))
        .isInstanceOf(BadInputException.class)
        .hasMessageStartingWith("Cannot read a note: ")
        .hasMessageContaining(found);
  }
}
