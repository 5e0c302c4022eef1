package org.colmado.insights.ingest.ticket;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.colmado.insights.calendar.BusinessDays;
import org.colmado.insights.ingest.file.InputFile;
import org.colmado.insights.ingest.file.PersonalData;
import org.colmado.insights.ingest.file.RawRecord;
import org.colmado.insights.products.ProductNames;
import org.colmado.insights.table.SaleLines;
import org.colmado.insights.table.Sales;

/**
 * Converts the records of one file to rows of {@link Fragments}: parses them, checks the rules,
 * signs amounts, makes ids unique, and computes hour and day in the store's time zone.
 */
public final class FragmentRows {
  private static final int KEPT_OF_RECORD = 64 * 1024;
  private static final int KEPT_OF_DETAIL = 500;
  private static final int QUANTITY = Fragments.LINE_TYPE.fieldIndex(SaleLines.QUANTITY);
  private static final int AMOUNT = Fragments.LINE_TYPE.fieldIndex(SaleLines.AMOUNT);
  private static final int DISCOUNT = Fragments.LINE_TYPE.fieldIndex(SaleLines.DISCOUNT);
  private static final int TAX = Fragments.LINE_TYPE.fieldIndex(SaleLines.TAX);

  private final InputFile file;
  private final RecordParser parser;
  private final Settings settings;
  private final List<TicketRule> rules;
  private final Function<String, String> productKeys =
      new CachedFunction<>(name -> ProductNames.keyOf(name));
  private final Function<String, String> cleanNames =
      new CachedFunction<>(PersonalData::withoutPhones);
  private final Function<List<String>, String> cashierKeys;

  /**
   * Settings shared by all files of a run.
   *
   * @param period within which ticket ids are unique in a store: {@code date}, {@code month} or
   *     {@code year}; null: for ever
   * @param recordsAreTickets true if a record is a whole ticket, false if it is one line of a
   *     ticket
   * @param readAt start of the run
   */
  public record Settings(
      String period,
      boolean recordsAreTickets,
      StoreClocks clocks,
      Pseudonyms pseudonyms,
      Instant readAt)
      implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  public FragmentRows(InputFile file, RecordParser parser, Settings settings) {
    this.file = file;
    this.parser = parser;
    this.settings = settings;
    this.rules =
        settings.recordsAreTickets()
            ? TicketRule.ofTickets(settings.readAt())
            : TicketRule.ofRows(settings.readAt());
    this.cashierKeys =
        new CachedFunction<>(who -> settings.pseudonyms().of(who.get(0), who.get(1)));
  }

  public Row row(RawRecord record) {
    if (record.fault() != null) {
      return refused(record, record.fault());
    }

    try {
      ParsedTicket ticket = parser.parse(record);
      for (TicketRule rule : rules) {
        if (rule.isBroken().test(ticket)) {
          throw new RefusedRecord(rule.name(), rule.found().apply(ticket));
        }
      }
      return accepted(record, ticket);
    } catch (RefusedRecord e) {
      return refused(record, e.fault());
    }
  }

  private Row refused(RawRecord record, RawRecord.Fault fault) {
    String text = parser.masked(record);
    Object[] values = new Object[Fragments.TYPE.size()];
    values[0] = file.path();
    values[1] = record.line();
    values[2] = fault.reason();
    values[3] =
        fault.detail() == null
            ? null
            : shortened(PersonalData.masked(fault.detail()), KEPT_OF_DETAIL);
    values[4] = text == null ? null : shortened(text, KEPT_OF_RECORD);
    parser.placeOf(record).ifPresent(place -> put(place, values));
    return RowFactory.create(values);
  }

  private void put(TicketPlace place, Object[] values) {
    values[Fragments.TYPE.fieldIndex(Sales.STORE_ID)] = place.storeId();
    if (settings.period() == null) {
      values[Fragments.TYPE.fieldIndex(Sales.SALE_ID)] = place.id();
    } else if (place.soldAt() != null) {
      ZonedDateTime local = place.soldAt().atZone(settings.clocks().of(place.storeId()).zone());
      values[Fragments.TYPE.fieldIndex(Sales.SALE_ID)] = unique(place.id(), local);
    }
  }

  private static String shortened(String text, int most) {
    return text.substring(0, Math.min(text.length(), most));
  }

