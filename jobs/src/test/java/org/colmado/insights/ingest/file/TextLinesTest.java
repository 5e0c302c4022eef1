package org.colmado.insights.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextLinesTest {
  private static final int MAX_BYTES = 1024 * 1024;

  @Test
  void readsLinesWhateverTheirEnds() {
    assertThat(read("uno\r\ndos\ntres"))
        .extracting(TextLine::text)
        .containsExactly("uno", "dos", "tres");
  }

  @Test
  void takesNoByteOrderMarkForText() {
    assertThat(read("\uFEFFuno\n\uFEFFdos"))
        .extracting(TextLine::text)
        .containsExactly("uno", "\uFEFFdos");
  }

  @Test
  void countsBlankLinesAndPassesThemOver() {
    assertThat(read("\n \nuno\n\n")).extracting(TextLine::number).containsExactly(3L);
  }

  @Test
  void hasNoLinesWhereThereIsNoText() {
    assertThat(read("")).isEmpty();
  }

  @Test
  void refusesALineOfAnotherEncodingAndReadsTheNext() {
    List<TextLine> lines =
        read("piña\npan\n".getBytes(Charset.forName("windows-1252")), StandardCharsets.UTF_8);

    assertThat(lines.get(0).fault().orElseThrow().reason()).isEqualTo("wrong_encoding");
    assertThat(lines.get(1).text()).isEqualTo("pan");
  }

  @Test
  void takesTheSignForAWrongByteWhereTheTextItselfHasIt() {
    List<TextLine> lines = read("pan \uFFFD agua");

    assertThat(lines.get(0).fault()).isEmpty();
    assertThat(lines.get(0).text()).isEqualTo("pan \uFFFD agua");
  }

  @Test
  void readsTheEncodingThatTheMappingNames() {
    Charset latin = Charset.forName("windows-1252");

    assertThat(read("piña".getBytes(latin), latin))
        .extracting(TextLine::text)
        .containsExactly("piña");
  }

  @Test
  void refusesUtf8WhereTheMappingSaysAnotherEncoding() {
    Charset latin = Charset.forName("windows-1252");
    List<TextLine> lines = read("pan\npiña\n".getBytes(StandardCharsets.UTF_8), latin);

    assertThat(lines.get(0).fault()).isEmpty();
    assertThat(lines.get(1).fault().orElseThrow().reason()).isEqualTo("wrong_encoding");
    assertThat(lines.get(1).fault().orElseThrow().detail()).contains("set encoding: UTF-8");
  }

  // D59: docs/defects.md
  @Test
  void lettersOfEveryAlphabetComeThroughWhole() {
    String text = "Año 🚀 ±5 % café";

    assertThat(read(text)).extracting(TextLine::text).containsExactly(text);
  }

  @Test
  void refusesAZeroByteAndShowsWhereItStood() {
    List<TextLine> lines = read("ab\0c\nd");

    assertThat(lines.get(0).refused())
        .isEqualTo(RawRecord.faulty(1, "ab\uFFFDc", "nul_byte", "A zero byte at character 3"));
    assertThat(lines.get(1).fault()).isEmpty();
  }

  @Test
  void keepsOnlyTheBeginningOfALineThatIsTooLong() {
    InputStream tenMegabytes = stream("a".repeat(10 * 1024 * 1024) + "\npan\n");
    TextLines lines = new TextLines(tenMegabytes, StandardCharsets.UTF_8, MAX_BYTES);
    TextLine refused = lines.next();

    assertThat(refused.fault().orElseThrow().reason()).isEqualTo("record_too_long");
    assertThat(refused.fault().orElseThrow().detail()).contains("10,485,760 bytes");
    assertThat(refused.text()).hasSize(64 * 1024);
    assertThat(lines.next().text()).isEqualTo("pan");
  }

  @Test
  void readsALineThatIsAsLongAsMayBe() {
    TextLines lines = new TextLines(stream("pan\nagua\n"), StandardCharsets.UTF_8, 3);

    assertThat(lines.next().fault()).isEmpty();
    assertThat(lines.next().fault().orElseThrow().reason()).isEqualTo("record_too_long");
  }

  private static List<TextLine> read(String text) {
    return read(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  private static List<TextLine> read(byte[] bytes, Charset charset) {
    List<TextLine> lines = new ArrayList<>();
    new TextLines(new ByteArrayInputStream(bytes), charset, MAX_BYTES)
        .forEachRemaining(line -> lines.add(line));
    return lines;
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
