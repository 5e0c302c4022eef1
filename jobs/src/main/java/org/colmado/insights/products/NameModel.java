package org.colmado.insights.products;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Multinomial naive Bayes over the words and letter n-grams of names; deterministic, trained in
 * milliseconds.
 *
 * <p>The n-grams of a word are correlated. So the log-likelihood is scaled to that of {@code
 * INDEPENDENT} times the square root of their number; without scaling every posterior would be near
 * 1.
 */
final class NameModel implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int BUCKETS = 1 << 14;
  private static final int SHORTEST_GRAM = 3;
  private static final int LONGEST_GRAM = 5;
  private static final double SMOOTHING = 0.1;
  private static final double INDEPENDENT = 0.9;

  private final ArrayList<String> categories;
  private final float[][] logLikelihood;

  /**
   * A training example.
   *
   * @param words stems of a known name
   * @param weight number of names it stands for
   */
  record Example(String category, List<String> words, double weight) {}

  /** The most likely category and its posterior probability. */
  record Guess(String category, double confidence) {}

  NameModel(List<String> categories, List<Example> examples) {
    this.categories = new ArrayList<>(categories);
    double[][] counts = new double[categories.size()][BUCKETS];
    for (Example example : examples) {
      double[] ofCategory = counts[categories.indexOf(example.category())];
      features(example.words()).forEach(feature -> ofCategory[feature] += example.weight());
    }
    this.logLikelihood = new float[categories.size()][];
    for (int i = 0; i < counts.length; i++) {
      logLikelihood[i] = smoothed(counts[i]);
    }
  }

  /** The most likely category of a name with at least one word. */
  Guess guess(List<String> words) {
    List<Integer> features = features(words);
    double temper = INDEPENDENT / Math.sqrt(Math.max(1, features.size()));
    double[] scores = new double[categories.size()];
    for (int i = 0; i < scores.length; i++) {
      for (int feature : features) {
        scores[i] += logLikelihood[i][feature] * temper;
      }
    }
    return mostLikely(scores);
  }

  private Guess mostLikely(double[] scores) {
    int best = 0;
    for (int i = 1; i < scores.length; i++) {
      best = scores[i] > scores[best] ? i : best;
    }
    double total = 0;
    for (double score : scores) {
      total += Math.exp(score - scores[best]);
    }
    return new Guess(categories.get(best), 1 / total);
  }

  private static float[] smoothed(double[] counts) {
    double total = 0;
    for (double count : counts) {
      total += count + SMOOTHING;
    }
    float[] logs = new float[BUCKETS];
    for (int i = 0; i < BUCKETS; i++) {
      logs[i] = (float) Math.log((counts[i] + SMOOTHING) / total);
    }
    return logs;
  }

  private static List<Integer> features(List<String> words) {
    List<Integer> features = new ArrayList<>();
    for (String word : words) {
      String bounded = "<" + word + ">";
      for (int size = SHORTEST_GRAM; size <= LONGEST_GRAM; size++) {
        for (int from = 0; from + size <= bounded.length(); from++) {
          features.add(bucket(bounded.substring(from, from + size)));
        }
      }
      features.add(bucket("=" + word));
    }
    return features;
  }

  private static int bucket(String feature) {
    int hash = feature.hashCode() * 0x9E3779B1;
    return hash >>> (Integer.SIZE - Integer.numberOfTrailingZeros(BUCKETS));
  }

  /** Examples of a lexicon: each phrase stands for {@code weight} names. */
  static List<Example> examplesOf(Map<String, LexiconEntry> byKey, double weight) {
    return byKey.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(e -> new Example(e.getValue().category(), List.of(e.getKey().split(" ", -1)), weight))
        .toList();
  }
}
