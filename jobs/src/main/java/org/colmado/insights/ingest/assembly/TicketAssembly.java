package org.colmado.insights.ingest.assembly;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.colmado.insights.ingest.ticket.Fragments;
import org.colmado.insights.table.Sales;

/**
 * Decides what the rows of one ticket number come to. The newest file that has a ticket has all of
 * it: so a receipt that was corrected, or a product that was renamed, replaces what was read
 * before. Rows that are alike in one file are a till's scans, and each counts.
 */
public record TicketAssembly(AssemblySettings settings) implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * The tickets to write, and what becomes of each row.
   *
   * @param fragments rows of {@link Fragments#TYPE} of one store and number; refused ones only mark
   *     their ticket, and those without a file are in the lake
   * @param known the lake's tickets of this number, with the names of {@link Sales}
   */
  public AssembledNumber of(String store, String number, List<Row> fragments, List<Row> known) {
    AssembledNumber result = new AssembledNumber(store);
    KnownTickets lake = KnownTickets.of(known);
    Map<LocalDate, List<TicketVersion>> byDay =
        TicketVersions.of(fragments, settings, result).byDay();
    byDay.forEach(
        (day, versions) -> {
          String id =
              lake.idOf(number, versions.get(0).part(), byDay.containsKey(TicketVersions.SALE));
          choose(versions, result).ifPresent(chosen -> compare(chosen, id, lake, result));
        });
    return result;
  }

  /** The version that counts; empty if none does. */
  private static Optional<TicketVersion> choose(
      List<TicketVersion> versions, AssembledNumber result) {
    versions.stream()
        .filter(TicketVersion::isRefused)
        .forEach(version -> result.refuse(version, version.refusal()));
    List<TicketVersion> sound =
        versions.stream()
            .filter(version -> !version.isRefused())
            .sorted(TicketVersion.byWorth().reversed())
            .toList();
    Optional<TicketVersion> ofOtherDay =
        sound.stream()
            .filter(version -> !version.businessOn().equals(sound.get(0).businessOn()))
            .findFirst();
    if (ofOtherDay.isPresent()) {
      UndecidedTicket overDays =
          TicketVersion.overDays(sound.get(0).businessOn(), ofOtherDay.get().businessOn());
      sound.forEach(version -> result.refuse(version, overDays));
      return Optional.empty();
    }

    sound.stream().skip(1).forEach(version -> result.count(version, AssembledRows.DUPLICATE));
    return sound.stream().findFirst();
  }

  /** Whether it is another sale under the same number, and not a correction of the lake's. */
  private boolean isOfOtherDay(Row kept, TicketVersion chosen) {
    return !chosen.businessOn().equals(kept.getAs(Sales.BUSINESS_ON))
        && !settings.readAgain().contains(chosen.file());
  }

  private void compare(TicketVersion chosen, String id, KnownTickets lake, AssembledNumber result) {
    Row kept = lake.get(id);
    if (kept == null || settings.ticketsAreSplit()) {
      result.accept(chosen, id, null);
    } else if (KnownTickets.stays(kept, chosen)) {
      result.count(chosen, AssembledRows.DUPLICATE);
      result.place(chosen, id);
    } else if (isOfOtherDay(kept, chosen)) {
      result.refuse(
          chosen, TicketVersion.overDays(kept.getAs(Sales.BUSINESS_ON), chosen.businessOn()));
    } else {
      result.accept(chosen, id, kept.getAs(Sales.NET_TOTAL));
    }
  }
}
