package org.colmado.insights.plantedhigh;

import org.colmado.insights.plantedlow.LowClass;
import org.colmado.insights.run.Outcome;
import org.colmado.insights.run.Run;
import org.colmado.insights.run.Stage;

/** A stage that calls another stage. */
public final class FirstStage implements Stage {
  @Override
  public String name() {
    return new SecondStage().name() + LowClass.below();
  }

  @Override
  public Outcome run(Run run) {
    return Outcome.NOTHING;
  }
}
