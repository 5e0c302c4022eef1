package org.colmado.insights.products;

import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.replace;
import static org.apache.spark.sql.functions.translate;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.spark.sql.Column;

/**
 * The product key, a normal form of product names: trimmed, lower-cased, inner white space one
 * blank, accents folded, {@code ñ} kept, Dominican phone numbers masked as {@code #}.
 *
 * <p>There are two equivalent versions: one for a {@link Column}, one for a single text.
 */
public final class ProductNames {
  /** Composed letters, then the marks a decomposed letter leaves behind, which go. */
  private static final String ACCENTED =
      "áéíóúüàèìòùâêîôûäëïöãõåçý\t\n\r\f\u00a0\u2007\u202f"
          + "\u0300\u0301\u0302\u0303\u0307\u0308\u030a\u0327\u200b\ufeff";

  private static final String PLAIN = "aeiouuaeiouaeiouaeioaoacy       ";
  private static final String DECOMPOSED_ENYE = "n\u0303";
  private static final String ENYE = "ñ";

  /** Ten digits that start with a Dominican area code, not inside a longer number as a bar code. */
  private static final String PHONE =
      "(?<![0-9])(?:\\+?1[ .-]?)?\\(?8[024]9\\)?[ .-]{0,2}[0-9]{3}[ .-]?[0-9]{4}(?![0-9])";

  private static final String PHONE_MASK = "#";
  private static final String BLANKS = " {2,}";
  private static final Pattern PHONE_PATTERN = Pattern.compile(PHONE);
  private static final Pattern BLANKS_PATTERN = Pattern.compile(BLANKS);

  private ProductNames() {}

  /** The key of a description; null where that is null or blank. */
  public static Column keyOf(Column description) {
    Column lowered = replace(lower(description), lit(DECOMPOSED_ENYE), lit(ENYE));
    Column folded = translate(lowered, ACCENTED, PLAIN);
    Column masked = regexp_replace(folded, PHONE, PHONE_MASK);
    Column key = trim(regexp_replace(masked, BLANKS, " "));

    return when(length(key).gt(0), key);
  }

  /** The same of one text; null where that is null or blank. */
  public static String keyOf(String description) {
    if (description == null) {
      return null;
    }

    String lowered = description.toLowerCase(Locale.ROOT).replace(DECOMPOSED_ENYE, ENYE);
    String masked = PHONE_PATTERN.matcher(folded(lowered)).replaceAll(PHONE_MASK);
    String spaced = BLANKS_PATTERN.matcher(masked).replaceAll(" ");
    String key = withoutOuterBlanks(spaced);
    return key.isEmpty() ? null : key;
  }

  private static String folded(String lowered) {
    StringBuilder text = new StringBuilder(lowered.length());
    for (int i = 0; i < lowered.length(); i++) {
      char letter = lowered.charAt(i);
      int at = ACCENTED.indexOf(letter);
      if (at < 0) {
        text.append(letter);
      } else if (at < PLAIN.length()) {
        text.append(PLAIN.charAt(at));
      }
    }
    return text.toString();
  }

  private static String withoutOuterBlanks(String spaced) {
    int from = spaced.startsWith(" ") ? 1 : 0;
    int to = spaced.endsWith(" ") ? spaced.length() - 1 : spaced.length();
    return from < to ? spaced.substring(from, to) : "";
  }
}
