package org.colmado.insights.personas.facts;

import java.util.regex.Pattern;

/**
 * Sanitises a text from the till or the owner for use as data: it keeps letters, digits and the
 * marks of product names. Quotes, tags and links are removed, and long texts are cut.
 */
final class PlainName {
  private static final int LONGEST = 48;
  private static final Pattern LINK = Pattern.compile("(?i)(https?:|www\\.)\\S*|\\S+@\\S+");
  private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{M}\\p{N} .,%/()&'+#¡!¿?-]+");
  private static final Pattern LONG_NUMBER = Pattern.compile("[0-9](?:[ .()/-]*[0-9]){5,}");
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private PlainName() {}

  static String of(String text) {
    return of(text, LONGEST);
  }

  static String of(String text, int longest) {
    String without = LINK.matcher(text).replaceAll(" ");
    String plain = OTHER.matcher(LONG_NUMBER.matcher(without).replaceAll("#")).replaceAll(" ");
    String spaced = BLANKS.matcher(plain).replaceAll(" ").strip();
    return spaced.length() <= longest ? spaced : spaced.substring(0, longest).strip();
  }
}
