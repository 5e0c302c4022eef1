package org.colmado.insights.stage;

import org.colmado.insights.products.Categoriser;
import org.colmado.insights.run.Outcome;
import org.colmado.insights.run.Run;
import org.colmado.insights.run.Stage;
import org.colmado.insights.table.ProductCategories;

/**
 * Keeps {@link ProductCategories}, and with it the category on every line, where the lexicon has
 * changed since they were decided.
 */
public final class Categorise implements Stage {
  /** The stage of the night: decides the known names by the lexicon as it is now. */
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
