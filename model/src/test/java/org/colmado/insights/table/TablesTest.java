package org.colmado.insights.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.colmado.insights.schema.ColumnType;
import org.colmado.insights.schema.ColumnType.Struct;
import org.colmado.insights.schema.ColumnType.TableColumn;
import org.colmado.insights.schema.Columns;
import org.colmado.insights.schema.TableSpec;
import org.junit.jupiter.api.Test;

/** What holds of every table of the lake. */
class TablesTest {
  /** What was read, and what was decided once and for all days; every other table is a result. */
  private static final Set<TableSpec> READ_OR_DECIDED =
      Set.of(
          Stores.TABLE,
          Sales.TABLE,
          SaleLines.TABLE,
          RejectedSales.TABLE,
          IngestedFiles.TABLE,
          ProductCategories.TABLE,
          CalendarDays.TABLE,
          ValueBands.TABLE,
          ForecastOverrides.TABLE,
          CategoryCorrections.TABLE,
          PersonaFeedback.TABLE);

  // D60: docs/defects.md
  @Test
  void everyTableHasANameOfItsOwnAndAKeyThatIsNeverNull() {
    assertThat(Tables.ALL).extracting(TableSpec::name).doesNotHaveDuplicates();
    for (TableSpec table : Tables.ALL) {
      assertThat(table.key()).as(table.name()).isNotEmpty().doesNotHaveDuplicates();
      for (String column : table.key()) {
        assertThat(table.schema().column(column).isRequired())
            .as("%s.%s is never null", table.name(), column)
            .isTrue();
      }
    }
  }

  // D60: docs/defects.md
  @Test
  void aTableWithoutAKeyCannotBeMade() {
    Struct schema = new Struct().add(Columns.required("shelf_id", ColumnType.LONG, "Shelf"));

    assertThatThrownBy(() -> new TableSpec("shelves", "One row per shelf", List.of(), schema))
        .hasMessageContaining("key [] is not among");
    assertThatThrownBy(() -> new TableSpec("shelves", "One row per shelf", List.of("id"), schema))
        .hasMessageContaining("key [id] is not among");
  }

  // D60: docs/defects.md
  @Test
  void everyResultSaysUpToWhichDayAndByWhichRunItWasMade() {
    Stream<TableSpec> results =
        Tables.ALL.stream().filter(table -> !READ_OR_DECIDED.contains(table));

    assertThat(results)
        .hasSizeGreaterThanOrEqualTo(5)
        .allSatisfy(
            table ->
                assertThat(table.schema().columns())
                    .as(table.name())
                    .contains(Columns.asOf(), Columns.runId()));
  }

  // D60: docs/defects.md
  @Test
  void whatIsSaidOfADayHasTheDayInItsKey() {
    for (TableSpec table : List.of(Segments.TABLE, QualityScorecard.TABLE)) {
      assertThat(table.key()).as(table.name()).contains(Columns.STORE_ID, Columns.AS_OF);
    }
    assertThat(JobRuns.TABLE.key()).contains(Columns.RUN_ID);
  }

  // D61: docs/defects.md
  @Test
  void aMeasureOfTheScorecardCannotBeWithoutATarget() {
    Struct columns = QualityScorecard.TABLE.schema();

    assertThat(columns.column(QualityScorecard.MEASURE).isRequired()).isTrue();
    assertThat(columns.column(QualityScorecard.TARGET).isRequired()).isTrue();
    assertThat(QualityScorecard.TABLE.key())
        .containsExactly(Columns.STORE_ID, Columns.AS_OF, QualityScorecard.MEASURE);
  }

  // D63: docs/defects.md
  @Test
  void whatNeedsACostOrAStockCountMayBeUnknown() {
    List<TableColumn> claims =
        Tables.ALL.stream()
            .flatMap(table -> table.schema().columns().stream())
            .filter(field -> field.name().matches(".*(cost|margin|profit|stock|waste).*"))
            .filter(field -> !field.name().equals(GrokCalls.COST_USD))
            .toList();

    assertThat(claims).extracting(TableColumn::name).contains(SaleLines.COST);
    assertThat(claims)
        .allSatisfy(field -> assertThat(field.isRequired()).as(field.name()).isFalse());
  }
}
