package org.colmado.insights.plantedhigh;

import org.colmado.insights.run.Outcome;
import org.colmado.insights.run.Run;
import org.colmado.insights.run.Stage;

/** A stage that another stage calls. */
public final class SecondStage implements Stage {
  @Override
  public String name() {
    return "second";
  }

  @Override
  public Outcome run(Run run) {
    return Outcome.NOTHING;
  }
}
