package org.colmado.insights.forecast.notices;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.colmado.insights.table.StoreNotices;
import org.colmado.insights.text.Language;

/**
 * Something odd about a store.
 *
 * @param subject sale_id, or empty
 * @param from first day; null: of no day
 * @param until last day; null: goes on, or of no day
 * @param usual null: there is no usual value
 * @param words what the text of the kind is filled with; a date is written in its language
 */
record Notice(
    Kind kind,
    String subject,
    LocalDate from,
    LocalDate until,
    double value,
    Double usual,
    List<Object> words) {

  /** Kinds, the most serious first. */
  enum Kind {
    GIANT_SALE,
    HOURS_MISSING,
    SHUT,
    LEVEL_UP,
    LEVEL_DOWN,
    FORECAST_BIAS,
    LITTLE_HISTORY;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Columns of {@link StoreNotices} without store, day and run. */
  static final StructType COLUMNS =
      new StructType()
          .add(StoreNotices.KIND, DataTypes.StringType)
          .add(StoreNotices.SUBJECT, DataTypes.StringType)
          .add(StoreNotices.FROM_ON, DataTypes.DateType)
          .add(StoreNotices.UNTIL_ON, DataTypes.DateType)
          .add(StoreNotices.VALUE, DataTypes.DoubleType)
          .add(StoreNotices.USUAL, DataTypes.DoubleType)
          .add(StoreNotices.TEXT_ES, DataTypes.StringType)
          .add(StoreNotices.TEXT_EN, DataTypes.StringType);

  Row row() {
    return RowFactory.create(
        kind.code(), subject, from, until, value, usual, text(Language.ES), text(Language.EN));
  }

  /** Two kinds have two texts. */
  private String key() {
    return kind.code()
        + switch (kind) {
          case FORECAST_BIAS -> value < 0 ? ".low" : ".high";
          case HOURS_MISSING -> from.equals(until) ? ".day" : ".days";
          default -> "";
        };
  }

  String text(Language language) {
    ResourceBundle texts = ResourceBundle.getBundle("notices", language.locale());
    Object[] written =
        words.stream()
            .map(word -> word instanceof LocalDate day ? language.day(day) : word)
            .toArray();

    return String.format(Locale.ROOT, texts.getString(key()), written);
  }
}
