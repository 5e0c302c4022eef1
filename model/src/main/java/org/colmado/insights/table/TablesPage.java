package org.colmado.insights.table;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.colmado.insights.schema.ColumnType;
import org.colmado.insights.schema.ColumnType.TableColumn;
import org.colmado.insights.schema.TableSpec;

/** The page {@code docs/tables.md}: every table as its spec says it. */
final class TablesPage {
  private static final String HEAD =
      """
      # Tables

      Printed from the table specs in `model/src/main/java/org/colmado/insights/table`; a test fails when this page
      differs from them. Change a spec, then print the page again:
      `mvn -q test -pl model -Dtest=TablesPageTest -Ddocs.write=true`.

      All are Delta tables, one folder each below the lake's root. `_at` is an instant in UTC, `_on` a date, `_share` runs
      from 0 to 1, money is in the store's currency.

      Checks are held before each commit by the product itself. They are no constraints of the Delta tables, which only
      Spark could write then.

      """;

  private TablesPage() {}

  /** The whole page, as Markdown. */
  static String markdown() {
    String names =
        Tables.ALL.stream()
            .map(table -> "- [%s](#%s): %s".formatted(table.name(), table.name(), table.grain()))
            .collect(Collectors.joining("\n"));
    String sections = Tables.ALL.stream().map(TablesPage::section).collect(Collectors.joining());

    return HEAD + names + "\n" + sections;
  }

  private static String section(TableSpec table) {
    String columns =
        table.schema().columns().stream()
            .flatMap(column -> lines("", column))
            .collect(Collectors.joining("\n"));

    return "\n## "
        + table.name()
        + "\n\n"
        + table.grain()
        + ".\n\n- Key: "
        + code(table.key())
        + "\n- Clustered by: "
        + code(table.clusteredBy())
        + "\n- Opened by: "
        + openedBy(table)
        + "\n- Checks:"
        + checks(table)
        + "\n\n| column | type | null? | comment |\n|---|---|---|---|\n"
        + columns
        + "\n";
  }

  /** The column's line and, below it, one for each field that is inside it. */
  private static Stream<String> lines(String path, TableColumn column) {
    String line =
        "| `%s` | %s | %s | %s |"
            .formatted(
                path + column.name(),
                type(column.type()),
                column.isRequired() ? "" : "yes",
                cell(column.comment()));

    return Stream.concat(
        Stream.of(line),
        fields(column.type()).stream().flatMap(field -> lines(path + column.name() + ".", field)));
  }

  private static List<TableColumn> fields(ColumnType type) {
    if (type instanceof ColumnType.ListOf list) {
      return fields(list.element());
    }
    return type instanceof ColumnType.Struct struct ? struct.columns() : List.of();
  }

  private static String type(ColumnType type) {
    return type.sql().replaceAll("struct<.*>", "struct");
  }

  private static String openedBy(TableSpec table) {
    return table.hasDeletionVectors()
        ? "readers of Delta protocol 3 with deletion vectors"
        : "any Delta reader (protocol 1)";
  }

  private static String checks(TableSpec table) {
    return table.checks().isEmpty()
        ? " none"
        : table.checks().stream()
            .map(check -> "\n  - %s: `%s`".formatted(check.name(), check.condition()))
            .collect(Collectors.joining());
  }

  private static String code(List<String> columns) {
    return columns.isEmpty()
        ? "nothing"
        : columns.stream().map(column -> "`" + column + "`").collect(Collectors.joining(", "));
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }
}
