package org.colmado.insights.segments.trends;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;
import org.colmado.insights.text.BilingualText;
import org.colmado.insights.text.Language;

/**
 * The sentence about a trend, from {@code segment_trends_es.properties} and {@code
 * segment_trends_en.properties}.
 *
 * @param key of the sentence
 * @param name of the segment, filled in first
 * @param words filled in after it
 */
record TrendText(String key, BilingualText name, List<Object> words) {
  TrendText {
    words = List.copyOf(words);
  }

  /** What is missing. */
  static TrendText of(TrendSeries series, TrendGap gap, TrendWindows windows) {
    List<Object> words =
        switch (gap) {
          case OTHER_RULES -> List.of();
          case FEW_WEEKS -> List.of(TrendWindows.WEEKS, windows.weeks());
          case FEW_DAYS -> List.of(TrendWindows.LEAST_DAYS);
          case FEW_VISITS -> List.of(TrendWindows.LEAST_VISITS);
        };

    return new TrendText("gap." + gap.key(), series.name(), words);
  }

  /**
   * How it moved.
   *
   * @param currency ISO code of the store's money
   */
  static TrendText of(TrendSeries series, double now, MonthlyChange comparison, String currency) {
    boolean isShare = series.measure() == TrendMeasure.SHARE;
    DoubleFunction<String> value =
        isShare ? TrendText::percent : amount -> Language.money(amount, currency);
    DoubleFunction<String> step = isShare ? TrendText::points : value;
    Interval change = comparison.change();
    boolean isDown = comparison.verdict() == TrendVerdict.DOWN;
    Stream<String> ends =
        Stream.of(isDown ? -change.high() : change.low(), isDown ? -change.low() : change.high())
            .map(step::apply);

    return new TrendText(
        series.measure().code() + "." + comparison.verdict().code(),
        series.name(),
        Stream.concat(Stream.of(value.apply(now), value.apply(comparison.before())), ends)
            .map(Object.class::cast)
            .toList());
  }

  private static String percent(double share) {
    return points(share) + "%";
  }

  private static String points(double share) {
    return String.format(Locale.ROOT, "%.1f", 100 * share);
  }

  String in(Language language) {
    ResourceBundle texts = ResourceBundle.getBundle("segment_trends", language.locale());
    Object[] filled = Stream.concat(Stream.of(language.of(name)), words.stream()).toArray();

    return String.format(Locale.ROOT, texts.getString(key), filled);
  }
}
