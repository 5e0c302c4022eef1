package org.colmado.insights.products;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.ml.regression.IsotonicRegression;
import org.apache.spark.ml.regression.IsotonicRegressionModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.colmado.insights.products.Calibration.Point;
import org.colmado.insights.products.LabelledNames.Labelled;

/**
 * How often decisions of the categoriser are right, how honest its confidence is, and how many of
 * its errors are in the review queue, on names that are in neither the lexicon nor the examples.
 * The confidence of a name is fitted on names of other sources. With {@code --write} it fits the
 * confidence on all of them and keeps it in {@code conf/categories/confidence.csv}.
 */
public final class CategoryBench {
  private static final int FOLDS = 5;
  private static final double SUREST = 0.99;
  private static final double LEAST_STEP = 0.02;

  private final Categoriser categoriser;
  private final SparkSession spark;

  /** A name, the best category, and whether it is right. */
  private record Trial(Labelled name, double logOdds, boolean isKnown, boolean isRight) {}

  /** A trial with its confidence; a product that stays unclassified is not right. */
  private record HeldOut(Trial trial, double confidence, boolean isDecided) {
    boolean isRight() {
      return isDecided && trial.isRight();
    }

    boolean isSure(Categories rules) {
      return isDecided && confidence >= rules.reviewBelow();
    }
  }

  private CategoryBench(Categoriser categoriser, SparkSession spark) {
    this.categoriser = categoriser;
    this.spark = spark;
  }

  /**
   * Prints the tables.
   *
   * @param args folder of the product, then files of {@link LabelledNames}; with {@code --write}
   *     last, the fitted confidence is kept
   */
  public static void main(String[] args) throws IOException {
    List<String> all = new ArrayList<>(List.of(args));
    boolean writes = all.remove("--write");
    Path categories = Path.of(all.remove(0)).resolve("conf/categories");
    List<Labelled> names = new ArrayList<>();
    for (String file : all) {
      names.addAll(LabelledNames.read(Path.of(file)));
    }

    try (SparkSession spark = session()) {
      CategoryBench bench = new CategoryBench(Categoriser.read(categories), spark);
      List<Trial> trials = names.stream().map(bench::trial).toList();
      if (writes) {
        write(bench.fit(trials), categories.resolve("confidence.csv"));
      }
      bench.print(bench.heldOut(trials));
    }
  }

