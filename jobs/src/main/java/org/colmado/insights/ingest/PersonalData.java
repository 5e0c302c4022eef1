package org.colmado.insights.ingest;

import java.util.regex.Pattern;

/**
 * Masks what tells of a person in a refused record: fields of a customer, phone numbers, e-mail
 * addresses. Works on text that is not JSON any more, as a refused record may be.
 */
final class PersonalData {
  private static final String MASK = "***";

  private static final Pattern FIELD =
      Pattern.compile(
          "(?i)(\"[^\"]*(?:customer|client|phone|tel[eé]fono|celular|email|correo|address"
              + "|direcci[oó]n|c[eé]dula|rnc|cashier|cajer[oa]|processedBy|notes?|nota)[^\"]*\"\\s*:\\s*)"
              + "(\"(?:[^\"\\\\]|\\\\.)*\"?|\\{[^}]*\\}?|\\[[^\\]]*\\]?|[^,}\\]\\s]+)");
  private static final Pattern PHONE =
      Pattern.compile(
          "(?<!\\d)(?:\\+?1[-. ]?)?\\(?(?:809|829|849)\\)?[-. ]?\\d{3}[-. ]?\\d{4}(?!\\d)");
  private static final Pattern EMAIL = Pattern.compile("[\\w.+-]+@[\\w-]+\\.[\\w.]+");

  private PersonalData() {}

  static String masked(String text) {
    String fields = FIELD.matcher(text).replaceAll("$1\"" + MASK + "\"");

    return EMAIL.matcher(withoutPhones(fields)).replaceAll(MASK);
  }

  /** The text with Dominican phone numbers masked: some shops write them into a product's name. */
  static String withoutPhones(String text) {
    return PHONE.matcher(text).replaceAll(MASK);
  }
}
