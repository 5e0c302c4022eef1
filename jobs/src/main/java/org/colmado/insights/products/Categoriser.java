package org.colmado.insights.products;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.colmado.insights.products.CategoryOdds.Best;
import org.colmado.insights.products.LexiconEntry.Kind;
import org.colmado.insights.products.NameModel.Example;

/**
 * Assigns a product name to a category. In this order:
 *
 * <ol>
 *   <li>the owner's correction of the product, or of another size of it;
 *   <li>the POS's own category, if {@code catalogue.csv} has the label;
 *   <li>the phrases of the lexicon in the name together with its likeness to the lexicon and to
 *       {@code examples.csv} ({@link CategoryOdds});
 *   <li>{@code unclassified}, if there is no such phrase and the likeness says too little.
 * </ol>
 */
public final class Categoriser implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final double WEIGHT_OF_AN_EXAMPLE = 2;
  private static final int TIMES_A_CORRECTION = 10;
  private static final double OWNER_CONFIDENCE = 1;

  private static final double CATALOGUE_CONFIDENCE = 0.99;

  private final Categories categories;
  private final CatalogueLabels catalogue;
  private final Lexicon lexicon;
  private final NameModel model;
  private final Calibration calibration;
  private final OwnerCorrections corrections;
  private final String version;

  private Categoriser(Path folder, OwnerCorrections entered) {
    categories = Categories.read(folder);
    catalogue = CatalogueLabels.read(folder.resolve("catalogue.csv"), categories);
    lexicon = new Lexicon(LexiconFiles.read(folder.resolve("lexicon"), categories));
    List<Example> examples = new ArrayList<>();
    examples.addAll(NameModel.examplesOf(lexicon.byKey()));
    examples.addAll(
        ExampleNames.read(folder.resolve("examples.csv"), categories, WEIGHT_OF_AN_EXAMPLE));
    corrections = entered.within(Set.copyOf(categories.codes()));
    examples.addAll(corrections.examples(TIMES_A_CORRECTION));
    model = new NameModel(categories.codes(), examples);
    calibration = Calibration.read(folder.resolve("confidence.csv"));
    version = versionOf(folder, entered);
  }

  /**
   * Reads the folder once.
   *
   * @param folder usually {@code conf/categories}
   * @throws org.colmado.insights.config.BadInputException naming file, line, what was found and
   *     what was expected
   */
  public static Categoriser read(Path folder) {
    return read(folder, OwnerCorrections.NONE);
  }

  /** The same, taught by an owner. Corrections with an unknown category do not apply. */
  public static Categoriser read(Path folder, OwnerCorrections corrections) {
    return new Categoriser(folder, corrections);
  }

  /** Version of the folder's files and the corrections, without parsing the files. */
  public static String versionOf(Path folder, OwnerCorrections corrections) {
    return FolderHash.of(folder) + corrections.version();
  }

  /** Categorises a name without a catalogue label. */
  public Decision categorise(String description) {
    return categorise(description, Optional.empty());
  }

  /**
   * Categorises a name.
   *
   * @param catalogueLabel the POS's own category; empty or unmapped: the name decides
   */
  public Decision categorise(String description, Optional<String> catalogueLabel) {
    NameTokens name = NameTokens.of(description);
    Optional<String> owner = corrections.categoryOf(description, name);
    if (owner.isPresent()) {
      return decided(owner.get(), OWNER_CONFIDENCE, DecidedBy.OWNER, Optional.empty());
    }
    Optional<String> code = catalogueLabel.flatMap(catalogue::codeOf);
    if (code.isPresent()) {
      return decided(code.get(), CATALOGUE_CONFIDENCE, DecidedBy.CATALOGUE, catalogueLabel);
    }
    if (name.stems().isEmpty()) {
      return unknown();
    }

    Best best = best(name);
    double confidence = calibration.confidence(best.logOdds());
    return best.hit()
        .map(hit -> byLexicon(hit, confidence))
        .orElseGet(() -> byLikeness(best, confidence));
  }

  /** The best category of a name with at least one word, by lexicon and likeness. */
  Best best(NameTokens name) {
    return new CategoryOdds(name, lexicon.hits(name))
        .best(categories.codes(), model.probabilities(name.stems()));
  }

  public Categories categories() {
    return categories;
  }

  /** Hash of all files and corrections: a different hash may mean different decisions. */
  public String version() {
    return version;
  }

  private Decision byLexicon(Hit hit, double confidence) {
    DecidedBy by = hit.entry().kind() == Kind.BRAND ? DecidedBy.BRAND : DecidedBy.LEXICON;
    boolean same = hit.nearness() == NearWords.Nearness.SAME;

    return decided(
        hit.entry().category(),
        confidence,
        same ? by : DecidedBy.FUZZY,
        Optional.of(hit.entry().phrase()));
  }

  private Decision byLikeness(Best best, double confidence) {
    return confidence < categories.leastGuess()
        ? unknown()
        : decided(best.category(), confidence, DecidedBy.MODEL, Optional.empty());
  }

  private Decision decided(
      String category, double confidence, DecidedBy by, Optional<String> matched) {
    boolean needsReview = confidence < categories.reviewBelow();
    return new Decision(category, confidence, by, matched, needsReview);
  }

  private static Decision unknown() {
    return new Decision(Categories.UNCLASSIFIED, 0, DecidedBy.NONE, Optional.empty(), true);
  }
}
