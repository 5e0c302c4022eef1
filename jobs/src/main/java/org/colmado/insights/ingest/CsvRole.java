package org.colmado.insights.ingest;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.colmado.insights.config.BadInputException;
import org.colmado.insights.config.SourceMapping;

/** The role of a column of a mapped CSV, and where the mapping names that column. */
enum CsvRole {
  TICKET_ID(columns -> List.of(columns.ticketId())),
  STORE(columns -> listed(columns.store())),
  DATE(columns -> List.of(columns.date())),
  TIME(columns -> listed(columns.time())),
  DESCRIPTION(SourceMapping.Columns::description),
  CODE(columns -> listed(columns.code())),
  QUANTITY(columns -> listed(columns.quantity())),
  UNIT_PRICE(columns -> listed(columns.unitPrice())),
  AMOUNT(columns -> listed(columns.amount())),
  DISCOUNT(columns -> listed(columns.discount())),
  PAYMENT(columns -> listed(columns.payment())),
  CATEGORY(columns -> listed(columns.category())),
  CUSTOMER(columns -> listed(columns.customer()));

  @SuppressWarnings("ImmutableEnumChecker") // method references without state
  private final Function<SourceMapping.Columns, List<String>> columns;

  CsvRole(Function<SourceMapping.Columns, List<String>> columns) {
    this.columns = columns;
  }

  /** The file's columns for this role, joined by a blank if there are several; may be empty. */
  List<String> columnsIn(SourceMapping.Columns mapping) {
    return columns.apply(mapping);
  }

  /** As mapping files write it: {@code ticket-id}. */
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The role with this name in mapping files.
   *
   * @throws BadInputException if there is none
   */
  static CsvRole of(String key) {
    return Arrays.stream(values())
        .filter(role -> role.key().equals(key))
        .findFirst()
        .orElseThrow(
            () ->
                new BadInputException(
                    "Cannot use a mapping: column '%s' of a mark, expected one of %s"
                        .formatted(key, Arrays.stream(values()).map(CsvRole::key).toList())));
  }

  private static List<String> listed(Optional<String> column) {
    return column.map(List::of).orElse(List.of());
  }
}
