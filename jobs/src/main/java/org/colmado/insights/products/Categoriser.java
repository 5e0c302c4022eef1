package org.colmado.insights.products;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.colmado.insights.products.LexiconEntry.Kind;
import org.colmado.insights.products.NameModel.Example;
import org.colmado.insights.products.NameModel.Guess;

/**
 * Assigns a product name to a category. In this order:
 *
 * <ol>
 *   <li>the owner's correction of the product, or of another size of it;
 *   <li>the POS's own category, if {@code catalogue.csv} has the label;
 *   <li>the lexicon phrase in the name with the highest weight; on a tie the first, as Spanish
 *       begins with the noun ({@code pan de queso}), or the last if the name is English ({@code
 *       cheese bread});
 *   <li>similarity to the lexicon and to {@code examples.csv}, if no phrase is in the name or only
 *       one for an addition;
 *   <li>{@code unclassified}.
 * </ol>
 */
public final class Categoriser implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final double WEIGHT_OF_A_PHRASE = 1;
  private static final double WEIGHT_OF_AN_EXAMPLE = 2;
  private static final double WEIGHT_OF_A_CORRECTION = 5;
  private static final double OWNER_CONFIDENCE = 1;

  /** Weight from which a hit decides without the similarity model. */
  private static final int DECIDES_ALONE = 30;

  private final Categories categories;
  private final CatalogueLabels catalogue;
  private final Lexicon lexicon;
  private final NameModel model;
  private final OwnerCorrections corrections;
  private final String version;

  private Categoriser(Path folder, OwnerCorrections entered) {
    categories = Categories.read(folder);
    catalogue = CatalogueLabels.read(folder.resolve("catalogue.csv"), categories);
    lexicon = new Lexicon(LexiconFiles.read(folder.resolve("lexicon"), categories));
    List<Example> examples = new ArrayList<>();
    examples.addAll(NameModel.examplesOf(lexicon.byKey(), WEIGHT_OF_A_PHRASE));
    examples.addAll(
        ExampleNames.read(folder.resolve("examples.csv"), categories, WEIGHT_OF_AN_EXAMPLE));
    corrections = entered.within(Set.copyOf(categories.codes()));
    examples.addAll(corrections.examples(WEIGHT_OF_A_CORRECTION));
    model = new NameModel(categories.codes(), examples);
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
      return decided(code.get(), HitConfidence.CATALOGUE, DecidedBy.CATALOGUE, catalogueLabel);
    }
    if (name.stems().isEmpty()) {
      return unknown();
    }

    List<Hit> hits = lexicon.hits(name);
    Optional<Hit> best = hits.stream().max(byWeight(name, hits));
    Guess guess = model.guess(name.stems());
    return best.filter(hit -> hit.weight() >= DECIDES_ALONE || agrees(hit, guess))
        .map(hit -> byLexicon(hit, hits))
        .orElseGet(() -> byLikeness(guess, best));
  }

  public Categories categories() {
    return categories;
  }

  /** Hash of all files and corrections: a different hash may mean different decisions. */
  public String version() {
    return version;
  }

  private Decision byLexicon(Hit hit, List<Hit> hits) {
    double confidence = HitConfidence.of(hit, hits);
    DecidedBy by = hit.entry().kind() == Kind.BRAND ? DecidedBy.BRAND : DecidedBy.LEXICON;
    boolean same = hit.nearness() == NearWords.Nearness.SAME;
    return decided(
        hit.entry().category(),
        confidence,
        same ? by : DecidedBy.FUZZY,
        Optional.of(hit.entry().phrase()));
  }

  private Decision byLikeness(Guess guess, Optional<Hit> best) {
    if (guess.confidence() >= categories.leastGuess()) {
      return decided(guess.category(), guess.confidence(), DecidedBy.MODEL, Optional.empty());
    }
    return best.map(hit -> byLexicon(hit, List.of(hit))).orElseGet(Categoriser::unknown);
  }

  private Decision decided(
      String category, double confidence, DecidedBy by, Optional<String> matched) {
    boolean needsReview = confidence < categories.reviewBelow();
    return new Decision(category, confidence, by, matched, needsReview);
  }

  private static Decision unknown() {
    return new Decision(Categories.UNCLASSIFIED, 0, DecidedBy.NONE, Optional.empty(), true);
  }

  private static boolean agrees(Hit hit, Guess guess) {
    return hit.entry().category().equals(guess.category());
  }

  private static Comparator<Hit> byWeight(NameTokens name, List<Hit> hits) {
    Comparator<Hit> byPlace = Comparator.comparingInt(Hit::at);
    return Comparator.comparingInt(Hit::weight)
        .thenComparing(isEnglish(name, hits) ? byPlace : byPlace.reversed());
  }

  private static boolean isEnglish(NameTokens name, List<Hit> hits) {
    int balance = name.englishSigns();
    for (Hit hit : hits) {
      balance += hit.entry().language().equals("en") ? 1 : 0;
      balance -= hit.entry().language().equals("es") ? 1 : 0;
    }
    return balance > 0;
  }
}
