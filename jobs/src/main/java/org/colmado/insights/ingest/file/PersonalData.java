package org.colmado.insights.ingest.file;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Masks personal data in rejected records: customer fields, phone numbers, e-mail addresses. Also
 * works on text that is not valid JSON.
 */
public final class PersonalData {
  private static final String MASK = "***";

  private static final Pattern FIELD =
      Pattern.compile(
          "(?i)(\"[^\"]*(?:customer|client|phone|tel[eé]fono|celular|email|correo|address"
              + "|direcci[oó]n|c[eé]dula|rnc|cashier|cajer[oa]|processedBy|notes?|nota|name|nombre"
              + "|apellido)[^\"]*\"\\s*:\\s*)"
              + "(\"(?:[^\"\\\\]++|\\\\.?)*+\"?"
              + "|\\{(?:[^{}]++|\\{(?:[^{}]++|\\{[^{}]*+\\}?)*+\\}?)*+\\}?"
              + "|\\[[^\\]]*+\\]?|[^,}\\]\\s]++)");
  private static final Pattern PHONE =
      Pattern.compile(
          "(?<!\\d)(?:\\+?1[-. ]?)?\\(?(?:809|829|849)\\)?[-. ]{0,2}\\d{3}[-. ]{0,2}\\d{4}(?!\\d)");
  private static final Pattern EMAIL =
      Pattern.compile("(?<![\\w.+-])[\\w.+-]++@[\\w-]++\\.[\\w.]+");

  /** Names of columns that may hold a person's data. */
  private static final Pattern COLUMN =
      Pattern.compile(
          "(?iu).*(customer|client|phone|tel[eé]fono|celular|m[oó]vil|email|correo|address|direcci"
              + "|c[eé]dula|rnc|cashier|cajer|vendedor|employee|empleado|not[ae]s?|comment|coment"
              + "|name|nombre|apellido|contact).*");

  private static final Pattern LETTER = Pattern.compile("[\\p{L}\\p{M}]");
  private static final Pattern DIGIT = Pattern.compile("\\p{N}");

  private PersonalData() {}

  public static String masked(String text) {
    String fields = FIELD.matcher(text).replaceAll("$1\"" + MASK + "\"");

    return EMAIL.matcher(withoutPhones(fields)).replaceAll(MASK);
  }

  /** Whether one of the columns may hold a person's data, by its name. */
  static boolean isIn(List<String> columns) {
    return columns.stream().anyMatch(name -> COLUMN.matcher(name).matches());
  }

  /**
   * The shape of a row that cannot be split into cells, where any part may be personal data:
   * delimiters and quotes stay, letters become x, digits become 9.
   */
  public static String shape(String text) {
    return DIGIT.matcher(LETTER.matcher(text).replaceAll("x")).replaceAll("9");
  }

  /** The text with Dominican phone numbers masked: some shops write them into a product's name. */
  public static String withoutPhones(String text) {
    return PHONE.matcher(text).replaceAll(MASK);
  }
}
