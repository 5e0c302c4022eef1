package org.colmado.insights.ingest;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF4;
import org.colmado.insights.ingest.assembly.AssembledRows;
import org.colmado.insights.ingest.assembly.AssemblySettings;
import org.colmado.insights.ingest.assembly.TicketAssembly;
import org.colmado.insights.ingest.ticket.Fragments;
import org.colmado.insights.spark.IntermediateResults;
import org.colmado.insights.table.Sales;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** Puts tickets together from the rows of flat files, and compares them with the lake's. */
public record FlatTickets(AssemblySettings settings, IntermediateResults intermediate) {
  /** No ticket has as many rows; a column that is no ticket number has. */
  private static final int TOO_MANY_ROWS = 5_000;

  private static final String[] NUMBER = {Sales.STORE_ID, Sales.SALE_ID};
  private static final String ROWS = "rows";
  private static final String KNOWN = "known";
  private static final String RESULT = "result";

  /** What {@link TicketAssembly} adds to a number to tell a return from its sale. */
  private static final String ADDED = "-(return-\\d{4}-\\d{2}-\\d{2}|sale)$";

  /** Decides what becomes of the rows. */
  public ReadRecords of(Dataset<Row> fragments, LakeTickets lake) {
    Dataset<Row> numbered =
        fragments
            .where(col(Sales.SALE_ID).isNotNull())
            .withColumn(Fragments.DETAIL, lit(null).cast("string"))
            .withColumn(Fragments.RECORD, lit(null).cast("string"));
    Dataset<Row> tooLong = tooLong(numbered);
    boolean isUsual = tooLong.isEmpty();
    Dataset<Row> known = known(numbered, lake);
    Dataset<Row> assembled =
        assembled(isUsual ? numbered : numbered.join(tooLong, NUMBER, "left_anti"), lake, known);
    Dataset<Row> refused =
        isUsual
            ? refused(fragments)
            : refused(fragments)
                .unionByName(ofTooLong(numbered.join(tooLong, NUMBER, "left_semi")));

    return new ReadRecords(
        exploded(assembled, "tickets"),
        known
            .select(col(Sales.STORE_ID), explode(col(KNOWN)).as(KNOWN))
            .select(Sales.STORE_ID, KNOWN + "." + Sales.SALE_ID)
            .distinct(),
        exploded(assembled, "places"),
        exploded(assembled, "counts").unionByName(counted(refused)),
        exploded(assembled, "refusals").unionByName(refused));
  }

  /** Numbers with more rows than a ticket has. */
  private Dataset<Row> tooLong(Dataset<Row> numbered) {
    return intermediate.cachedNow(
        numbered
            .groupBy(Sales.STORE_ID, Sales.SALE_ID)
            .agg(count(lit(1)).as(ROWS))
            .where(col(ROWS).gt(TOO_MANY_ROWS))
            .select(Sales.STORE_ID, Sales.SALE_ID));
  }

  private Dataset<Row> assembled(Dataset<Row> numbered, LakeTickets lake, Dataset<Row> known) {
    Dataset<Row> rows =
        settings.ticketsAreSplit() && !lake.isEmpty()
            ? numbered.unionByName(lake.linesOf(numbered))
            : numbered;
    Column row = struct(columns(Fragments.TYPE.fieldNames()));
    Dataset<Row> numbers =
        rows.groupBy(Sales.STORE_ID, Sales.SALE_ID).agg(collect_list(row).as(ROWS));
    Dataset<Row> compared =
        lake.isEmpty()
            ? numbers.withColumn(KNOWN, array().cast(createArrayType(LakeTickets.knownType())))
            : numbers.join(known, NUMBER, "left");

    return intermediate.checkpointed(
        compared.select(
            udf(assembly(), AssembledRows.ASSEMBLED)
                .apply(col(Sales.STORE_ID), col(Sales.SALE_ID), col(ROWS), col(KNOWN))
                .as(RESULT)));
  }

  private UDF4<String, String, Seq<Row>, Seq<Row>, Row> assembly() {
    TicketAssembly assembly = new TicketAssembly(settings);

    return (store, number, rows, known) ->
        assembly
            .of(
                store,
                number,
                CollectionConverters.asJava(rows),
                known == null ? List.of() : CollectionConverters.asJava(known))
            .row();
  }

  /** The lake's tickets of the numbers that were read: few, however long the history. */
  private Dataset<Row> known(Dataset<Row> numbered, LakeTickets lake) {
    String kept = "kept";
    Column numbers =
        array_distinct(
            array(
                col(kept + "." + Sales.SALE_ID),
                regexp_replace(col(kept + "." + Sales.SALE_ID), ADDED, "")));

    Dataset<Row> known =
        lake.sales()
            .select(col(Sales.STORE_ID), struct(columns(LakeTickets.KNOWN)).as(kept))
            .withColumn(Sales.SALE_ID, explode(numbers))
            .join(numbered.select(Sales.STORE_ID, Sales.SALE_ID).distinct(), NUMBER, "left_semi")
            .groupBy(Sales.STORE_ID, Sales.SALE_ID)
            .agg(collect_list(kept).as(KNOWN));

    return lake.isEmpty() ? known : intermediate.cachedNow(known);
  }

  private static Dataset<Row> refused(Dataset<Row> fragments) {
    return fragments
        .where(col(Fragments.REASON).isNotNull())
        .select(columns(AssembledRows.REFUSED.fieldNames()));
  }

  private static Dataset<Row> ofTooLong(Dataset<Row> rows) {
    return rows.where(col(Fragments.REASON).isNull())
        .withColumn(Fragments.REASON, lit("ticket_too_long"))
        .withColumn(
            Fragments.DETAIL,
            lit(
                "Found more than %,d rows with one ticket id: is another column the ticket's?"
                    .formatted(TOO_MANY_ROWS)))
        .select(columns(AssembledRows.REFUSED.fieldNames()));
  }

  private static Dataset<Row> counted(Dataset<Row> refused) {
    return refused
        .groupBy(Fragments.FILE, Fragments.REASON)
        .agg(count(lit(1)).as(AssembledRows.RECORDS))
        .withColumn(Sales.STORE_ID, lit(null).cast("string"))
        .withColumn(AssembledRows.DISPOSITION, lit(AssembledRows.REJECTED));
  }

  private static Dataset<Row> exploded(Dataset<Row> assembled, String part) {
    return assembled.select(explode(col(RESULT + "." + part)).as(part)).select(part + ".*");
  }

  private static Column[] columns(String[] names) {
    return Arrays.stream(names).map(name -> col(name)).toArray(Column[]::new);
  }
}
