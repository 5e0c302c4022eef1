package org.colmado.insights.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The work of a night in DuckDB, on one machine and without a lake: the yardstick of {@code
 * bin/bench}. The SQL is {@code bench/night.sql}.
 */
public final class DuckDbNight {
  private static final String SQL = "/bench/night.sql";

  private DuckDbNight() {}

  /**
   * Writes Parquet files to a folder and prints {@code tickets lines rejected duplicate}, what the
   * files had of each.
   *
   * @param args folder of the POS files, CSV of product_key and category, folder to write to,
   *     memory limit such as 3GB
   */
  public static void main(String[] args) throws IOException, SQLException {
    String inbox = args[0];
    String categories = args[1];
    String out = args[2];
    Files.createDirectories(Path.of(out));

    try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckDb.createStatement()) {
      statement.execute(
          sql()
              .replace("${inbox}", quoted(inbox))
              .replace("${categories}", quoted(categories))
              .replace("${out}", quoted(out))
              .replace("${memory}", quoted(args[3])));
      print(statement);
    }
  }

  private static void print(Statement statement) throws SQLException {
    try (ResultSet counts = statement.executeQuery("FROM counts")) {
      counts.next();
      System.out.printf(
          "%d %d %d %d%n",
          counts.getLong("tickets"),
          counts.getLong("lines"),
          counts.getLong("rejected"),
          counts.getLong("duplicate"));
    }
  }

  /** Inside the quotes that the SQL has around every placeholder. */
  private static String quoted(String text) {
    return text.replace("'", "''");
  }

  private static String sql() throws IOException {
    try (InputStream resource = DuckDbNight.class.getResourceAsStream(SQL)) {
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
