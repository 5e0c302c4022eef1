package org.colmado.insights.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.colmado.insights.ingest.ReasonCount;
import org.colmado.insights.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RefusalReportTest {
  private static final Pattern REASON = Pattern.compile("(?m)^\\| `([a-z_]+)`");

  @ParameterizedTest
  @EnumSource
  void everyReasonOfTheGuideHasAdvice(Language language) throws IOException {
    String guide = Files.readString(Path.of("..", "docs", "user-guide.md"));
    String reasons =
        guide.substring(guide.indexOf("## Reject reasons"), guide.indexOf("## Calendars"));
    List<String> names = REASON.matcher(reasons).results().map(result -> result.group(1)).toList();

    assertThat(names).hasSizeGreaterThan(30);
    for (String name : names) {
      String asked = new Messages(language).of("reject.asked.for");
      assertThat(printed(language, name)).as(name).doesNotContain(asked);
    }
  }

  @Test
  void saysWhatWasFoundWhereAndWhatToDo() {
    assertThat(printed(Language.ES, "unreadable_amount"))
        .contains("unreadable_amount: 2 registro(s), el primero en la línea 7. Se leyó 'x'.")
        .contains("numbers: mire decimal-mark, thousands-mark y strip");
    assertThat(printed(Language.EN, "a_reason_of_ones_own")).contains("refused-when");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Column [Importe]: Found 'x', expected a number | En la columna Importe: 'x'.",
        "Found -30.00 on a sale: more was given back | Se leyó '-30.00'.",
        "7 cells, expected 5 | Tiene 7 celdas, y el encabezado 5.",
        "Found [a, b], expected also [fecha]: hint | Tiene las columnas [a, b], y faltan [fecha].",
        "code is 'POST' | En la columna code: 'POST'.",
        "The file has no bytes | ``",
      })
  void saysInTheOwnersLanguageWhatWasFound(String detail, String said) {
    assertThat(new FoundText(new Messages(Language.ES)).of(detail)).isEqualTo(said);
    assertThat(new FoundText(new Messages(Language.EN)).of(detail)).isEqualTo(detail);
  }

  private static String printed(Language language, String reason) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    new RefusalReport(out, new Messages(language))
        .print("inspect.refuses", List.of(new ReasonCount(reason, 2, 7, "Found 'x'")));

    return bytes.toString(StandardCharsets.UTF_8);
  }
}
