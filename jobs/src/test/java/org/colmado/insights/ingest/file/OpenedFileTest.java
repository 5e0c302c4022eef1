package org.colmado.insights.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenedFileTest {
  @TempDir Path folder;

  @Test
  void unpacksGzipWhateverItsName() throws IOException {
    assertThat(lines(opened(gzip("uno\ndos\n"))))
        .extracting(TextLine::text)
        .containsExactly("uno", "dos");
  }

  @Test
  void readsWhatATruncatedGzipStillHolds() throws IOException {
    byte[] whole = gzip(numbered(200_000));
    List<TextLine> lines = lines(opened(Arrays.copyOf(whole, whole.length / 2)));
    TextLine last = lines.get(lines.size() - 1);

    assertThat(lines).hasSizeGreaterThan(1000);
    assertThat(lines.get(0).text()).isEqualTo("line 0");
    assertThat(last.fault().orElseThrow().reason()).isEqualTo("file_truncated");
  }

  @Test
  void readsWhatASmallTruncatedGzipStillHolds() throws IOException {
    byte[] whole = gzip(numbered(100));
    List<TextLine> lines = lines(opened(Arrays.copyOf(whole, whole.length - 12)));

    assertThat(lines).hasSizeGreaterThan(10);
    assertThat(lines.get(0).text()).isEqualTo("line 0");
    assertThat(lines.get(lines.size() - 1).fault().orElseThrow().reason())
        .isEqualTo("file_truncated");
  }

  @Test
  void saysThatAFileIsEmpty() throws IOException {
    assertThat(reason(new byte[0])).isEqualTo("file_empty");
    assertThat(reason(gzip(""))).isEqualTo("file_empty");
  }

  @Test
  void refusesBinaryRubbish() throws IOException {
    byte[] rubbish = new byte[5000];
    new Random(1).nextBytes(rubbish);
    rubbish[0] = 'x';

    assertThat(reason(rubbish)).isEqualTo("file_not_text");
  }

  @Test
  void readsUtf16ByItsMark() throws IOException {
    for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      OpenedFile opened = opened("\uFEFFpiña 🚀\r\n1,2\n".getBytes(charset));

      assertThat(opened.encoding()).contains(StandardCharsets.UTF_8);
      assertThat(lines(opened)).extracting(TextLine::text).containsExactly("piña 🚀", "1,2");
    }
    assertThat(opened("\uFEFFuno\n".getBytes(StandardCharsets.UTF_8)).encoding())
        .contains(StandardCharsets.UTF_8);
    assertThat(opened("uno\n".getBytes(StandardCharsets.UTF_8)).encoding()).isEmpty();
  }

  @Test
  void readsTheLineEndsOfOldMacs() throws IOException {
    assertThat(lines(opened("uno\rdos\rtres".getBytes(StandardCharsets.UTF_8))))
        .extracting(TextLine::text)
        .containsExactly("uno", "dos", "tres");
  }

  @Test
  void saysOfAZipThatItIsOne() throws IOException {
    OpenedFile opened = opened(new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0});

    assertThat(opened.fault().orElseThrow().reason()).isEqualTo("file_of_other_format");
    assertThat(opened.fault().orElseThrow().detail()).contains("unpack it");
  }

  @Test
  void refusesUtf16WithoutAMarkAndSaysWhatToDo() throws IOException {
    OpenedFile opened = opened("id,total\n1,2\n".getBytes(StandardCharsets.UTF_16LE));

    assertThat(opened.fault().orElseThrow().reason()).isEqualTo("file_not_text");
    assertThat(opened.fault().orElseThrow().detail()).contains("save it as UTF-8");
  }

  @Test
  void readsATextWithAStrayControlCharacter() throws IOException {
    assertThat(opened("uno\u0001\ndos".getBytes(StandardCharsets.UTF_8)).fault()).isEmpty();
  }

  @Test
  void seesTheFirstCharacterBehindMarkAndBlanks() throws IOException {
    OpenedFile opened = opened("\uFEFF\r\n  [{}]".getBytes(StandardCharsets.UTF_8));

    assertThat(opened.beginsWith()).isEqualTo('[');
  }

  @Test
  void saysThatAFileCannotBeOpened() {
    InputFile absent = new InputFile(folder.resolve("absent").toString(), 0, Instant.EPOCH);

    assertThat(OpenedFile.open(absent, new Configuration(), null).fault().orElseThrow().reason())
        .isEqualTo("file_unreadable");
  }

  private String reason(byte[] bytes) throws IOException {
    return opened(bytes).fault().orElseThrow().reason();
  }

  private OpenedFile opened(byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("sales.jsonl"), bytes);

    return OpenedFile.open(
        new InputFile(file.toString(), bytes.length, Instant.EPOCH), new Configuration(), null);
  }

  private static List<TextLine> lines(OpenedFile opened) {
    List<TextLine> lines = new ArrayList<>();
    new TextLines(opened.bytes(), StandardCharsets.UTF_8, 1024)
        .forEachRemaining(line -> lines.add(line));
    return lines;
  }

  private static String numbered(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append("line ").append(i).append('\n');
    }
    return text.toString();
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
