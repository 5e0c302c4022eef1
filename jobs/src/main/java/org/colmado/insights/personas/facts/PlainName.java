package org.colmado.insights.personas.facts;

import java.util.regex.Pattern;

/**
 * A text of the till or the owner as data: letters, digits and the marks that shelf names have.
 * What could end a quotation, open a tag or hold a link is gone, and so is all that is too long to
 * be a name.
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
