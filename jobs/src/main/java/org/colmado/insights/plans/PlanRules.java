package org.colmado.insights.plans;

import java.io.Serializable;
import java.nio.file.Path;
import org.colmado.insights.config.Yaml;
import org.colmado.insights.plans.restock.RestockRules;
import org.colmado.insights.plans.staffing.StaffingRules;

/**
 * The settings of {@code conf/plans.yaml}.
 *
 * @param staffing settings of the staffing plan
 * @param restock settings of the restock plan
 */
public record PlanRules(StaffingRules staffing, RestockRules restock) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Reads and checks the file. */
  public static PlanRules read(Path file) {
    return Yaml.read(file, PlanRules.class);
  }
}
