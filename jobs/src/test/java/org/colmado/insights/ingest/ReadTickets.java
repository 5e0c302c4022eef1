package org.colmado.insights.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.StructType;
import org.colmado.insights.config.CsvMapping;
import org.colmado.insights.config.SourceMapping;
import org.colmado.insights.ingest.assembly.AssembledNumber;
import org.colmado.insights.ingest.assembly.AssembledRows;
import org.colmado.insights.ingest.assembly.AssemblySettings;
import org.colmado.insights.ingest.assembly.TicketAssembly;
import org.colmado.insights.ingest.ticket.Fragments;
import org.colmado.insights.table.Sales;

/** What a lake would have after some files, one read after the other, without Spark. */
final class ReadTickets {
  private final SourceMapping mapping;
  private final Map<String, Row> byId = new TreeMap<>();
  private final Map<String, Long> refused = new TreeMap<>();
  private final List<Row> earlier = new ArrayList<>();

  ReadTickets(SourceMapping mapping) {
    this.mapping = mapping;
  }

  /**
   * Reads the records of a file; each must be accepted, refused or a duplicate. Where tickets are
   * split over files, those of earlier files are read again.
   */
  void read(List<Row> ofFile) {
    boolean areSplit = mapping.csv().stream().anyMatch(CsvMapping::ticketsAreSplit);
    earlier.addAll(ofFile);
    List<Row> fragments = areSplit ? List.copyOf(earlier) : ofFile;
    if (areSplit) {
      byId.clear();
      refused.clear();
    }
    fragments.stream()
        .filter(row -> value(row, Fragments.REASON) != null)
        .forEach(row -> refused.merge(value(row, Fragments.REASON), 1L, Long::sum));
    if (mapping.recordsAreTickets()) {
      fragments.stream()
          .filter(row -> value(row, Fragments.REASON) == null)
          .forEach(row -> byId.put(value(row, Sales.SALE_ID), named(row)));
      return;
    }

    long records =
        numbers(fragments).entrySet().stream()
            .mapToLong(number -> assemble(number.getKey(), number.getValue()))
            .sum();
    assertThat(records)
        .isEqualTo(fragments.stream().filter(row -> value(row, Fragments.REASON) == null).count());
  }

  private static Map<List<String>, List<Row>> numbers(List<Row> fragments) {
    return fragments.stream()
        .filter(row -> value(row, Sales.SALE_ID) != null)
        .collect(
            Collectors.groupingBy(
                row -> List.of(value(row, Sales.STORE_ID), value(row, Sales.SALE_ID))));
  }

  /** The number of records that have a disposition. */
  private long assemble(List<String> number, List<Row> rows) {
    TicketAssembly assembly =
        new TicketAssembly(AssemblySettings.of(mapping.csv().orElseThrow(), Set.of()));
    AssembledNumber result =
        assembly.of(
            number.get(0),
            number.get(1),
            rows,
            byId.values().stream()
                .filter(row -> row.<String>getAs(Sales.SALE_ID).startsWith(number.get(1)))
                .map(ReadTickets::known)
                .toList());
    result.tickets().forEach(row -> byId.put(row.getAs(Sales.SALE_ID), row));
    result.refusals().forEach(row -> refused.merge(row.getAs(Fragments.REASON), 1L, Long::sum));

    return result.counts().stream().mapToLong(row -> row.<Long>getAs(AssembledRows.RECORDS)).sum();
  }

  private static Row known(Row ticket) {
    StructType type = LakeTickets.knownType();
    Object[] values = new Object[type.size()];
    for (int i = 0; i < values.length; i++) {
      String name = type.fieldNames()[i];
      values[i] = ticket.getAs(name.equals(Sales.NET_TOTAL) ? Fragments.NET : name);
    }
    return new GenericRowWithSchema(values, type);
  }

  /** Lines {@code id,net,soldAt} of every ticket, and {@code refused,reason,number}. */
  List<String> shown(ZoneId zone) {
    List<String> shown = new ArrayList<>();
    byId.forEach(
        (id, row) ->
            shown.add(
                "%s,%s,%s"
                    .formatted(
                        id,
                        row.getAs(Fragments.NET),
                        row.<Instant>getAs(Sales.SOLD_AT).atZone(zone).toLocalDateTime())));
    refused.forEach((reason, records) -> shown.add("refused,%s,%d".formatted(reason, records)));
    return shown;
  }

  private static Row named(Row fragment) {
    Object[] values = new Object[Fragments.TYPE.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = fragment.get(i);
    }
    return new GenericRowWithSchema(values, Fragments.TYPE);
  }

  private static String value(Row fragment, String column) {
    return fragment.getString(Fragments.TYPE.fieldIndex(column));
  }
}
