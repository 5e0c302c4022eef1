package org.colmado.insights.ingest.file;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.colmado.insights.config.BadInputException;
import org.colmado.insights.config.MappedColumns;

/** The role of a column of a mapped CSV, and where the mapping names that column. */
public enum CsvRole {
  TICKET_ID,
  STORE,
  DATE,
  TIME,
  DESCRIPTION,
  CODE,
  QUANTITY,
  UNIT_PRICE,
  AMOUNT,
  DISCOUNT,
  TAX,
  PAYMENT,
  CATEGORY,
  CUSTOMER,
  DEVICE;

  /** The file's columns for this role, joined by a blank if there are several; may be empty. */
  List<String> columnsIn(MappedColumns mapping) {
    return mapping.byRole().get(key());
  }

  /** As mapping files write it: {@code ticket-id}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The role with this name in mapping files.
   *
   * @throws BadInputException if there is none
   */
  public static CsvRole of(String key) {
    return Arrays.stream(values())
        .filter(role -> role.key().equals(key))
        .findFirst()
        .orElseThrow(
            () ->
                new BadInputException(
                    "Cannot use a mapping: column '%s' of a mark, expected one of %s"
                        .formatted(key, Arrays.stream(values()).map(CsvRole::key).toList())));
  }
}
