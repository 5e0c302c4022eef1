package org.colmado.insights.products;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.colmado.insights.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(SparkExtension.class)
class ProductNamesTest {
  private static final List<String> NAMES =
      Arrays.asList(
          null,
          "",
          "  \t ",
          " Plátano\u00a0 VERDE ",
          "PLA\u0301TANO VERDE",
          "Piña",
          "pin\u0303a",
          "Ñame",
          "Pingüino ÁÉÍÓÚ àèìòù âêîôû Ç",
          "Recarga 809-555-1234",
          "recarga (829) 555 1234 claro",
          "Recarga +1 849.555.1234",
          "Recarga 8095551234",
          "EAN 7468095551234",
          "Línea\nuno\r\ndos",
          "$ \\1 {2,} %_",
          "日本 ß İ");

  // D8: docs/defects.md
  @ParameterizedTest
  @CsvSource({
    "'  Plátano   VERDE ', platano verde",
    "'PIÑA', piña",
    "'Azúcar Crema', azucar crema",
    "'Ñame', ñame"
  })
  void isOneKeyForManySpellings(String name, String key) {
    assertThat(ProductNames.keyOf(name)).isEqualTo(key);
  }

  @Test
  void letsNoPhoneNumberThrough() {
    for (String name : NAMES) {
      String key = Objects.toString(ProductNames.keyOf(name), "");
      assertThat(key).doesNotContain("555 1234").doesNotContain("555-1234");
    }
    assertThat(ProductNames.keyOf("Recarga 809-555-1234 Ana")).isEqualTo("recarga # ana");
    assertThat(ProductNames.keyOf("EAN 7468095551234")).isEqualTo("ean 7468095551234");
  }

  @Test
  void isTheSameInSparkAndInJava(SparkSession spark) {
    Dataset<Row> names = spark.createDataset(NAMES, Encoders.STRING()).toDF("name");

    List<Row> keys = names.select(col("name"), ProductNames.keyOf(col("name"))).collectAsList();

    assertThat(keys).hasSize(NAMES.size());
    for (Row row : keys) {
      assertThat(row.getString(1)).isEqualTo(ProductNames.keyOf(row.getString(0)));
    }
  }
}