  private Row accepted(RawRecord record, ParsedTicket ticket) {
    StoreClocks.Clock clock = settings.clocks().of(ticket.storeId());
    ZonedDateTime local = ticket.soldAt().atZone(clock.zone());
    Row[] lines = lines(ticket);

    return RowFactory.create(
        file.path(),
        record.line(),
        null,
        null,
        null,
        ticket.storeId(),
        saleId(ticket, local),
        ticket.soldAt(),
        BusinessDays.businessOn(ticket.soldAt(), clock.zone(), clock.dayStarts()),
        local.getHour(),
        versionAt(ticket),
        signed(ticket.total(), ticket, 2),
        ticket.tender(),
        ticket.paymentMethod(),
        ticket.paymentStatus(),
        ticket.channel(),
        ticket.cashier() == null
            ? null
            : cashierKeys.apply(List.of(ticket.storeId(), ticket.cashier())),
        ticket.shiftId(),
        ticket.isReturn(),
        ticket.isCancelled(),
        ticket.returnOfSaleId(),
        ticket.isAnonymous(),
        lines,
        sum(lines, AMOUNT).subtract(sum(lines, DISCOUNT)),
        sum(lines, DISCOUNT),
        sum(lines, TAX),
        sum(lines, QUANTITY));
  }

  /**
   * Files that were copied together have times that say nothing of their order, so the time of a
   * file of rows counts to the minute.
   */
  private Instant versionAt(ParsedTicket ticket) {
    if (ticket.versionAt() != null) {
      return ticket.versionAt();
    }

    return settings.recordsAreTickets()
        ? file.modifiedAt()
        : file.modifiedAt().truncatedTo(ChronoUnit.MINUTES);
  }

  /** Sum over the lines that have the value; null if none has. */
  private static BigDecimal sum(Row[] lines, int field) {
    BigDecimal sum = null;
    for (Row line : lines) {
      BigDecimal value = line.getDecimal(field);
      if (value != null) {
        sum = sum == null ? value : sum.add(value);
      }
    }
    return sum;
  }

  /** Returns have their own id sequence, so their ids must not collide with those of sales. */
  private String saleId(ParsedTicket ticket, ZonedDateTime local) {
    String unique = unique(ticket.id(), local);

    return ticket.isReturn() && settings.recordsAreTickets() ? "return-" + unique : unique;
  }

  private String unique(String id, ZonedDateTime local) {
    if (settings.period() == null) {
      return id;
    }

    LocalDate day = local.toLocalDate();
    return switch (settings.period()) {
      case "date" -> day + "-" + id;
      case "month" -> YearMonth.from(day) + "-" + id;
      default -> day.getYear() + "-" + id;
    };
  }

  private Row[] lines(ParsedTicket ticket) {
    return IntStream.range(0, ticket.lines().size())
        .mapToObj(i -> line(ticket, i))
        .toArray(Row[]::new);
  }

  private Row line(ParsedTicket ticket, int index) {
    ParsedTicket.Line line = ticket.lines().get(index);

    return RowFactory.create(
        settings.recordsAreTickets() ? index + 1L : codeHash(line.code()),
        cleanNames.apply(line.description()),
        productKeys.apply(line.description()),
        line.category(),
        signed(line.quantity(), ticket, 3),
        line.unitPrice() == null ? null : line.unitPrice().setScale(4, RoundingMode.HALF_UP),
        signed(TicketRule.amount(line), ticket, 2),
        signed(TicketRule.discount(line), ticket, 2),
        signed(line.tax(), ticket, 2),
        line.cost() == null ? null : line.cost().setScale(2, RoundingMode.HALF_UP),
        line.kind() == LineKind.PRODUCT ? null : line.kind().name().toLowerCase(Locale.ROOT));
  }

  /** Hash of the product code: it distinguishes two products with the same name and price. */
  private static long codeHash(String code) {
    return code == null ? 0 : code.hashCode();
  }

  private static BigDecimal signed(BigDecimal amount, ParsedTicket ticket, int scale) {
    if (amount == null) {
      return null;
    }

    BigDecimal rounded = amount.setScale(scale, RoundingMode.HALF_UP);
    return ticket.isReturn() ? rounded.abs().negate() : rounded;
  }
}
