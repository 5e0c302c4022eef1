package org.colmado.insights.segments.missions;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * Settings shared by all fits of a night.
 *
 * @param dataVersion version of the table of sales
 */
public record FitSettings(MissionRules rules, LocalDate asOf, long dataVersion, String runId)
    implements Serializable {
  private static final long serialVersionUID = 1L;
}
