package org.colmado.insights.products;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;

/**
 * Multinomial logistic regression over the words and letter n-grams of names. Trained in a fraction
 * of a second, the same for the same examples: stochastic gradient descent with a step of its own
 * for each feature, all its weights shrinking it alike (Duchi, Hazan and Singer, JMLR 2011,
 * 12:2121). Features are hashed; the first and the last word count as features of their own, as the
 * noun leads in Spanish and ends the name in English.
 */
final class NameModel implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int BUCKETS = 1 << 16;
  private static final int SHORTEST_GRAM = 3;
  private static final int LONGEST_GRAM = 5;
  private static final int EPOCHS = 6;
  private static final double RATE = 0.3;
  private static final float FIRST_STEP = 1e-3f;
  private static final int SEED = 7;

  private final ArrayList<String> categories;

  /** The weights of a feature lie side by side, one for each category. */
  private final float[] weights;

  /**
   * A training example.
   *
   * @param words stems of a known name
   * @param weight number of names it stands for
   */
  record Example(String category, List<String> words, double weight) {}

  NameModel(List<String> categories, List<Example> examples) {
    this.categories = new ArrayList<>(categories);
    this.weights = new float[BUCKETS * categories.size()];
    train(examples);
  }

  /** Probability of each category, in the order of the categories. */
  List<Double> probabilities(List<String> words) {
    double[] scores = scores(features(words));
    softmax(scores);
    return Arrays.stream(scores).boxed().toList();
  }

  private void train(List<Example> examples) {
    float[] squares = new float[BUCKETS];
    Arrays.fill(squares, FIRST_STEP);
    List<int[]> features = examples.stream().map(each -> features(each.words())).toList();
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < features.size(); i++) {
      order.add(i);
    }

    Random random = new Random(SEED);
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      Collections.shuffle(order, random);
      order.forEach(i -> learn(examples.get(i), features.get(i), squares));
    }
  }

  private void learn(Example example, int[] features, float[] squares) {
    double[] gradient = scores(features);
    softmax(gradient);
    gradient[categories.indexOf(example.category())] -= 1;
    double square = 0;
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] *= example.weight();
      square += gradient[i] * gradient[i];
    }
    for (int feature : features) {
      squares[feature] += (float) square;
      step(feature, gradient, RATE / Math.sqrt(squares[feature]));
    }
  }

  private void step(int feature, double[] gradient, double rate) {
    int from = feature * gradient.length;
    for (int i = 0; i < gradient.length; i++) {
      weights[from + i] -= (float) (rate * gradient[i]);
    }
  }

  private double[] scores(int[] features) {
    double[] scores = new double[categories.size()];
    for (int feature : features) {
      int from = feature * scores.length;
      for (int i = 0; i < scores.length; i++) {
        scores[i] += weights[from + i];
      }
    }
    return scores;
  }

  private static void softmax(double[] scores) {
    double max = Arrays.stream(scores).max().orElse(0);
    double total = 0;
    for (int i = 0; i < scores.length; i++) {
      scores[i] = Math.exp(scores[i] - max);
      total += scores[i];
    }
    for (int i = 0; i < scores.length; i++) {
      scores[i] /= total;
    }
  }

  private static int[] features(List<String> words) {
    TreeSet<Integer> features = new TreeSet<>();
    for (String word : words) {
      String bounded = "<" + word + ">";
      for (int size = SHORTEST_GRAM; size <= LONGEST_GRAM; size++) {
        for (int from = 0; from + size <= bounded.length(); from++) {
          features.add(bucket(bounded.substring(from, from + size)));
        }
      }
      features.add(bucket("=" + word));
    }
    if (!words.isEmpty()) {
      features.add(bucket("first=" + words.get(0)));
      features.add(bucket("last=" + words.get(words.size() - 1)));
    }
    return features.stream().mapToInt(Integer::intValue).toArray();
  }

  private static int bucket(String feature) {
    int hash = feature.hashCode() * 0x9E3779B1;
    return hash >>> (Integer.SIZE - Integer.numberOfTrailingZeros(BUCKETS));
  }

  /** Examples of a lexicon: a name stands for itself, a hint for a third of a name. */
  static List<Example> examplesOf(Map<String, LexiconEntry> byKey) {
    return byKey.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(
            e ->
                new Example(
                    e.getValue().category(),
                    List.of(e.getKey().split(" ", -1)),
                    e.getValue().isHint() ? 0.3 : 1))
        .toList();
  }
}
