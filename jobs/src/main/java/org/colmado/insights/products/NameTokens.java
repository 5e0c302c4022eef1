package org.colmado.insights.products;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The meaningful words of a product name: folded, without sizes, units, articles and {@code de},
 * each as its {@link Stems stem}.
 *
 * @param stems in reading order
 * @param modifierFrom index from which only additions follow ({@code con leche}, {@code sabor
 *     fresa}, {@code para perros}); the number of stems if there are none
 * @param englishSigns number of English function words
 */
record NameTokens(List<String> stems, int modifierFrom, int englishSigns) {
  private static final Set<String> DROPPED =
      Set.of(
          ("de del d la el los las lo le un una unos unas y e o u por su mi tu que es "
                  + "the of and or an our by is to on")
              .split(" "));
  private static final Set<String> ENGLISH = Set.of("the", "of", "and", "with", "for", "w", "or");
  private static final Set<String> MARKERS =
      Set.of("con", "sin", "sabor", "para", "en", "a", "al", "tipo", "estilo", "with", "for", "in");

  private static final String UNIT =
      "g|gr|grs|gms|gramos?|kg|kgs|kilos?|kl|k|lb|lbs|libras?|oz|onz|onzas?|ml|mls|mil|l|lt|lts"
          + "|ltr|ltrs|litros?|litro|cl|cc|gl|gls|gal|galon|galones|und|unds|undes|un|uds|ud|unid"
          + "|unids|unidad|unidades|u|pk|pks|pz|pza|pzas|pzs|piezas?|pcs|pc|ct|cts|cm|mm|m|mts|mt"
          + "|mg|mcg|w|watts?|v|pqte?s?|paq|doc|docena|hojas|rollos|tabs?|cap|caps|porciones|x";
  private static final Pattern NOT_ALCOHOLIC = Pattern.compile("(?<![0-9])0[.,]0(?![0-9])");
  private static final Pattern SIZE =
      Pattern.compile(
          "(?<![a-zñ0-9])[0-9]+(?:[.,/x*+-][0-9]+)*\\s*(?:(?:%s)(?![a-zñ0-9])|%%|\"|(?![a-zñ0-9]))"
              .formatted(UNIT));
  private static final Pattern BARE_UNIT =
      Pattern.compile("g|gr|grs|kg|kgs|lb|lbs|oz|ml|lt|lts|cl|cc|gl|und|unds|uds|ud|unid|pk|pz|x");
  private static final Pattern SLASHED =
      Pattern.compile("(?<![a-zñ0-9])([cspw])/(?=\\s*[a-zñ0-9])");
  private static final Pattern JOINED = Pattern.compile("['’`´]|(?<=[a-zñ0-9])&(?=[a-zñ0-9])");
  private static final Pattern NOT_WORD = Pattern.compile("[^a-zñ0-9]+");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  NameTokens {
    stems = List.copyOf(stems);
  }

  /** Reads a name; a null or blank one has no words. */
  static NameTokens of(String name) {
    String key = ProductNames.keyOf(name);
    if (key == null) {
      return new NameTokens(List.of(), 0, 0);
    }

    List<String> stems = new ArrayList<>();
    int modifierFrom = -1;
    int englishSigns = 0;
    for (String word : NOT_WORD.split(withoutSizes(folded(key)), -1)) {
      englishSigns += ENGLISH.contains(word) ? 1 : 0;
      if (!says(word)) {
        continue;
      }
      if (modifierFrom < 0 && !stems.isEmpty() && MARKERS.contains(word)) {
        modifierFrom = stems.size();
      }
      stems.add(Stems.of(word));
    }
    return new NameTokens(stems, modifierFrom < 0 ? stems.size() : modifierFrom, englishSigns);
  }

  /** Whether the word introduces an addition. */
  static boolean isMarker(String stem) {
    return MARKERS.contains(stem);
  }

  private static boolean says(String word) {
    boolean number = word.chars().allMatch(letter -> letter >= '0' && letter <= '9');
    boolean letter = word.length() == 1 && !MARKERS.contains(word);
    return !number && !letter && !DROPPED.contains(word) && !BARE_UNIT.matcher(word).matches();
  }

  /** Removes remaining diacritics except that of {@code ñ}. */
  private static String folded(String key) {
    String kept = key.replace('ñ', '\u0001');
    String bare = MARKS.matcher(Normalizer.normalize(kept, Normalizer.Form.NFKD)).replaceAll("");
    return bare.replace('\u0001', 'ñ');
  }

  private static String withoutSizes(String folded) {
    String zero = NOT_ALCOHOLIC.matcher(folded).replaceAll(" sin alcohol ");
    String spelled = SLASHED.matcher(zero).replaceAll(match -> " " + spelled(match.group(1)) + " ");
    String joined = JOINED.matcher(spelled).replaceAll("");
    return SIZE.matcher(joined).replaceAll(" ");
  }

  /** Shelf shorthand: {@code c/leche}, {@code s/sal}, {@code p/bebe}, {@code w/cheese}. */
  private static String spelled(String letter) {
    return switch (letter) {
      case "c" -> "con";
      case "s" -> "sin";
      case "p" -> "para";
      default -> "with";
    };
  }
}
