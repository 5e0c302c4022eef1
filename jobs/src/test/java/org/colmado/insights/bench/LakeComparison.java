package org.colmado.insights.bench;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.colmado.insights.lake.Lake;
import org.colmado.insights.schema.TableSpec;
import org.colmado.insights.spark.SharedSession;
import org.colmado.insights.spark.SparkSessions;
import org.colmado.insights.table.Tables;

/**
 * Compares two lakes table by table and row by row. Times of the run and of its files are left out,
 * and of a file's path only its name counts. Exit code 1: a table differs.
 */
public final class LakeComparison {
  /** Times of the run itself, which no two runs share. */
  private static final Set<String> RUN_TIMES =
      Set.of(
          "ingested_at",
          "sale_ingested_at",
          "modified_at",
          "written_at",
          "started_at",
          "ended_at",
          "asked_at",
          "call_id");

  private static final int SHOWN = 3;

  private LakeComparison() {}

  public static void main(String[] lakes) {
    try (SharedSession session = SparkSessions.share("compare lakes")) {
      Lake before = new Lake(session.spark(), lakes[0]);
      Lake after = new Lake(session.spark(), lakes[1]);
      System.out.printf("%-24s %10s %10s %10s %10s%n", "table", "before", "after", "lost", "new");
      long differences = 0;
      for (TableSpec table : Tables.ALL) {
        differences += compare(table, before, after);
      }
      System.out.println(differences == 0 ? "The lakes are equal." : "The lakes differ.");
      System.exit(differences == 0 ? 0 : 1);
    }
  }

  private static long compare(TableSpec table, Lake before, Lake after) {
    Dataset<Row> rowsBefore = comparable(table, before.read(table)).cache();
    Dataset<Row> rowsAfter = comparable(table, after.read(table)).cache();
    Dataset<Row> lost = rowsBefore.exceptAll(rowsAfter);
    Dataset<Row> fresh = rowsAfter.exceptAll(rowsBefore);
    long lostCount = lost.count();
    long freshCount = fresh.count();
    System.out.printf(
        Locale.ROOT,
        "%-24s %,10d %,10d %,10d %,10d%n",
        table.name(),
        rowsBefore.count(),
        rowsAfter.count(),
        lostCount,
        freshCount);
    for (var side : Map.of("lost", lost, "new", fresh).entrySet()) {
      side.getValue()
          .orderBy(col("row"))
          .takeAsList(SHOWN)
          .forEach(row -> System.out.println("  " + side.getKey() + " " + row.getString(0)));
    }
    rowsBefore.unpersist();
    rowsAfter.unpersist();
    return lostCount + freshCount;
  }

  private static Dataset<Row> comparable(TableSpec table, Dataset<Row> rows) {
    Column[] columns =
        table.schema().names().stream()
            .filter(name -> !RUN_TIMES.contains(name))
            .map(LakeComparison::value)
            .toArray(Column[]::new);

    return rows.select(to_json(struct(columns)).as("row"));
  }

  private static Column value(String name) {
    return switch (name) {
      case "file" -> regexp_replace(col(name), ".*/", "").as(name);
      // A sale dated later than the run names the time of the run.
      case "detail" -> regexp_replace(col(name), "read at .*", "read at ...").as(name);
      default -> col(name);
    };
  }
}
