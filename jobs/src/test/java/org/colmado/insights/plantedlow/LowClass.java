package org.colmado.insights.plantedlow;

import org.colmado.insights.plantedhigh.FirstStage;

/** Depends on a floor above, which depends on this one. */
public final class LowClass {
  public static String below() {
    return "low";
  }

  public FirstStage above() {
    return new FirstStage();
  }
}
