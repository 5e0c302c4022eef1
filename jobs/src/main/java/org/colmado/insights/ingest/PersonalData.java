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
      Pattern.compile("(?<!\\d)(?:\\+?1[-. ]?)?\\(?(?:809|829|849)\\)?[-. ]?\\d{3}[-. ]?\\d{4}(?!\\d)");
  private static final Pattern EMAIL = Pattern.compile("[\\w.+-]+@[\\w-]+\\.[\\w.]+");

  private PersonalData() {}

  static String masked(String text) {
    String fields = FIELD.matcher(text).replaceAll("$1\"" + Pattern.quote(MASK).replace("\\Q", "").replace("\\E", "") + "\"");
    String phones = PHONE.matcher(fields).replaceAll(MASK);

    return EMAIL.matcher(phones).replaceAll(MASK);
  }
}
