package org.colmado.insights.stage;

import org.colmado.insights.products.Categoriser;
import org.colmado.insights.run.Outcome;
import org.colmado.insights.run.Run;
import org.colmado.insights.run.Stage;
import org.colmado.insights.table.ProductCategories;

/**
 * Updates {@link ProductCategories}, and the category on every line, if the lexicon has changed.
 */
public final class Categorise implements Stage {
  /** The stage of the night: categorises known names with the current lexicon. */
  @Override
  public String name() {
    return "categorise";
  }

  @Override
  public Outcome run(Run run) {
    String version = Categoriser.versionOf(run.conf().find("categories"));
    boolean isDecided =
        run.small().rows(ProductCategories.TABLE).stream()
            .allMatch(row -> row.getAs(ProductCategories.LEXICON_VERSION).equals(version));
    if (isDecided) {
      return Outcome.NOTHING;
    }

    long products = ProductDecisions.ofKnownNames(run);
    return Outcome.wrote(products, products);
  }
}
