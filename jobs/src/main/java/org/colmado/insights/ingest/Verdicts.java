package org.colmado.insights.ingest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.colmado.insights.table.IngestedFiles;
import org.colmado.insights.table.RejectedSales;

/** Rows that say what became of the records: by file, and of the refused ones each. */
public record Verdicts(String source, Instant ingestedAt) {

  /** Rows of {@link RejectedSales}. */
  public Dataset<Row> rejected(Dataset<Row> fates) {
    return fates
        .where(col(Fates.FATE).equalTo(Fates.REJECTED))
        .select(
            lit(source).as(RejectedSales.SOURCE),
            col(Fragments.FILE),
            col(Fragments.LINE),
            col(Fragments.REASON),
            col(Fragments.DETAIL),
            col(Fragments.RECORD),
            lit(ingestedAt).as(RejectedSales.INGESTED_AT));
  }

  /**
   * Rows of {@link IngestedFiles}, one for each file that was read, also where it had no record.
   *
   * @param fates counted independently of {@code rows_in}, which are the records read
   */
  public Dataset<Row> files(SparkSession spark, List<InputFile> files, Dataset<Row> fates) {
    Dataset<Row> counted =
        fates
            .groupBy(col(Fragments.FILE))
            .agg(
                count(lit(1)).as(IngestedFiles.ROWS_IN),
                of(Fates.ACCEPTED).as(IngestedFiles.ROWS_ACCEPTED),
                of(Fates.REJECTED).as(IngestedFiles.ROWS_REJECTED),
                of(Fates.DUPLICATE).as(IngestedFiles.ROWS_DUPLICATE));

    return given(spark, files)
        .join(counted, new String[] {IngestedFiles.FILE}, "left")
        .na()
        .fill(0)
        .withColumn(IngestedFiles.SOURCE, lit(source))
        .withColumn(IngestedFiles.INGESTED_AT, lit(ingestedAt));
  }

  private static Dataset<Row> given(SparkSession spark, List<InputFile> files) {
    StructType type =
        new StructType()
            .add(IngestedFiles.FILE, DataTypes.StringType)
            .add(IngestedFiles.SIZE_BYTES, DataTypes.LongType)
            .add(IngestedFiles.MODIFIED_AT, DataTypes.TimestampType);
    List<Row> rows =
        files.stream()
            .map(file -> RowFactory.create(file.path(), file.sizeBytes(), file.modifiedAt()))
            .toList();

    return spark.createDataFrame(rows, type);
  }

  private static Column of(String fate) {
    return coalesce(sum(when(col(Fates.FATE).equalTo(fate), 1L).otherwise(0L)), lit(0L));
  }
}
