package org.colmado.insights.command;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.spark.sql.Row;
import org.colmado.insights.lake.Lake;
import org.colmado.insights.lake.sql.SmallQuery;
import org.colmado.insights.schema.ColumnType;
import org.colmado.insights.schema.Columns;
import org.colmado.insights.schema.TableSpec;
import org.colmado.insights.table.Sales;
import org.colmado.insights.table.Segments;
import org.colmado.insights.table.Tables;
import org.colmado.insights.table.TransactionFeatures;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * A lake that the product of 2026-11-29 wrote in two nights is taken up. Its tables have
 * constraints and deletion vectors everywhere. Beside it in the archive are the sales of one more
 * day and a ticket of an earlier day, corrected.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OldLakeTest {
  private static final LocalDate LAST_DAY = LocalDate.of(2026, 1, 30);
  private static final LocalDate NEXT_DAY = LAST_DAY.plusDays(1);
  private static final String CORRECTED_TICKET = "colmado-01-81";

  private static final long OLD_TICKETS = 568;
  private static final long NEW_TICKETS = 78;

  @TempDir static Path folder;

  private static MiniShop shop;

  @BeforeAll
  static void unpack() throws IOException {
    shop = MiniShop.in(folder);
    try (InputStream file = OldLakeTest.class.getResourceAsStream("/lakes/2026-11-29.zip");
        ZipInputStream zip = new ZipInputStream(file)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path path =
            entry.getName().equals("next.jsonl")
                ? shop.inbox().resolve("next.jsonl")
                : Path.of(shop.lake()).resolve(entry.getName());
        if (!entry.isDirectory()) {
          Files.createDirectories(path.getParent());
          Files.copy(zip, path);
        }
      }
    }
  }

  @Test
  @Order(1)
  void isReadWithAndWithoutASession() {
    Lake lake = shop.tables();
    SmallQuery query = new SmallQuery(lake.results());

    for (TableSpec table : Tables.ALL) {
      assertThat(query.answer("SELECT * FROM " + table.name()).orElseThrow().rows())
          .as("rows of %s", table.name())
          .containsExactlyInAnyOrderElementsOf(lake.read(table).collectAsList());
    }
    assertThat(lake.read(Sales.TABLE).count()).isEqualTo(OLD_TICKETS);
    assertThat(lake.read(Segments.TABLE).where(col(Columns.AS_OF).equalTo(LAST_DAY)).count())
        .isEqualTo(23);
  }

  @Test
  @Order(2)
  void theNextNightGoesOnWithIt() {
    Map<String, List<Row>> before = new HashMap<>();
    for (TableSpec table : Tables.ALL) {
      before.put(table.name(), ofEarlierNights(shop.tables(), table));
    }

    NightlyCommand.run(shop.run(NEXT_DAY));

    Lake lake = shop.tables();
    for (TableSpec table : List.of(Segments.TABLE)) {
      assertThat(ofEarlierNights(lake, table))
          .as("rows of earlier nights of %s", table.name())
          .containsExactlyInAnyOrderElementsOf(before.get(table.name()));
    }
    assertThat(lake.read(Sales.TABLE).count()).isEqualTo(OLD_TICKETS + NEW_TICKETS);
    assertThat(lake.read(TransactionFeatures.TABLE).count())
        .isEqualTo(lake.read(Sales.TABLE).count());
    assertThat(
            lake.read(Sales.TABLE)
                .where(col(Sales.SALE_ID).equalTo(CORRECTED_TICKET))
                .select(Sales.PAYMENT_METHOD)
                .first()
                .getString(0))
        .isEqualTo("transfer");
  }

  private static List<Row> ofEarlierNights(Lake lake, TableSpec table) {
    return table.schema().names().contains(Columns.AS_OF)
        ? lake.read(table).where(col(Columns.AS_OF).leq(LAST_DAY.toString())).collectAsList()
        : List.of();
  }

  @Test
  @Order(3)
  void aColumnThatIsNewIsAddedAndNullInOldRows() {
    Lake lake = shop.tables();
    TableSpec later =
        new TableSpec(
            Segments.TABLE.name(),
            Segments.TABLE.grain(),
            Segments.TABLE.key(),
            Segments.TABLE
                .schema()
                .add(Columns.optional("colour", ColumnType.STRING, "Null: not told yet")),
            Segments.TABLE.checks());
    Row row = lake.read(later).first();
    assertThat(row.isNullAt(row.fieldIndex("colour"))).isTrue();

    lake.merge(later, lake.read(later).limit(1).selectExpr("* EXCEPT (colour)", "'red' AS colour"));

    assertThat(lake.read(later).where("colour = 'red'").count()).isOne();
    assertThat(lake.read(later).count()).isEqualTo(lake.read(Segments.TABLE).count());
  }

  @Test
  @Order(4)
  void itsChecksStillHold() {
    Lake lake = shop.tables();
    Row segment = lake.read(Segments.TABLE).first();

    assertThatThrownBy(
            () ->
                lake.append(
                    Segments.TABLE,
                    lake.rows(Segments.TABLE, List.of(segment))
                        .withColumn(Segments.TRANSACTION_SHARE, col("confidence_score").plus(7))))
        .hasStackTraceContaining("shares_in_range");
  }
}
