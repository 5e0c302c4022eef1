package org.colmado.insights.lake.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.colmado.insights.lake.Lake;
import org.colmado.insights.lake.TableViews;
import org.colmado.insights.table.Stores;
import org.colmado.insights.testing.SparkExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers without a session are Spark's. */
@ExtendWith(SparkExtension.class)
class SmallQueryTest {
  private static final SparkSession SPARK = SparkExtension.session();

  private static SmallQuery query;

  @BeforeAll
  static void fillLake(@TempDir Path root) {
    Lake lake = new Lake(SPARK, root.toString());
    lake.append(
        Stores.TABLE,
        SPARK.sql(
            "SELECT * FROM VALUES ('b', 'America/Santo_Domingo', 'DOP', 240, 'do', map('friday',"
                + " '07:00-22:00')), ('a', 'America/Santo_Domingo', 'DOP', 0, 'do', map()), ('c',"
                + " 'Europe/Madrid', 'EUR', 240, 'none', map()) AS t(store_id, time_zone,"
                + " currency, day_starts_at_minute, calendar_id, opening_hours)"));
    TableViews.register(lake);
    query = new SmallQuery(lake.results());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM stores ORDER BY store_id",
        "SELECT store_id AS id, day_starts_at_minute / 60 AS hour FROM stores ORDER BY 1 DESC",
        "SELECT upper(store_id), \"text\" FROM Stores s WHERE s.currency = 'DOP' ORDER BY 1 LIMIT 1",
        "SELECT currency, count(*), sum(day_starts_at_minute), avg(day_starts_at_minute),"
            + " min(store_id), max(opening_hours['friday']) FROM stores GROUP BY currency ORDER BY"
            + " 1",
        "SELECT currency, count(*) AS n FROM stores GROUP BY ALL HAVING count(*) > 1",
        "SELECT substr(store_id, 1, 1) AS a, count(*) + 1 FROM stores GROUP BY substr(store_id, 1,"
            + " 1) ORDER BY a",
        "SELECT count(*), sum(day_starts_at_minute) FROM stores WHERE store_id = 'nobody'",
        "SELECT currency, sum(1) FROM stores WHERE store_id = 'nobody' GROUP BY currency",
        "SELECT DISTINCT currency FROM stores ORDER BY currency",
        "SELECT store_id FROM stores ORDER BY currency DESC, store_id LIMIT 2",
        "SELECT CASE WHEN day_starts_at_minute = 0 THEN null ELSE store_id END AS x FROM stores"
            + " ORDER BY x NULLS LAST",
        "SELECT round(stddev(day_starts_at_minute), 6) FROM stores",
        "SELECT try_divide(1, 0), date '2026-11-20' + 1, cast('1.005' AS decimal(14,2)) FROM"
            + " stores LIMIT 1",
        "SELECT map_keys(opening_hours) FROM stores ORDER BY store_id",
        "SELECT count(*) FROM stores WHERE store_id IN ('a', 'c') AND time_zone LIKE 'Amer%'",
        "SELECT count_if(currency = 'EUR') AS n, sum(nullif(day_starts_at_minute, 0)) FROM stores",
        "SELECT * FROM value_bands",
        "SELECT 1 AS one"
      })
  void answersAsSparkDoes(String sql) {
    SmallAnswer answer = query.answer(sql).orElseThrow();
    Dataset<Row> spark = SPARK.sql(sql);

    assertThat(answer.schema().simpleString()).isEqualTo(spark.schema().simpleString());
    assertThat(answer.rows()).isEqualTo(spark.collectAsList());
    assertThat(answer.json()).isEqualTo(spark.toJSON().collectAsList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM nothing",
        "SELECT nothing FROM stores",
        "SELECT a.store_id FROM stores a JOIN stores b ON a.store_id = b.store_id",
        "SELECT count(DISTINCT currency) FROM stores",
        "SELECT collect_list(store_id) FROM stores",
        "SELECT row_number() OVER (ORDER BY store_id) FROM stores",
        "SELECT explode(map_keys(opening_hours)) FROM stores",
        "SELECT store_id FROM stores WHERE store_id IN (SELECT store_id FROM stores)",
        "SELECT rand() FROM stores",
        "SELECT (SELECT count(*) FROM stores) AS n, store_id FROM stores",
        "WITH s AS (SELECT * FROM stores) SELECT * FROM s",
        "SHOW TABLES",
        "INSERT INTO stores VALUES (1)",
        "SELEC 1",
        ""
      })
  void leavesTheRestToASession(String sql) {
    assertThat(query.answer(sql)).isEmpty();
  }

  @Test
  void anErrorOfARowIsTheSameError() {
    String sql = "SELECT day_starts_at_minute / 0 FROM stores";

    assertThat(errorOf(() -> query.answer(sql)))
        .isEqualTo(errorOf(() -> SPARK.sql(sql).collectAsList()))
        .contains("DIVIDE_BY_ZERO");
  }

  private static String errorOf(Runnable work) {
    try {
      work.run();
      return "";
    } catch (RuntimeException e) {
      return Optional.ofNullable(e.getMessage())
          .map(text -> text.lines().toList())
          .orElse(List.of())
          .get(0);
    }
  }
}
