package org.colmado.insights.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a mapping is said when it is read, before any file is. */
class SourceMappingTest {
  private static final String GOOD =
      """
      format: csv
      ticket-id-unique-by: id
      payment-methods: {}
      csv:
        encoding: UTF-8
        delimiter: ","
        header: true
        columns: {ticket-id: number, date: day, time: at, description: [name], code: sku, amount: amount}
        date-patterns: ["dd/MM/yy HH:mm"]
        numbers: {decimal-mark: ".", thousands-mark: ",", strip: "$"}
        cancelled-when: {column: ticket-id, matches: "C.*"}
        refused-when: [{reason: not_a_product, column: code, matches: "POST|M"}]
      """;

  @TempDir Path folder;

  @Test
  void readsAMappingThatIsRight() {
    assertThat(read(GOOD).csv().orElseThrow().datePatterns()).containsExactly("dd/MM/yy HH:mm");
  }

  @Test
  void readsEveryMappingOfTheProduct() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("../conf/sources"))) {
      List<Path> mappings = files.filter(file -> file.toString().endsWith(".yaml")).toList();

      assertThat(mappings).hasSizeGreaterThan(3);
      for (Path mapping : mappings) {
        assertThatCode(() -> Yaml.read(mapping, SourceMapping.class)).doesNotThrowAnyException();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-32LE", "IBM037", "latin-9000", "no such"})
  void namesAnEncodingThatCannotBeUsed(String encoding) {
    assertRefused(
        GOOD.replace("UTF-8", encoding),
        "'csv': encoding: found " + encoding + ", expected one that keeps ASCII");
  }

  @ParameterizedTest
  @ValueSource(strings = {"dd/MM/yy", "HH:mm", "dd/MM/yyyy HH:mm:ss b", "dd/MM HH:mm", "{"})
  void namesAPatternThatReadsNoDateAndTime(String pattern) {
    assertRefused(
        GOOD.replace("dd/MM/yy HH:mm", pattern),
        "'csv': date-patterns: found '" + pattern + "', expected a pattern of date and time");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"yyyy-MM-dd HH:mm:ss", "MM/dd/yyyy hh:mm a", "d.M.yy H:mm", "yyyy-MM-dd'T'HH:mmX"})
  void takesPatternsThatDo(String pattern) {
    assertThatCode(() -> read(GOOD.replace("dd/MM/yy HH:mm", pattern))).doesNotThrowAnyException();
  }

  @Test
  void namesWhatIsNoRegularExpression() {
    assertRefused(
        GOOD.replace("C.*", "C(*"),
        "'csv.cancelled-when[0]': matches: found 'C(*', expected a regular expression");
    assertRefused(
        GOOD.replace("POST|M", "[A-"),
        "'csv.refused-when[0]': matches: found '[A-', expected a regular expression");
  }

  @Test
  void takesMarksOfAnyColumnOfTheFileAndOfNumbers() {
    SourceMapping mapping =
        read(
            GOOD.replace(
                "{column: ticket-id, matches: \"C.*\"}",
                "[{column: Tipo, matches: DEV, and: {column: amount, below: 0}}]"));

    assertThat(mapping.csv().orElseThrow().markedColumns()).containsExactly("Tipo");
  }

  @Test
  void namesAMarkOfANameWhereTheFileHasNoHeader() {
    assertRefused(
        GOOD.replace("header: true", "header: false")
            .replaceAll(
                "columns: \\{.*}", "columns: {ticket-id: 1, date: 2, description: 3, amount: 4}")
            .replace("column: code", "column: tipo"),
        "'csv': columns: found 'tipo', expected a number");
  }

  @Test
  void namesAMarkThatSaysNothing() {
    assertRefused(
        GOOD.replace(", matches: \"C.*\"", ""),
        "'csv.cancelled-when[0]': matches: found nothing, expected a regular expression, or a");
  }

  @ParameterizedTest
  @CsvSource({
    "store+date+id,date,''",
    "store+month+sku+id,month,sku",
    "store+code+id,,code",
    "id,,''",
  })
  void readsWithinWhatANumberIsUnique(String text, String period, String columns) {
    TicketNumbering numbering = TicketNumbering.of(text);

    assertThat(numbering.period()).isEqualTo(Optional.ofNullable(period));
    assertThat(String.join(",", numbering.columns())).isEqualTo(columns);
  }

  @ParameterizedTest
  @ValueSource(strings = {"store", "date+id", "store+id", "store+date+month+id", "store+device+id"})
  void namesANumberingThatCannotBe(String text) {
    assertRefused(
        GOOD.replace("ticket-id-unique-by: id", "ticket-id-unique-by: " + text),
        "ticket-id-unique-by: found");
  }

  @Test
  void namesWhatCannotBeFilledDown() {
    assertRefused(
        GOOD.replace("  date-patterns", "  fill-down: [amount]\n  date-patterns"),
        "'csv': fill-down: found amount, expected some of [ticket-id, store, date");
    assertRefused(
        GOOD.replace("  date-patterns", "  fill-down: [device]\n  date-patterns"),
        "'csv': fill-down: found 'device', which columns does not map");
  }

  @Test
  void namesAMarkThatCanNeverMatch() {
    assertRefused(
        GOOD.replace("column: ticket-id", "column: category"),
        "'csv': cancelled-when.column: found 'category', which columns does not map");
    assertRefused(
        GOOD.replace("code: sku, ", ""),
        "'csv': refused-when.column: found 'code', which columns does not map, so that the mark"
            + " can never match, expected one of [ticket-id, date, time, description, amount] or a"
            + " column of the file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"RD$", "dop", "PESOS", "ABC"})
  void namesACurrencyThatIsNoCode(String currency) {
    assertRefused(
        GOOD + "store: {currency: " + currency + "}\n",
        "'store': currency: found '" + currency + "', expected an ISO 4217 code such as DOP");
  }

  @Test
  void takesAQuotedZForTextUnlessTheZoneIsGiven() {
    String quoted = GOOD.replace("dd/MM/yy HH:mm", "yyyy-MM-dd'T'HH:mm'Z'");

    assertRefused(quoted, "expected X without quotes for an offset such as Z or -04:00");
    assertThat(read(quoted.replace("  numbers:", "  zone: UTC\n  numbers:")).csv().get().zone())
        .contains(ZoneId.of("UTC"));
  }

  @Test
  void namesAColumnThatIsNoNumberWhereThereIsNoHeader() {
    assertRefused(
        GOOD.replace("header: true", "header: false"),
        "'csv': columns: found 'number', expected a number from \"1\"");
  }

  @Test
  void namesMarksThatMakeNoNumber() {
    assertRefused(
        GOOD.replace("decimal-mark: \".\"", "decimal-mark: \"\""),
        "'csv.numbers': decimal-mark: found '', expected one character");
    assertRefused(
        GOOD.replace("thousands-mark: \",\"", "thousands-mark: \".\""),
        "'csv.numbers': thousands-mark: found '.', expected nothing, or one character");
    assertRefused(
        GOOD.replace("strip: \"$\"", "strip: \"RD$.\""),
        "'csv.numbers': strip: found 'RD$.', expected neither digits nor the decimal-mark");
  }

  private void assertRefused(String text, String message) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("till.yaml")
        .hasMessageContaining(message);
  }

  private SourceMapping read(String text) {
    try {
      Path file = folder.resolve("till.yaml");
      Files.writeString(file, text);
      return Yaml.read(file, SourceMapping.class);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
