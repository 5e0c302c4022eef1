package org.colmado.insights.ingest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;
import static org.colmado.insights.ingest.assembly.AssembledRows.ACCEPTED;
import static org.colmado.insights.ingest.assembly.AssembledRows.BEFORE;
import static org.colmado.insights.ingest.assembly.AssembledRows.DISPOSITION;
import static org.colmado.insights.ingest.assembly.AssembledRows.DUPLICATE;
import static org.colmado.insights.ingest.assembly.AssembledRows.RECORDS;
import static org.colmado.insights.ingest.assembly.AssembledRows.REJECTED;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.colmado.insights.ingest.assembly.AssembledRows;
import org.colmado.insights.ingest.ticket.Fragments;
import org.colmado.insights.lake.SparkTypes;
import org.colmado.insights.spark.IntermediateResults;
import org.colmado.insights.table.Sales;

/**
 * Decides the disposition of every record that is a whole ticket: accepted, rejected or duplicate.
 * The result depends on the content of the records, never on their order.
 *
 * <p>A record that breaks a rule is rejected. Among tickets with the same id, the latest version is
 * accepted. The others are duplicates, as is a version that the lake already has or supersedes.
 *
 * @param intermediate caches the keys of repeated records, so that the records themselves need no
 *     shuffle
 * @param read number of the records
 */
public record RecordDispositions(IntermediateResults intermediate, long read) {
  private static final List<String> TICKET = List.of(Sales.STORE_ID, Sales.SALE_ID);
  private static final String WINNER = "winner";
  private static final String KEPT = "kept";
  private static final String SUSPECT = "key_hash";

  /** Decides what becomes of the records. */
  public ReadRecords of(Dataset<Row> fragments, LakeTickets known) {
    Dataset<Row> kept = kept(fragments, known);
    Dataset<Row> decided =
        intermediate.checkpointedIfFew(
            decided(withRevision(fragments), kept, known.isEmpty()), read);
    Dataset<Row> tickets =
        decided
            .where(col(DISPOSITION).equalTo(ACCEPTED))
            .withColumn(Sales.HAS_REFUSED_ROWS, lit(false))
            .withColumn(BEFORE, lit(null).cast(SparkTypes.MONEY))
            .select(columns(List.of(AssembledRows.TICKET.fieldNames())));
    Dataset<Row> counts =
        decided
            .groupBy(Fragments.FILE, Sales.STORE_ID, DISPOSITION, Fragments.REASON)
            .agg(count(lit(1)).as(RECORDS));
    Dataset<Row> refused =
        fragments
            .where(col(Fragments.REASON).isNotNull())
            .select(columns(List.of(AssembledRows.REFUSED.fieldNames())));

    Dataset<Row> places =
        fragments
            .where(col(Fragments.REASON).isNull())
            .select(columns(List.of(AssembledRows.PLACE.fieldNames())));

    return new ReadRecords(tickets, kept.select(columns(TICKET)), places, counts, refused);
  }

  /** Adds the hash of each fragment's content. */
  private static Dataset<Row> withRevision(Dataset<Row> fragments) {
    List<String> notContent =
        List.of(
            Fragments.FILE,
            Fragments.LINE,
            Fragments.REASON,
            Fragments.DETAIL,
            Fragments.RECORD,
            Fragments.TENDER,
            Sales.VERSION_AT);
    Column[] content =
        Arrays.stream(fragments.columns())
            .filter(column -> !notContent.contains(column) && !Fragments.SUMS.contains(column))
            .map(column -> col(column))
            .toArray(Column[]::new);

    return fragments.withColumn(Sales.REVISION, xxhash64(content));
  }

  private Dataset<Row> decided(Dataset<Row> fragments, Dataset<Row> kept, boolean isFirst) {
    Dataset<Row> rows = withWinner(fragments);

    return isFirst
        ? rows.withColumn(DISPOSITION, disposition(lit(false)))
        : rows.join(kept, names(TICKET), "left").withColumn(DISPOSITION, disposition(isInLake()));
  }

  /** Adds the winning record of each key; null if the key has only one record. */
  private Dataset<Row> withWinner(Dataset<Row> fragments) {
    Dataset<Row> accepted =
        fragments
            .where(col(Fragments.REASON).isNull())
            .withColumn(SUSPECT, xxhash64(columns(TICKET)));
    Dataset<Row> repeated =
        accepted
            .join(repeatedKeys(accepted), new String[] {SUSPECT}, "left_semi")
            .groupBy(columns(TICKET))
            .agg(count(lit(1)).as("copies"), max(rank()).as(WINNER))
            .where(col("copies").gt(1))
            .drop("copies");

    return fragments.join(intermediate.cachedNow(repeated), names(TICKET), "left");
  }

  /** Key hashes that occur more than once: all repeated keys, and rarely a hash collision. */
  private Dataset<Row> repeatedKeys(Dataset<Row> accepted) {
    return intermediate.cachedNow(
        accepted
            .groupBy(col(SUSPECT))
            .agg(count(lit(1)).as("copies"))
            .where(col("copies").gt(1))
            .select(SUSPECT));
  }

  private static Column rank() {
    return struct(
        col(Sales.VERSION_AT), col(Sales.REVISION), col(Fragments.FILE), col(Fragments.LINE));
  }

  /** The lake's tickets that were read again: few, however long the history. */
  private Dataset<Row> kept(Dataset<Row> fragments, LakeTickets known) {
    Dataset<Row> kept =
        known
            .sales()
            .select(
                col(Sales.STORE_ID),
                col(Sales.SALE_ID),
                struct(col(Sales.REVISION), col(Sales.VERSION_AT)).as(KEPT));
    Dataset<Row> keysRead =
        fragments.where(col(Fragments.REASON).isNull()).select(columns(TICKET)).distinct();

    return known.isEmpty()
        ? kept
        : intermediate.cachedNow(kept.join(keysRead, names(TICKET), "left_semi"));
  }

  /** Whether the lake has this version or a later one. */
  private static Column isInLake() {
    Column unchanged = col(KEPT + "." + Sales.REVISION).equalTo(col(Sales.REVISION));
    Column older =
        struct(col(KEPT + "." + Sales.VERSION_AT), col(KEPT + "." + Sales.REVISION))
            .gt(struct(col(Sales.VERSION_AT), col(Sales.REVISION)));

    return coalesce(col(KEPT).isNotNull().and(unchanged.or(older)), lit(false));
  }

  private static Column disposition(Column isHad) {
    Column lost = col(WINNER).isNotNull().and(not(col(WINNER).eqNullSafe(rank())));

    return when(col(Fragments.REASON).isNotNull(), REJECTED)
        .when(lost.or(isHad), DUPLICATE)
        .otherwise(ACCEPTED);
  }

  private static Column[] columns(List<String> names) {
    return names.stream().map(name -> col(name)).toArray(Column[]::new);
  }

  private static String[] names(List<String> names) {
    return names.toArray(String[]::new);
  }
}
