package org.colmado.insights.personas.mentions;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.colmado.insights.text.FoldedText;

/** Day parts in their widest sense, with the words for them in a folded text. */
public enum DayPart {
  DAWN(4, 8, "amanecer|dawn|sunrise|daybreak"),
  MORNING(4, 12, "(?:la|las|esta|estas|cada|media) mananas?|mananer[oa]s?|buenos dias|mornings?"),
  MIDDAY(11, 15, "mediodias?|medio dia|noon|midday"),
  AFTERNOON(12, 20, "(?:la|las|esta|estas|cada|media|buenas) tardes?|afternoons?"),
  EVENING(17, 24, "evenings?|atardecer|anochecer|dusk|sunset|sundown"),
  NIGHT(18, 29, "noches?|nocturn[oa]s?|nights?|tonight|overnight"),
  SMALL_HOURS(0, 6, "madrugad\\w*|trasnoch\\w*|small hours|early hours");

  private static final int DAY_HOURS = 24;

  private final int from;
  private final int to;
  private final Pattern words;

  /** Hours from {@code from} to before {@code to}; above 24 is the next day. */
  DayPart(int from, int to, String words) {
    this.from = from;
    this.to = to;
    this.words = Pattern.compile("\\b(?:" + words + ")\\b");
  }

  /** Its hours, 0 to 23. */
  public Set<Integer> hours() {
    return IntStream.range(from, to)
        .mapToObj(hour -> hour % DAY_HOURS)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Day parts that a text mentions, apart from clock times. */
  public static Set<DayPart> in(String text) {
    String folded = FoldedText.of(text);

    return Arrays.stream(values())
        .filter(part -> part.words.matcher(folded).find())
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(DayPart.class)));
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
