package org.colmado.insights.ingest.file;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.Row;

/**
 * Cells of a workbook as text: dates in ISO 8601, numbers with the mapping's decimal mark.
 *
 * @param epoch day 0 of the workbook's dates
 */
record WorkbookCells(LocalDate epoch, String decimalMark) {
  private static final DateTimeFormatter DATE_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

  /** As precise as Excel itself. */
  private static final MathContext PRECISE = new MathContext(15, RoundingMode.HALF_EVEN);

  private static final BigDecimal DAY_SECONDS = BigDecimal.valueOf(Duration.ofDays(1).toSeconds());

  /** What of a number format is text, a colour or a currency. */
  private static final Pattern NOT_OF_FORMAT = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*]|\\\\.|_.");

  private static final Pattern DATE_FORMAT = Pattern.compile("(?i)^[^#0?]*[ymdhs][^#?]*$");
  private static final Pattern FROM_1904 = Pattern.compile("date1904=\"(1|true)\"");

  static WorkbookCells of(File file, CsvLayout layout) throws IOException {
    return new WorkbookCells(
        isFrom1904(file) ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, 30),
        layout.decimalMark());
  }

  private static boolean isFrom1904(File file) throws IOException {
    try (ZipFile zip = new ZipFile(file)) {
      ZipEntry workbook = zip.getEntry("xl/workbook.xml");
      if (workbook == null) {
        return false;
      }
      try (InputStream text = zip.getInputStream(workbook)) {
        return FROM_1904.matcher(new String(text.readAllBytes(), StandardCharsets.UTF_8)).find();
      }
    }
  }

  /** The cells from the first column on; an empty one is an empty text. */
  List<String> texts(Row row) {
    return IntStream.range(0, row.getCellCount())
        .mapToObj(column -> row.hasCell(column) ? text(row.getCell(column)) : "")
        .toList();
  }

  private String text(Cell cell) {
    if (cell == null || cell.getRawValue() == null) {
      return "";
    }
    if (cell.getType() != CellType.NUMBER && cell.getType() != CellType.FORMULA) {
      return cell.getText();
    }

    BigDecimal number;
    try {
      number = new BigDecimal(cell.getRawValue()).round(PRECISE);
    } catch (NumberFormatException e) {
      return cell.getText();
    }
    return isDate(cell) ? date(number) : plain(number);
  }

  private String plain(BigDecimal number) {
    BigDecimal shown = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();

    return shown.toPlainString().replace(".", decimalMark);
  }

  private static boolean isDate(Cell cell) {
    String format = cell.getDataFormatString();
    Integer id = cell.getDataFormatId();
    boolean isBuiltIn = id != null && ((id >= 14 && id <= 22) || (id >= 45 && id <= 47));

    return isBuiltIn
        || (format != null
            && DATE_FORMAT.matcher(NOT_OF_FORMAT.matcher(format).replaceAll("")).matches());
  }

  private String date(BigDecimal days) {
    LocalDateTime at =
        epoch
            .atStartOfDay()
            .plusSeconds(days.multiply(DAY_SECONDS).setScale(0, RoundingMode.HALF_UP).longValue());
    if (at.toLocalDate().equals(epoch)) {
      return TIME.format(at);
    }

    return at.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? at.toLocalDate().toString()
        : DATE_TIME.format(at);
  }
}
