package org.colmado.insights.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonRecordsTest {
  @Test
  void readsTheObjectsOneByOneWithTheirLines() throws IOException {
    assertThat(read("[\n{\"id\":1},\n{\"id\":2}\n]"))
        .containsExactly(RawRecord.json(2, "{\"id\":1}"), RawRecord.json(3, "{\"id\":2}"));
  }

  @Test
  void hasNoRecordsInAnEmptyArray() throws IOException {
    assertThat(read("[ ]")).isEmpty();
  }

  @Test
  void readsWhatStandsBeforeTheArrayBreaksOff() throws IOException {
    assertThat(read("[{\"id\":1},{\"id\":"))
        .extracting(JsonRecordsTest::said)
        .containsExactly("{\"id\":1}", "file_truncated");
  }

  @Test
  void saysThatAnArrayIsNotClosed() throws IOException {
    assertThat(read("[{\"id\":1}"))
        .extracting(JsonRecordsTest::said)
        .containsExactly("{\"id\":1}", "file_truncated");
  }

  @Test
  void endsWhereTheArrayIsNoJsonAnyMore() throws IOException {
    assertThat(read("[{\"id\":1}, rubbish, {\"id\":3}]"))
        .extracting(JsonRecordsTest::said)
        .containsExactly("{\"id\":1}", "file_broken");
  }

  @Test
  void readsArraysThatFollowOneAnother() throws IOException {
    assertThat(read("[{\"id\":1}]\n[]\n[{\"id\":2}]"))
        .extracting(JsonRecordsTest::said)
        .containsExactly("{\"id\":1}", "{\"id\":2}");
  }

  @Test
  void readsObjectsThatFollowAnArrayOrOneAnother() throws IOException {
    assertThat(read("[{\"id\":1}]\n{\n\"id\":2}{\"id\":3}"))
        .extracting(JsonRecordsTest::said)
        .containsExactly("{\"id\":1}", "{\"id\":2}", "{\"id\":3}");
  }

  @Test
  void saysThatWhatFollowsIsNoRecord() throws IOException {
    assertThat(read("[{\"id\":1}]\n5"))
        .extracting(JsonRecordsTest::said)
        .containsExactly("{\"id\":1}", "file_broken");
  }

  @Test
  void refusesAnObjectThatIsTooLongAndReadsTheNext() throws IOException {
    String longOne = "{\"id\":\"" + "a".repeat(200) + "\"}";

    assertThat(read("[" + longOne + ",{\"id\":2}]"))
        .extracting(JsonRecordsTest::said)
        .containsExactly("record_too_long", "{\"id\":2}");
  }

  // D59: docs/defects.md
  @Test
  void lettersComeThroughWhole() throws IOException {
    assertThat(read("[{\"n\":\"Piña 🚀\"}]"))
        .extracting(RawRecord::text)
        .containsExactly("{\"n\":\"Piña 🚀\"}");
  }

  private static String said(RawRecord record) {
    return record.fault() == null ? record.text() : record.fault().reason();
  }

  private static List<RawRecord> read(String text) throws IOException {
    List<RawRecord> records = new ArrayList<>();
    new JsonRecords(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), 100)
        .forEachRemaining(record -> records.add(record));
    return records;
  }
}
