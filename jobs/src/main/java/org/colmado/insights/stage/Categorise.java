package org.colmado.insights.stage;

import org.colmado.insights.run.Outcome;
import org.colmado.insights.run.Run;
import org.colmado.insights.run.Stage;
import org.colmado.insights.table.ProductCategories;

/**
 * Updates {@link ProductCategories}, and the category on every line, if the lexicon or the owner's
 * corrections have changed.
 */
public final class Categorise implements Stage {
  /** The stage of the night: categorises known names with the current lexicon and corrections. */
  @Override
  public String name() {
    return "categorise";
  }

  @Override
  public Outcome run(Run run) {
    if (ProductDecisions.areOfToday(run)) {
      return Outcome.NOTHING;
    }

    long products = ProductDecisions.ofKnownNames(run);
    return Outcome.wrote(products, products);
  }
}
