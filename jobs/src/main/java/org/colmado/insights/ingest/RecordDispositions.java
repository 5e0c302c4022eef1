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

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.colmado.insights.spark.IntermediateResults;
import org.colmado.insights.table.SaleLines;
import org.colmado.insights.table.Sales;

/**
 * Decides the disposition of every record: accepted, rejected or duplicate. The result depends on
 * the content of the records, never on their order.
 *
 * <ul>
 *   <li>A record that breaks a rule is rejected.
 *   <li>Among whole tickets with the same id, the latest version is accepted. The others are
 *       duplicates, as is a version that the lake already has or supersedes.
 *   <li>Among identical lines of a ticket one is accepted, unless the lake already has it.
 * </ul>
 *
 * @param recordsAreTickets true if a record is a whole ticket, false if it is one line of a ticket
 * @param intermediate caches the keys of repeated records, so that the records themselves need no
 *     shuffle
 */
public record RecordDispositions(boolean recordsAreTickets, IntermediateResults intermediate) {
  /** {@code accepted}, {@code rejected} or {@code duplicate}. */
  public static final String DISPOSITION = "disposition";

  public static final String ACCEPTED = "accepted";
  public static final String REJECTED = "rejected";
  public static final String DUPLICATE = "duplicate";

  private static final List<String> TICKET = List.of(Sales.STORE_ID, Sales.SALE_ID);
  private static final List<String> TICKET_LINE =
      List.of(Sales.STORE_ID, Sales.SALE_ID, Sales.REVISION);
  private static final String WINNER = "winner";
  private static final String KEPT = "kept";
  private static final String SUSPECT = "key_hash";

  /** Adds the hash of each fragment's content. */
  public static Dataset<Row> withRevision(Dataset<Row> fragments) {
    List<String> notContent =
        List.of(
            Fragments.FILE,
            Fragments.LINE,
            Fragments.REASON,
            Fragments.DETAIL,
            Fragments.RECORD,
            Sales.VERSION_AT);
    Column[] content =
        Arrays.stream(fragments.columns())
            .filter(column -> !notContent.contains(column) && !Fragments.SUMS.contains(column))
            .map(column -> col(column))
            .toArray(Column[]::new);

    return fragments.withColumn(Sales.REVISION, xxhash64(content));
  }

  /**
   * Adds {@link #DISPOSITION}.
   *
   * @param fragments with revision
   */
  public Dataset<Row> of(Dataset<Row> fragments, LakeTickets known) {
    Dataset<Row> rows = withWinner(fragments);
    if (known.isEmpty()) {
      return rows.withColumn(DISPOSITION, disposition(lit(false))).drop(WINNER);
    }

    return rows.transform(
            all ->
                recordsAreTickets
                    ? withKeptTicket(all, known.sales())
                    : withKeptLine(all, known.lines()))
        .withColumn(DISPOSITION, disposition(isInLake()))
        .drop(WINNER, KEPT);
  }

  /** Adds the winning record of each key; null if the key has only one record. */
  private Dataset<Row> withWinner(Dataset<Row> fragments) {
    List<String> key = recordsAreTickets ? TICKET : TICKET_LINE;
    Dataset<Row> accepted =
        fragments.where(col(Fragments.REASON).isNull()).withColumn(SUSPECT, xxhash64(columns(key)));
    Dataset<Row> repeated =
        accepted
            .join(repeatedKeys(accepted), new String[] {SUSPECT}, "left_semi")
            .groupBy(columns(key))
            .agg(count(lit(1)).as("copies"), max(rank()).as(WINNER))
            .where(col("copies").gt(1))
            .drop("copies");

    return fragments.join(intermediate.cachedNow(repeated), names(key), "left");
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

  private Dataset<Row> withKeptTicket(Dataset<Row> fragments, Dataset<Row> sales) {
    Dataset<Row> kept =
        sales.select(
            col(Sales.STORE_ID),
            col(Sales.SALE_ID),
            struct(col(Sales.REVISION), col(Sales.VERSION_AT)).as(KEPT));

    return fragments.join(only(kept, fragments, TICKET), names(TICKET), "left");
  }

  private Dataset<Row> withKeptLine(Dataset<Row> fragments, Dataset<Row> lines) {
    Dataset<Row> kept =
        lines.select(
            col(SaleLines.STORE_ID),
            col(SaleLines.SALE_ID),
            col(SaleLines.LINE_KEY).as(Sales.REVISION),
            struct(
                    col(SaleLines.LINE_KEY).as(Sales.REVISION),
                    lit(null).cast("timestamp").as(Sales.VERSION_AT))
                .as(KEPT));

    return fragments.join(only(kept, fragments, TICKET_LINE), names(TICKET_LINE), "left");
  }

  /** The lake's keys that were read again: few, however long the history. */
  private Dataset<Row> only(Dataset<Row> kept, Dataset<Row> fragments, List<String> key) {
    Dataset<Row> keysRead =
        fragments.where(col(Fragments.REASON).isNull()).select(columns(key)).distinct();

    return intermediate.cachedNow(kept.join(keysRead, names(key), "left_semi"));
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