  private static SparkSession session() {
    return SparkSession.builder()
        .master("local[2]")
        .appName("bench")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "1")
        .getOrCreate();
  }

  private Trial trial(Labelled labelled) {
    NameTokens name = NameTokens.of(labelled.name());
    CategoryOdds.Best best = categoriser.best(name);

    return new Trial(
        labelled,
        best.logOdds(),
        best.hit().isPresent(),
        best.category().equals(labelled.category()));
  }

  /** Confidence of each name, fitted on the names of sources in other folds. */
  private List<HeldOut> heldOut(List<Trial> trials) {
    List<String> sources =
        trials.stream().map(it -> it.name().source()).distinct().sorted().toList();
    Function<Trial, Integer> fold = it -> sources.indexOf(it.name().source()) % FOLDS;
    List<HeldOut> heldOut = new ArrayList<>();
    for (int i = 0; i < FOLDS; i++) {
      int held = i;
      Calibration others = fit(trials.stream().filter(it -> fold.apply(it) != held).toList());
      trials.stream()
          .filter(it -> fold.apply(it) == held)
          .forEach(it -> heldOut.add(heldOut(it, others.confidence(it.logOdds()))));
    }
    return heldOut;
  }

  private HeldOut heldOut(Trial trial, double confidence) {
    boolean isDecided = trial.isKnown() || confidence >= categoriser.categories().leastGuess();

    return new HeldOut(trial, confidence, isDecided);
  }

  private Calibration fit(List<Trial> trials) {
    List<Row> rows =
        trials.stream().map(it -> RowFactory.create(it.logOdds(), it.isRight() ? 1d : 0d)).toList();
    Dataset<Row> data =
        spark.createDataFrame(
            rows,
            new StructType()
                .add("features", DataTypes.DoubleType)
                .add("label", DataTypes.DoubleType));
    IsotonicRegressionModel model = new IsotonicRegression().fit(data);

    return new Calibration(points(model));
  }

  /** The curve without steps too small to matter, and never quite certain. */
  private static List<Point> points(IsotonicRegressionModel model) {
    double[] at = model.boundaries().toArray();
    double[] right = model.predictions().toArray();
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < at.length; i++) {
      double level = rounded(Math.min(SUREST, right[i]));
      double before = points.isEmpty() ? -1 : points.get(points.size() - 1).right();
      if (level - before >= LEAST_STEP || i == at.length - 1) {
        points.add(new Point(rounded(at[i]), Math.max(level, before)));
      }
    }
    return points;
  }

  private static double rounded(double share) {
    return Math.round(share * 10_000) / 10_000d;
  }

  private static void write(Calibration calibration, Path file) {
    String points =
        calibration.points().stream()
            .map(it -> String.format(Locale.ROOT, "%.4f,%.4f", it.logOdds(), it.right()))
            .collect(Collectors.joining("\n"));
    try {
      Files.writeString(
          file,
          "# How often a decision of given odds is right. Fitted by bin/bench categories --write;"
              + " see decision 0016.\nlog_odds,right\n"
              + points
              + "\n",
          StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void print(List<HeldOut> heldOut) {
    Categories rules = categoriser.categories();
    List<HeldOut> wrong = heldOut.stream().filter(it -> !it.isRight()).toList();
    List<HeldOut> sure = heldOut.stream().filter(it -> it.isSure(rules)).toList();
    say("names held out: %d of %d sources", heldOut.size(), sources(heldOut));
    say("right: %.1f %%", percent(heldOut, HeldOut::isRight));
    say(
        "sure: %.1f %%, of those right %.1f %% (goal: at least 95)",
        percent(heldOut, it -> it.isSure(rules)), percent(sure, HeldOut::isRight));
    say(
        "errors in the review queue: %.1f %% of %d (goal: at least 50); wrong in the queue: %.1f %%",
        percent(wrong, it -> !it.isSure(rules)),
        wrong.size(),
        percent(heldOut.stream().filter(it -> !it.isSure(rules)).toList(), it -> !it.isRight()));
    printReliability(heldOut);
    printBy("country", heldOut, it -> it.trial().name().country());
    printBy("category", heldOut, it -> it.trial().name().category());
  }

  private static long sources(List<HeldOut> heldOut) {
    return heldOut.stream().map(it -> it.trial().name().source()).distinct().count();
  }

  private static void printReliability(List<HeldOut> heldOut) {
    say("%n%-12s %6s %8s %8s", "confidence", "names", "stated", "right");
    for (double from : new double[] {0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95}) {
      double to =
          from < 0.3 ? 0.3 : from < 0.7 ? from + 0.2 : from < 0.9 ? from + 0.1 : from + 0.05;
      List<HeldOut> within =
          heldOut.stream()
              .filter(it -> it.confidence() >= from - 1e-9 && it.confidence() < to - 1e-9)
              .toList();
      double stated = within.stream().mapToDouble(HeldOut::confidence).average().orElse(0);
      say(
          "%.2f - %.2f  %6d %7.1f%% %7.1f%%",
          from, to, within.size(), 100 * stated, percent(within, HeldOut::isRight));
    }
  }

  private static void printBy(String what, List<HeldOut> heldOut, Function<HeldOut, String> key) {
    say("%n%-14s %6s %8s", what, "names", "right");
    heldOut.stream().collect(Collectors.groupingBy(key)).entrySet().stream()
        .sorted(Comparator.comparing(entry -> -entry.getValue().size()))
        .forEach(
            entry ->
                say(
                    "%-14s %6d %7.1f%%",
                    entry.getKey(),
                    entry.getValue().size(),
                    percent(entry.getValue(), HeldOut::isRight)));
  }

  private static double percent(List<HeldOut> heldOut, Function<HeldOut, Boolean> holds) {
    return Optional.of(heldOut)
        .filter(all -> !all.isEmpty())
        .map(all -> 100.0 * all.stream().filter(holds::apply).count() / all.size())
        .orElse(0d);
  }

  private static void say(String text, Object... values) {
    System.out.printf(Locale.ROOT, text + "%n", values);
  }
}
