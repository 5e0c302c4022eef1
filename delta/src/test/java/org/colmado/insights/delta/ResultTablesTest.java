package org.colmado.insights.delta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.colmado.insights.schema.ColumnType;
import org.colmado.insights.schema.ColumnType.Struct;
import org.colmado.insights.schema.Columns;
import org.colmado.insights.schema.TableSpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultTablesTest {
  private static final Struct PART =
      new Struct().add("name", ColumnType.STRING).add("sizes", ColumnType.listOf(ColumnType.LONG));

  private static final TableSpec THINGS =
      new TableSpec(
          "things",
          "One row per thing",
          List.of("id"),
          new Struct()
              .add(Columns.required("id", ColumnType.LONG, "Number"))
              .add(Columns.optional("label", ColumnType.STRING, "Null: none"))
              .add(Columns.optional("count", ColumnType.INTEGER, "Null: not counted"))
              .add(Columns.optional("share", ColumnType.DOUBLE, "Null: unknown"))
              .add(Columns.optional("is_old", ColumnType.BOOLEAN, "Null: unknown"))
              .add(Columns.optional("bought_on", ColumnType.DATE, "Null: never"))
              .add(Columns.optional("seen_at", ColumnType.TIMESTAMP, "Null: never"))
              .add(Columns.optional("price", Columns.MONEY, "Null: free"))
              .add(
                  Columns.optional(
                      "tags", ColumnType.mapOf(ColumnType.STRING, ColumnType.DOUBLE), "Null: none"))
              .add(Columns.optional("parts", ColumnType.listOf(PART), "Null: unknown")));

  private static final Object[] FULL = {
    1L,
    "uno",
    2,
    0.5,
    true,
    LocalDate.of(1969, 12, 31),
    Instant.parse("2026-11-20T12:30:00.123456Z"),
    new BigDecimal("-12.30"),
    Map.of("a", 1.5),
    Arrays.asList(part("p", Arrays.asList(1L, null)), null)
  };

  private static final Object[] EMPTY = {2L, null, null, null, null, null, null, null, null, null};

  private final Configuration hadoop = new Configuration();
  private ResultTables tables;
  private TableWriter writer;

  @BeforeEach
  void openFolder(@TempDir Path root) {
    tables = new ResultTables(hadoop, root.toString());
    writer = new TableWriter(hadoop, root.toString());
  }

  @Test
  void aTableThatWasNeverWrittenHasNoRows() {
    assertThat(tables.exists(THINGS)).isFalse();
    assertThat(tables.version(THINGS)).isEmpty();
    assertThat(tables.rows(THINGS)).isEmpty();
  }

  @Test
  void everyTypeComesBackAsItWasWrittenAndNullsToo() {
    writer.append(THINGS, List.of(FULL, EMPTY));

    assertThat(tables.rows(THINGS)).usingRecursiveComparison().isEqualTo(List.of(FULL, EMPTY));
  }

  @Test
  void aNewTableAndItsRowsAreOneCommit() {
    writer.append(THINGS, List.<Object[]>of(FULL));
    assertThat(tables.version(THINGS)).contains(0L);

    writer.append(THINGS, List.<Object[]>of(EMPTY));
    assertThat(tables.version(THINGS)).contains(1L);
    assertThat(tables.rows(THINGS)).hasSize(2);
  }

  @Test
  void overwritingLeavesTheGivenRowsOnly() {
    writer.overwrite(THINGS, List.<Object[]>of(FULL));
    writer.overwrite(THINGS, List.<Object[]>of(EMPTY));

    assertThat(tables.rows(THINGS)).containsExactly(EMPTY);
    assertThat(tables.version(THINGS)).contains(1L);

    writer.overwrite(THINGS, List.of());
    assertThat(tables.rows(THINGS)).isEmpty();
  }

  @Test
  void aRowWithoutARequiredValueIsRefusedAndNothingIsWritten() {
    writer.append(THINGS, List.<Object[]>of(FULL));

    assertThatThrownBy(() -> writer.append(THINGS, List.of(EMPTY, new Object[10])))
        .hasMessage("Cannot write to things: a row has no value for id; nothing is written");
    assertThat(tables.rows(THINGS)).hasSize(1);
  }

  @Test
  void readsSomeColumnsInTheOrderAsked() {
    writer.append(THINGS, List.<Object[]>of(FULL));

    assertThat(tables.rows(THINGS, List.of("price", "id")))
        .containsExactly(new Object[] {new BigDecimal("-12.30"), 1L});
  }

  @Test
  void aColumnOfALaterVersionIsNull() {
    writer.append(THINGS, List.<Object[]>of(FULL));
    TableSpec later =
        new TableSpec(
            THINGS.name(),
            THINGS.grain(),
            THINGS.key(),
            new Struct()
                .add(Columns.required("id", ColumnType.LONG, "Number"))
                .add(Columns.optional("colour", ColumnType.STRING, "Null: not told yet")));

    assertThat(tables.hasAllColumns(later)).isFalse();
    assertThat(tables.rows(later)).containsExactly(new Object[] {1L, null});
  }

  @Test
  void manyCommitsAreReadThroughTheirCheckpoint() {
    for (long id = 0; id < 25; id++) {
      Object[] row = EMPTY.clone();
      row[0] = id;
      writer.append(THINGS, List.<Object[]>of(row));
    }

    assertThat(tables.rows(THINGS, List.of("id"))).hasSize(25);
    assertThat(tables.files(THINGS).orElseThrow().paths()).hasSize(25).doesNotHaveDuplicates();
  }

  private static Map<String, Object> part(String name, List<Long> sizes) {
    Map<String, Object> part = new LinkedHashMap<>();
    part.put("name", name);
    part.put("sizes", sizes);
    return part;
  }
}
